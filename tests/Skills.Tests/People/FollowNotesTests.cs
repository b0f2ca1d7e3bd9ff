using PaperBot.Fakes;
using PaperBot.Skills.Papers;
using PaperBot.Skills.People;
using static PaperBot.Skills.Tests.People.NewFollow;

namespace PaperBot.Skills.Tests.People;

/// <summary>What a person is told of privately, and that it is told once.</summary>
public sealed class FollowNotesTests : IDisposable
{
    private static readonly string[] Discord = ["discord"];

    private readonly TempDatabase library = new();
    private readonly FollowStore follows;
    private FollowNotes notes;

    public FollowNotesTests()
    {
        follows = new FollowStore(library.Database, library.Clock);
        notes = new FollowNotes(library.Database, library.Clock);
    }

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task A_paper_that_comes_in_is_told_once_with_all_reasons_whatever_restarts()
    {
        Follow(FollowWish.Topic("widgets"));
        Follow(FollowWish.Author("A. Example"));
        Follow(FollowWish.Topic("widgets"), server: ""); // of direct messages too
        await KeepAsync(Record("Sparse Widgets", "2601.00001", authors: "Ada Example"));

        Assert.Equal(1, notes.Plan(Discord));
        var told = notes.Begin(Mina);
        notes.Confirmed(Mina, told);
        Restart();

        Assert.Equal("topic: widgets, author: A. Example", Assert.Single(told).Why);
        Assert.Equal("Sparse Widgets", told[0].Paper?.Title);
        Assert.Equal(0, notes.Plan(Discord));
        Assert.Empty(notes.Waiting(Discord));
    }

    [Fact]
    public async Task What_was_there_before_is_no_news()
    {
        await KeepAsync(Record("Sparse Widgets"));
        library.Clock.Advance(TimeSpan.FromMinutes(1));
        Follow(FollowWish.Topic("widgets"));

        Assert.Equal(0, notes.Plan(Discord));
    }

    [Fact]
    public async Task Without_the_wish_for_notes_and_on_platforms_out_of_reach_there_are_none()
    {
        Follow(FollowWish.Topic("widgets"), note: false);
        follows.Add(Jo with { Platform = "other" }, "", "", FollowWish.Topic("widgets"), false, note: true);
        await KeepAsync(Record("Sparse Widgets"));

        Assert.Equal(0, notes.Plan(Discord));
        Assert.Empty(notes.Waiting(Discord));
    }

    [Fact]
    public async Task Sample_papers_are_no_news()
    {
        Follow(FollowWish.Topic("widgets"));
        await KeepAsync(Record("Sparse Widgets") with { Origin = PaperOrigin.Sample });

        Assert.Equal(0, notes.Plan(Discord));
    }

    [Fact]
    public async Task A_new_version_of_a_followed_paper_is_told_once_a_version()
    {
        await KeepAsync(Record("Sparse Widgets", "2601.00001", version: 1));
        Follow(FollowWish.Paper(library.Store.Get(PaperId.Stored("2601.00001"))!));
        Assert.Equal(0, notes.Plan(Discord));

        await KeepAsync(Record("Sparse Widgets", "2601.00001", version: 2, "Another abstract."));
        Assert.Equal(1, notes.Plan(Discord));
        var told = Assert.Single(notes.Begin(Mina));
        notes.Confirmed(Mina, [told]);
        library.Clock.Advance(FollowNotes.KeptFor + TimeSpan.FromDays(1)); // the row is gone by then
        Assert.Equal(0, notes.Plan(Discord));
        Assert.Equal(0, notes.Plan(Discord));

        await KeepAsync(Record("Sparse Widgets", "2601.00001", version: 3, "A third abstract."));
        Assert.Equal(1, notes.Plan(Discord));
        Assert.Equal((2, "version 2 of a paper that you follow"), (told.Version, told.Why));
    }

    [Fact]
    public async Task A_version_that_a_source_only_names_late_is_no_new_one()
    {
        await KeepAsync(Record("Sparse Widgets", "2601.00001"));
        Follow(FollowWish.Paper(library.Store.Get(PaperId.Stored("2601.00001"))!));

        await KeepAsync(Record("Sparse Widgets", "2601.00001", version: 1, "Another abstract."));

        Assert.Equal(0, notes.Plan(Discord));
    }

    [Fact]
    public async Task A_note_that_may_have_arrived_is_never_sent_again()
    {
        Follow(FollowWish.Topic("widgets"));
        await KeepAsync(Record("Sparse Widgets"));
        notes.Plan(Discord);
        notes.Begin(Mina);
        Restart(); // killed before it heard whether the note arrived

        notes.Plan(Discord);
        Assert.Empty(notes.Waiting(Discord));
        library.Clock.Advance(TimeSpan.FromHours(1));
        notes.Plan(Discord);

        Assert.Empty(notes.Waiting(Discord));
        Assert.True(notes.LastWasLost(Mina));
    }

    [Fact]
    public async Task A_note_that_was_planned_and_not_begun_is_sent_after_a_restart()
    {
        Follow(FollowWish.Topic("widgets"));
        await KeepAsync(Record("Sparse Widgets"));
        notes.Plan(Discord);

        Restart();

        Assert.Equal([Mina], notes.Waiting(Discord));
        Assert.Single(notes.Begin(Mina));
    }

    [Fact]
    public async Task One_that_did_not_arrive_waits_again_until_it_is_too_old()
    {
        Follow(FollowWish.Topic("widgets"));
        await KeepAsync(Record("Sparse Widgets"));
        notes.Plan(Discord);

        notes.NotDelivered(Mina, notes.Begin(Mina), library.Clock.GetUtcNow().AddDays(-1));
        Assert.Equal([Mina], notes.Waiting(Discord));
        library.Clock.Advance(TimeSpan.FromDays(2));
        notes.NotDelivered(Mina, notes.Begin(Mina), library.Clock.GetUtcNow().AddDays(-1));

        Assert.Empty(notes.Waiting(Discord));
        Assert.True(notes.LastWasLost(Mina));
    }

    [Fact]
    public async Task Of_a_great_import_each_person_is_told_the_newest_50()
    {
        Follow(FollowWish.Topic("widgets"));
        await KeepAsync([
            .. Enumerable
                .Range(0, 80)
                .Select(i =>
                    Record($"Sparse Widgets {i}x", $"2601.{i:00000}") with
                    {
                        Published = new DateOnly(2025, 1, 1).AddDays(i),
                    }
                ),
        ]);

        Assert.Equal(FollowNotes.MostPerPerson, notes.Plan(Discord));
        var told = notes.Begin(Mina);

        Assert.Equal("2601.00079", told[0].Key);
        Assert.Equal("2601.00030", told[^1].Key);
    }

    private void Follow(FollowWish wish, bool note = true, string server = Server) =>
        follows.Add(Mina, server, "Mina", wish, mention: false, note);

    private Task KeepAsync(params PaperRecord[] papers) => library.KeepAsync(papers);

    private void Restart() => notes = new FollowNotes(TempDatabase.At(library.File), library.Clock);
}
