using PaperBot.Fakes;
using PaperBot.Skills.Digests;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;
using PaperBot.Skills.Versions;

namespace PaperBot.Skills.Tests.Digests;

/// <summary>Channels that had a paper in a digest hear of its new versions, in the thread and once.</summary>
public sealed class VersionNoticesTests : IDisposable
{
    private const string Id = "2601.01234";
    private const string First = "Widgets cut memory by 37 % on a long task.";
    private const string Second = "Widgets cut memory by 41 % on a long task.";

    private readonly TempDatabase library = new();
    private readonly DigestStore digests;
    private readonly DigestOutbox outbox;
    private readonly VersionNotices notices;
    private int posts;

    public VersionNoticesTests()
    {
        digests = new DigestStore(library.Database, library.Clock);
        outbox = new DigestOutbox(library.Database, library.Clock);
        notices = new VersionNotices(library.Database, outbox);
    }

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task A_thread_is_told_of_a_new_version_once()
    {
        await LearnAsync(1, First);
        Post("general");
        await LearnAsync(2, Second);

        var planned = (notices.Plan(), notices.Plan());

        var notice = Assert.Single(Told());
        Assert.Equal((1, 0), planned);
        Assert.Equal(
            (Id, "Sparse Widgets", 1, 2, "thread-1"),
            (notice.Paper, notice.Title, notice.From, notice.To, notice.Thread)
        );
        Assert.Equal([new NumberChange("37 %", "41 %")], notice.Numbers.Select(number => number with { Of = null }));
        Assert.Contains(new DiffRun(DiffKind.Added, " 41 %"), notice.Runs);
        Assert.Equal("https://arxiv.org/abs/2601.01234", notice.Link?.AbsoluteUri);
    }

    [Fact]
    public async Task Every_channel_hears_of_every_version_and_of_what_changed_since_it_was_told_last()
    {
        await LearnAsync(1, First);
        Post("general");
        await LearnAsync(2, Second);
        notices.Plan();
        Post("later"); // has version 2 from the beginning
        await LearnAsync(3, "Widgets cut memory by 43 % on a long task.");

        notices.Plan();

        Assert.Equal(
            [("general", 1, 2), ("general", 2, 3), ("later", 2, 3)],
            Told().Select(notice => (ChannelOf(notice), notice.From, notice.To))
        );
    }

    [Fact]
    public async Task Where_there_is_no_thread_nothing_is_said()
    {
        await LearnAsync(1, First);
        Post("general", DigestPartKind.Message);
        await LearnAsync(2, Second);

        Assert.Equal(0, notices.Plan());
        Assert.Empty(Told());
    }

    [Fact]
    public async Task A_thread_that_is_still_on_its_way_is_told_when_it_is_there()
    {
        await LearnAsync(1, First);
        var thread = Post("general", isConfirmed: false);
        await LearnAsync(2, Second);

        Assert.Equal(0, notices.Plan());
        outbox.Confirmed(thread, "thread-late");

        Assert.Equal(1, notices.Plan());
        Assert.Equal("thread-late", Assert.Single(Told()).Thread);
    }

    [Fact]
    public async Task In_a_forum_the_papers_own_post_is_told()
    {
        await LearnAsync(1, First);
        await library.KeepAsync(
            NewPaper.Record("Another Paper", "It is another one.", "2601.05678", 1, PaperOrigin.ArxivApi)
        );
        var digest = Channel("forum");
        Plan(
            digest,
            [Pick(1, "2601.05678", "Another Paper"), Pick(2, Id, "Sparse Widgets")],
            new DigestPlannedPart(DigestPartKind.ForumPost, "1"),
            new DigestPlannedPart(DigestPartKind.ForumPost, "2")
        );
        foreach (var errand in Open())
        {
            outbox.Confirmed(errand.Part, $"post-{errand.Part.Content}");
        }
        await LearnAsync(2, Second);

        notices.Plan();

        Assert.Equal("post-2", Assert.Single(Told()).Thread);
    }

    [Theory]
    [InlineData("Widgets cut memory by 37 %, on a long task")]
    [InlineData("Widgets  cut memory by 37% on a long task.")]
    public async Task Other_punctuation_and_blanks_are_not_worth_a_notice(string again)
    {
        await LearnAsync(1, First);
        Post("general");
        await LearnAsync(2, again);

        Assert.Equal(0, notices.Plan());
    }

