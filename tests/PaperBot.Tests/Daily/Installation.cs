using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PaperBot.Chat;
using PaperBot.Daily;
using PaperBot.Fakes;
using PaperBot.Skills.Digests;
using PaperBot.Skills.Editions;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Trending;

namespace PaperBot.Tests.Daily;

/// <summary>The daily post as one process has it; a second one on the same library is what a restart or a second start makes.</summary>
internal sealed class Installation
{
    public Installation(
        TempDatabase library,
        INewPapers? sources = null,
        IEnumerable<IEditionOutlet>? outlets = null,
        DailyOptions? options = null,
        IEditionSentences? sentences = null
    )
    {
        var settings = Options.Create(options ?? new DailyOptions { Papers = 2 });
        var database = TempDatabase.At(library.File);
        var clock = library.Clock;
        Editions = new EditionStore(database);
        Log = new PublicationLog(database, clock);
        var messages = new LocalMessages(database);
        Channel = new LocalChannel(messages, clock);
        sentences ??= new FakeSentences();
        var builder = new EditionBuilder(
            new TrendingStore(database, clock),
            new PaperStore(database),
            sentences,
            clock,
            NullLogger<EditionBuilder>.Instance
        );
        var delivery = new EditionDelivery(
            [
                new LocalChannelOutlet(Log, messages, edition => LocalChannel.Write(EditionReply.From(edition)), clock),
                .. outlets ?? [],
            ],
            Log,
            Editions,
            new DigestStore(database, clock),
            clock,
            NullLogger<EditionDelivery>.Instance
        );
        Run = new DailyRun(
            new Gathering(
                sources ?? new FakeSources(),
                new SourceHealth(database, clock),
                clock,
                NullLogger<Gathering>.Instance
            ),
            builder,
            new EditionPreparation(sentences, clock, NullLogger<EditionPreparation>.Instance),
            Editions,
            delivery,
            database,
            settings,
            clock,
            NullLogger<DailyRun>.Instance
        );
        Service = new DailyPostService(
            DailySchedule.From(settings.Value),
            Run,
            clock,
            NullLogger<DailyPostService>.Instance
        );
    }

    public DailyRun Run { get; }

    public DailyPostService Service { get; }

    public EditionStore Editions { get; }

    public PublicationLog Log { get; }

    public LocalChannel Channel { get; }
}

/// <summary>Sources that do as told.</summary>
internal sealed class FakeSources(Func<DateOnly, CancellationToken, Task<IReadOnlyList<SourceNews>>>? gather = null)
    : INewPapers
{
    public int Asked { get; private set; }

    public Task<IReadOnlyList<SourceNews>> GatherAsync(DateOnly day, CancellationToken ct)
    {
        Asked++;
        return gather?.Invoke(day, ct) ?? Task.FromResult<IReadOnlyList<SourceNews>>([]);
    }
}

/// <summary>A place outside that remembers what arrived, and fails as told before or after something arrives.</summary>
internal sealed class FakeOutlet(string name, params string[] targets) : IEditionOutlet
{
    private readonly Lock arriving = new();

    public string Name => name;

    public List<string> Arrived { get; } = [];

    public Func<string, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    public Func<string, CancellationToken, Task> After { get; set; } = (_, _) => Task.CompletedTask;

    public Func<IReadOnlyList<string>> Targets { get; set; } = () => targets;

    public Task<IReadOnlyList<string>> TargetsAsync(CancellationToken ct) => Task.FromResult(Targets());

    public async Task PublishAsync(Edition edition, string target, CancellationToken ct)
    {
        await Before(target, ct);
        lock (arriving)
        {
            Arrived.Add(Line(edition, target));
        }
        await After(target, ct);
    }

    public Task<bool> WasPublishedAsync(Edition edition, string target, CancellationToken ct)
    {
        lock (arriving)
        {
            return Task.FromResult(Arrived.Contains(Line(edition, target)));
        }
    }

    private static string Line(Edition edition, string target) => $"{edition.Day:yyyy-MM-dd} {target}";
}
