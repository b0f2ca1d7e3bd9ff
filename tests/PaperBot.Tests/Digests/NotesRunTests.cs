using PaperBot.Chat;
using PaperBot.Daily;
using PaperBot.Digests;
using PaperBot.Fakes;
using PaperBot.Skills;
using PaperBot.Skills.Digests;
using PaperBot.Skills.People;

namespace PaperBot.Tests.Digests;

/// <summary>Private notes, as those who asked for them get them.</summary>
public sealed class NotesRunTests : IDisposable
{
    private static readonly Person Mina = new("discord", "111");
    private static readonly Person Jo = new("discord", "222");

    private readonly TempDatabase library = new();
    private readonly NotePlatform platform = new();
    private readonly ListLog<NotesRun> log = new();
    private NotesRun run;

    public NotesRunTests() => run = Run();

    public void Dispose()
    {
        run.Dispose();
        library.Dispose();
    }

    [Fact]
    public async Task Each_person_gets_one_note_a_run_with_the_papers_and_why()
    {
        Follow(Mina, "widgets");
        Follow(Mina, "gadgets");
        Follow(Jo, "gadgets");
        await KeepAsync("Sparse Widgets", "Fast Gadgets", "Nothing of it");

        await run.RunAsync(CancellationToken.None);
        await run.RunAsync(CancellationToken.None);

        Assert.Equal(["111", "222"], platform.Notes.Select(note => note.User));
        var note = platform.Notes[0].Note;
        Assert.Equal("2 new papers that you follow", note.Title);
        Assert.Equal(
            [("Fast Gadgets", "topic: gadgets"), ("Sparse Widgets", "topic: widgets")],
            note.Items.Select(item => (item.Title, item.Note)).Order()
        );
        Assert.True(note.Private);
        Assert.Contains(note.Buttons, button => button.Command == "/following");
    }

    [Fact]
    public async Task After_a_restart_nothing_is_told_again_and_what_is_new_is()
    {
        Follow(Mina, "widgets");
        await KeepAsync("Sparse Widgets");
        await run.RunAsync(CancellationToken.None);

        Restart();
        await run.RunAsync(CancellationToken.None);
        await KeepAsync("Dense Widgets");
        await run.RunAsync(CancellationToken.None);

        Assert.Equal(
            ["Sparse Widgets", "Dense Widgets"],
            platform.Notes.Select(note => Assert.Single(note.Note.Items).Title)
        );
    }

    [Fact]
    public async Task A_crash_while_it_is_on_its_way_never_makes_two_of_it()
    {
        Follow(Mina, "widgets");
        await KeepAsync("Sparse Widgets");
        using var killed = new CancellationTokenSource();
        platform.After = _ =>
        {
            killed.Cancel();
            throw new OperationCanceledException(killed.Token);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.RunAsync(killed.Token));
        Restart();
        platform.After = _ => { };
        await run.RunAsync(CancellationToken.None);
        library.Clock.Advance(TimeSpan.FromDays(1));
        await run.RunAsync(CancellationToken.None);

        Assert.Single(platform.Notes);
    }

    [Fact]
    public async Task A_note_in_doubt_is_not_repeated_and_the_next_person_gets_theirs()
    {
        Follow(Mina, "widgets");
        Follow(Jo, "widgets");
        await KeepAsync("Sparse Widgets");
        platform.After = user =>
        {
            if (user == "111")
            {
                throw new SkillException("Discord did not answer.");
            }
        };

        await run.RunAsync(CancellationToken.None);
        platform.After = _ => { };
        await run.RunAsync(CancellationToken.None);

        Assert.Equal(["111", "222"], platform.Notes.Select(note => note.User));
        Assert.Contains(log.Lines, line => line.Contains("is not sent again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_did_not_arrive_is_tried_again_ever_more_rarely_and_for_a_day()
    {
        Follow(Mina, "widgets");
        await KeepAsync("Sparse Widgets");
        platform.Before = _ => throw new NotDeliveredException("The person takes no messages.");

        for (var minute = 0; minute < 3 * 24 * 60; minute += 5)
        {
            await run.RunAsync(CancellationToken.None);
            library.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Empty(platform.Notes);
        Assert.InRange(platform.Tries, 4, 8);
    }

    [Fact]
    public async Task When_it_can_be_delivered_again_it_arrives_once()
    {
        Follow(Mina, "widgets");
        await KeepAsync("Sparse Widgets");
        platform.Before = _ => throw new NotDeliveredException("Discord is down.");
        await run.RunAsync(CancellationToken.None);
        platform.Before = _ => { };

        await run.RunAsync(CancellationToken.None); // too early
        Assert.Empty(platform.Notes);
        library.Clock.Advance(TimeSpan.FromHours(1));
        await run.RunAsync(CancellationToken.None);
        await run.RunAsync(CancellationToken.None);

        Assert.Single(platform.Notes);
    }

    [Fact]
    public async Task A_platform_that_is_off_is_left_alone_and_notes_wait_for_nobody()
    {
        Follow(Mina, "widgets");
        await KeepAsync("Sparse Widgets");
        platform.IsOn = false;

        await run.RunAsync(CancellationToken.None);

        Assert.Equal(0, platform.Tries);
    }

    [Fact]
    public async Task Of_many_papers_ten_are_shown_and_the_rest_counted()
    {
        Follow(Mina, "widgets");
        await KeepAsync([.. Enumerable.Range(0, 30).Select(i => $"Sparse Widgets {i}x")]);

        await run.RunAsync(CancellationToken.None);

        var note = Assert.Single(platform.Notes).Note;
        Assert.Equal(10, note.Items.Count);
        Assert.Contains("And 20 more that you follow; /search finds them by the same words.", note.Notes);
    }

    private void Follow(Person person, string topic) =>
        new FollowStore(library.Database, library.Clock).Add(
            person,
            "99",
            "",
            FollowWish.Topic(topic),
            mention: false,
            note: true
        );

    private Task KeepAsync(params string[] titles) =>
        library.KeepAsync(titles.Select(title => NewPaper.Record(title, $"This is about {title}.")));

    private void Restart()
    {
        run.Dispose();
        run = Run();
    }

    private NotesRun Run() =>
        new(new FollowNotes(TempDatabase.At(library.File), library.Clock), [platform], library.Clock, log);

    private sealed class NotePlatform : IDigestPlatform
    {
        public string Name => "discord";

        public bool IsOn { get; set; } = true;

        public int Tries { get; private set; }

        public List<(string User, Reply Note)> Notes { get; } = [];

        public Action<string> Before { get; set; } = _ => { };

        public Action<string> After { get; set; } = _ => { };

        public Task NoteAsync(string user, Reply note, CancellationToken ct)
        {
            Tries++;
            Before(user);
            Notes.Add((user, note));
            After(user);
            return Task.CompletedTask;
        }

        public Task<ChannelLook> LookAsync(string channel, DigestSettings wanted, CancellationToken ct) =>
            throw new NotSupportedException();

        public Task<string?> SendAsync(DigestErrand errand, CancellationToken ct) => throw new NotSupportedException();

        public Task<string?> FindAsync(DigestErrand errand, CancellationToken ct) => throw new NotSupportedException();

        public Task TellManagersAsync(Digest digest, string sentence, CancellationToken ct) =>
            throw new NotSupportedException();

        public Task TellOperatorAsync(string sentence, CancellationToken ct) => throw new NotSupportedException();
    }
}