    [Fact]
    public async Task The_same_version_in_another_sources_words_is_not_worth_a_notice()
    {
        await LearnAsync(null, First, PaperOrigin.HuggingFace);
        Post("general");
        await LearnAsync(1, Second);

        Assert.Equal(0, notices.Plan());
    }

    [Fact]
    public async Task A_new_title_is()
    {
        await LearnAsync(1, First);
        Post("general");
        library.Clock.Advance(TimeSpan.FromHours(1));
        await library.KeepAsync(NewPaper.Record("Sparser Widgets", First, Id, 2, PaperOrigin.ArxivApi));

        notices.Plan();

        var notice = Assert.Single(Told());
        Assert.Empty(notice.Runs);
        Assert.Equal(new DiffRun(DiffKind.Removed, "Sparse"), notice.TitleRuns[0]);
    }

    [Fact]
    public async Task A_digest_that_was_paused_or_ended_says_nothing()
    {
        await LearnAsync(1, First);
        Post("paused");
        Post("ended");
        digests.Pause("discord", "paused");
        digests.End(digests.Get("discord", "ended")!.Id, "The channel is gone.");
        await LearnAsync(2, Second);

        Assert.Equal(0, notices.Plan());
    }

    [Fact]
    public async Task A_paper_that_got_its_arXiv_id_after_the_digest_is_still_the_same_paper()
    {
        await library.KeepAsync(NewPaper.Record("Sparse Widgets", First));
        Plan(
            Channel("general"),
            [Pick(1, PaperId.FromTitle("Sparse Widgets").Value, "Sparse Widgets")],
            new DigestPlannedPart(DigestPartKind.Thread)
        );
        outbox.Confirmed(Open().First().Part, "thread-1");
        library.Clock.Advance(TimeSpan.FromHours(1));
        await LearnAsync(2, Second);

        Assert.Equal((1, 0), (notices.Plan(), notices.Plan()));
    }

    [Fact]
    public async Task What_no_channel_had_is_forgotten()
    {
        await LearnAsync(1, First);
        await LearnAsync(2, Second);

        notices.Plan();

        using var connection = library.Database.Open();
        Assert.Equal(0, connection.Number("SELECT count(*) FROM changed_papers"));
    }

    [Fact]
    public async Task A_notice_comes_back_from_the_library_as_it_was()
    {
        await LearnAsync(1, First);
        Post("general");
        await LearnAsync(2, Second);
        notices.Plan();

        var content = Assert.Single(Open()).Part.Content!;

        Assert.Contains("\"kind\":\"removed\"", content, StringComparison.Ordinal);
        Assert.Equal(content, DigestVersionNotice.FromJson(content).ToJson());
    }

    private Task LearnAsync(int? version, string text, PaperOrigin origin = PaperOrigin.ArxivApi)
    {
        library.Clock.Advance(TimeSpan.FromHours(1));
        return library.KeepAsync(NewPaper.Record("Sparse Widgets", text, Id, version, origin));
    }

    private Digest Channel(string name) => digests.Set("discord", "server", name, new DigestSettings());

    // A digest with the paper; with its thread, unless another part is asked for.
    private DigestPart Post(string channel, DigestPartKind kind = DigestPartKind.Thread, bool isConfirmed = true)
    {
        library.Clock.Advance(TimeSpan.FromHours(1));
        Plan(Channel(channel), [Pick(1, Id, "Sparse Widgets")], new DigestPlannedPart(kind));
        var part = Open().Single(errand => errand.Digest.Channel == channel && errand.Part.Kind == kind).Part;
        posts++;
        if (isConfirmed)
        {
            outbox.Confirmed(part, $"thread-{posts}");
        }
        return part;
    }

    private void Plan(Digest digest, IReadOnlyList<DigestPick> picks, params DigestPlannedPart[] parts) =>
        Assert.True(outbox.Plan(digest, new DigestContent(new DateOnly(2026, 1, 6), picks, null), null, null, parts));

    private static DigestPick Pick(int rank, string id, string title) =>
        new(rank, id, title, null, "It is one.", null, "new", "", false);

    private string ChannelOf(DigestVersionNotice notice) =>
        Open().First(errand => errand.Part.Content == notice.ToJson()).Digest.Channel;

    private List<DigestVersionNotice> Told() =>
        [
            .. Open()
                .Where(errand => errand.Part.Kind == DigestPartKind.Version)
                .Select(errand => DigestVersionNotice.FromJson(errand.Part.Content!)),
        ];

    private IEnumerable<DigestErrand> Open() => outbox.Open().SelectMany(post => outbox.Errands(post.Post));
}
