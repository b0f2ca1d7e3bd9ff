using PaperBot.Fakes;
using PaperBot.Skills.Digests;
using PaperBot.Skills.Mentions;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Tests.Mentions;

/// <summary>Where in a server a paper was shown before.</summary>
public sealed class MentionLogTests : IDisposable
{
    private const string Id = "2601.01234";

    private readonly TempDatabase library = new();
    private readonly DigestStore digests;
    private readonly DigestOutbox outbox;
    private readonly MentionLog mentions;

    public MentionLogTests()
    {
        digests = new DigestStore(library.Database, library.Clock);
        outbox = new DigestOutbox(library.Database, library.Clock);
        mentions = new MentionLog(library.Database, library.Clock);
    }

    public void Dispose() => library.Dispose();

    [Fact]
    public void Messages_that_were_noted_come_back_newest_first_and_each_once()
    {
        Note("general", "10");
        Note("general", "10");
        Note("random", "11", MentionKinds.Summarize);

        var found = mentions.In("discord", "server", PaperId.Stored(Id));

        Assert.Equal(
            [("random", "11", "summarize"), ("general", "10", "digest")],
            found.Select(one => (one.Channel, one.Message, one.How))
        );
        Assert.Equal("https://discord.com/channels/server/random/11", found[0].Link?.AbsoluteUri);
    }

    [Fact]
    public void A_message_in_a_thread_is_led_to_there()
    {
        mentions.Add("discord", "1", "2", "4", "3", MentionKinds.Digest, [Id]);

        Assert.Equal(
            "https://discord.com/channels/1/3/4",
            Assert.Single(mentions.In("discord", "1", PaperId.Stored(Id))).Link?.AbsoluteUri
        );
    }

    [Fact]
    public void A_digest_is_known_without_being_noted_and_only_in_its_server()
    {
        Post("here", "general", DigestPlace.Channel, "77");

        var found = Assert.Single(mentions.In("discord", "here", PaperId.Stored(Id)));

        Assert.Equal(("general", "77", new DateOnly(2026, 1, 5)), (found.Channel, found.Message, found.Day));
        Assert.Empty(mentions.In("discord", "there", PaperId.Stored(Id)));
        Assert.Empty(mentions.In("discord", "here", PaperId.Stored("2601.99999")));
    }

    [Fact]
    public void A_digest_that_was_noted_too_is_told_once_and_with_its_day()
    {
        Post("here", "general", DigestPlace.Channel, "77");
        mentions.Add("discord", "here", "general", "77", null, MentionKinds.Digest, [Id]);

        Assert.Equal(new DateOnly(2026, 1, 5), Assert.Single(mentions.In("discord", "here", PaperId.Stored(Id))).Day);
    }

    [Fact]
    public void In_a_forum_it_is_the_papers_own_post()
    {
        Post("here", "forum", DigestPlace.Forum, "post");

        var found = Assert.Single(mentions.In("discord", "here", PaperId.Stored(Id)));

        Assert.Equal("https://discord.com/channels/here/post-2/post-2", found.Link?.AbsoluteUri);
    }

    [Fact]
    public void What_is_not_certainly_there_is_not_told()
    {
        Post("here", "general", DigestPlace.Channel, null);

        Assert.Empty(mentions.In("discord", "here", PaperId.Stored(Id)));
    }

    [Fact]
    public async Task A_paper_that_got_its_arXiv_id_later_was_shown_before_all_the_same()
    {
        await library.KeepAsync(NewPaper.Record("Sparse Widgets"));
        mentions.Add(
            "discord",
            "server",
            "general",
            "10",
            null,
            MentionKinds.Digest,
            [PaperId.FromTitle("Sparse Widgets").Value]
        );
        await library.KeepAsync(NewPaper.Record("Sparse Widgets", arxivId: Id));

        Assert.Single(mentions.In("discord", "server", PaperId.Stored(Id)));
        Assert.Single(Before("server", "random"));
    }

    [Fact]
    public void A_planner_hears_of_the_last_time_in_another_channel_of_each_server()
    {
        Note("general", "10");
        Note("random", "11");
        Post("server", "papers", DigestPlace.Channel, "12");

        var before = mentions.Before(
            "discord",
            [
                new MentionQuestion("server", "general", [Id, "2601.99999"]),
                new MentionQuestion("server", "papers", [Id]),
                new MentionQuestion("elsewhere", "general", [Id]),
            ]
        );

        Assert.Equal("12", before[0][Id].Message);
        Assert.Single(before[0]);
        Assert.Equal("11", before[1][Id].Message);
        Assert.Empty(before[2]);
    }

    [Fact]
    public void What_was_noted_of_a_server_can_be_forgotten()
    {
        Note("general", "10");
        mentions.Add("discord", "other", "x", "1", null, MentionKinds.Digest, [Id]);

        mentions.Forget("discord", "server");

        Assert.Equal("other", Assert.Single(mentions.All(PaperId.Stored(Id))).Server);
    }

    private void Note(string channel, string message, string how = MentionKinds.Digest)
    {
        library.Clock.Advance(TimeSpan.FromMinutes(1));
        mentions.Add("discord", "server", channel, message, null, how, [Id]);
    }

    private IReadOnlyDictionary<string, Mention> Before(string server, string channel) =>
        mentions.Before("discord", [new MentionQuestion(server, channel, [Id])])[0];

    private List<DigestErrand> Open() => [.. outbox.Open().SelectMany(post => outbox.Errands(post.Post))];

    private void Post(string server, string channel, DigestPlace place, string? confirmed)
    {
        library.Clock.Advance(TimeSpan.FromMinutes(1));
        var digest = digests.Set("discord", server, channel, new DigestSettings { Place = place });
        DigestPick[] picks = [Pick(1, "2601.00001", "Another"), Pick(2, Id, "Sparse Widgets")];
        var content = new DigestContent(new DateOnly(2026, 1, 5), picks, null);
        DigestPlannedPart[] parts =
            place == DigestPlace.Forum
                ? [new(DigestPartKind.ForumPost, "1"), new(DigestPartKind.ForumPost, "2")]
                : [new(DigestPartKind.Message)];
        Assert.True(outbox.Plan(digest, content, null, null, parts));
        foreach (var errand in Open().Where(errand => errand.Digest.Channel == channel && confirmed is not null))
        {
            outbox.Confirmed(
                errand.Part,
                place == DigestPlace.Forum ? $"{confirmed}-{errand.Part.Content}" : confirmed
            );
        }
    }

    private static DigestPick Pick(int rank, string id, string title) =>
        new(rank, id, title, null, "It is one.", null, "new", "", false);
}
