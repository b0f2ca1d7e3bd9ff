using Microsoft.Extensions.Logging.Abstractions;
using PaperBot.Daily;
using PaperBot.Digests;
using PaperBot.Fakes;
using PaperBot.Skills.Digests;
using PaperBot.Skills.Editions;
using PaperBot.Skills.Mentions;
using PaperBot.Skills.Papers;
using PaperBot.Skills.People;
using PaperBot.Skills.Trending;
using PaperBot.Tests.Daily;

namespace PaperBot.Tests.Digests;

/// <summary>The digests as one process has them; a second one on the same library is what a restart makes.</summary>
internal sealed class DigestInstallation
{
    public DigestInstallation(
        TempDatabase library,
        IDigestPlatform platform,
        INewPapers? sources = null,
        IEditionSentences? sentences = null
    )
    {
        var database = TempDatabase.At(library.File);
        var clock = library.Clock;
        sentences ??= new FakeSentences();
        Digests = new DigestStore(database, clock);
        Outbox = new DigestOutbox(database, clock);
        Follows = new FollowStore(database, clock);
        Health = new SourceHealth(database, clock);
        var gathering = new Gathering(sources ?? new FakeSources(), Health, clock, NullLogger<Gathering>.Instance);
        var candidates = new DigestCandidates(database, new TrendingStore(database, clock));
        Due = new DueDigests(Digests, clock, NullLogger<DueDigests>.Instance);
        Planner = new DigestPlanner(
            database,
            Due,
            Outbox,
            candidates,
            gathering,
            new EditionPreparation(sentences, clock, NullLogger<EditionPreparation>.Instance),
            sentences,
            new DigestExtras(
                new MentionLog(database, clock),
                Follows,
                new TeamWeek(new TeamVotes(database, clock), new PaperStore(database)),
                new PaperStore(database)
            ),
            clock,
            NullLogger<DigestPlanner>.Instance
        );
        Ends = new DigestEnds([platform], Digests, Outbox, NullLogger<DigestEnds>.Instance);
        News = new ServerNews(Digests, Ends, new ServerCleanup(database, clock));
        Postman = new DigestPostman([platform], Outbox, Ends, clock, NullLogger<DigestPostman>.Instance);
        Run = new DigestRun(
            Planner,
            new LatePapers(
                database,
                Digests,
                Outbox,
                candidates,
                gathering,
                sentences,
                clock,
                NullLogger<LatePapers>.Instance
            ),
            Postman,
            new OperatorAlerts([platform], Health, NullLogger<OperatorAlerts>.Instance),
            News,
            new VersionNotices(database, Outbox),
            new NotesRun(new FollowNotes(database, clock), [platform], clock, NullLogger<NotesRun>.Instance),
            Due,
            Outbox,
            database
        );
        Service = new DigestService(Run, Due, Postman, clock, NullLogger<DigestService>.Instance);
    }

    public DigestStore Digests { get; }

    public DigestOutbox Outbox { get; }

    public FollowStore Follows { get; }

    public SourceHealth Health { get; }

    public DueDigests Due { get; }

    public DigestPlanner Planner { get; }

    public DigestEnds Ends { get; }

    public ServerNews News { get; }

    public DigestPostman Postman { get; }

    public DigestRun Run { get; }

    public DigestService Service { get; }

    /// <summary>A channel with a digest.</summary>
    public Digest Add(string channel, DigestSettings? settings = null) =>
        Digests.Set("discord", "server", channel, settings ?? new DigestSettings());
}
