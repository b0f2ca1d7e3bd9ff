using PaperBot.Fakes;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Tests.Papers;

public sealed class PaperIntakeTests
{
    [Fact]
    public async Task Nothing_at_all_is_a_fine_input()
    {
        using var temp = new TempDatabase();

        var report = await temp.Intake.TakeInAsync([], _ => Assert.Fail("There is nothing to tell."));

        Assert.Equal(0, report.Read);
    }

    [Fact]
    public async Task Good_records_are_kept_and_the_first_thousand_refusals_are_told()
    {
        using var temp = new TempDatabase();
        var items = Enumerable
            .Range(1, 1_500)
            .Select(line => (ReadItem)new ReadRefusal(line, "no title"))
            .Append(new ReadPaper(1_501, NewPaper.Record(title: " ")))
            .Append(new ReadPaper(1_502, NewPaper.Record()));

        var report = await temp.Intake.TakeInAsync(items);

        Assert.Equal((1, 1_501, 1_000), (report.New, report.RefusedCount, report.Refused.Count));
    }

    [Fact]
    public async Task A_reader_that_breaks_off_keeps_what_came_before()
    {
        using var temp = new TempDatabase();

        await Assert.ThrowsAsync<InvalidDataException>(() => temp.Intake.TakeInAsync(BreaksOff()));

        Assert.Equal(3, temp.Store.State().Papers);
    }

    [Fact]
    public async Task What_was_told_as_stored_is_in_the_library()
    {
        using var temp = new TempDatabase();
        var told = new List<(int Told, int Found)>();

        await temp.Intake.TakeInAsync(
            Papers(25_000),
            report => told.Add((report.New, new PaperStore(temp.Database).State().Papers))
        );

        Assert.All(told, pair => Assert.Equal(pair.Told, pair.Found));
        Assert.True(told.Count >= 3);
        Assert.Equal(25_000, told[^1].Told);
    }

    [Fact]
    public async Task Papers_of_a_slow_source_appear_at_once()
    {
        using var temp = new TempDatabase();
        using var resume = new ManualResetEventSlim();
        var stored = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);

        var intake = temp.Intake.TakeInAsync(Pauses(resume), report => stored.TrySetResult(report.New));

        Assert.Equal(100, await stored.Task.WaitAsync(TimeSpan.FromSeconds(20)));
        resume.Set();
        Assert.Equal(101, (await intake).New);
    }

    [Fact]
    public async Task An_intake_that_is_cancelled_keeps_what_was_told()
    {
        using var temp = new TempDatabase();
        using var cancel = new CancellationTokenSource();
        var told = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            temp.Intake.TakeInAsync(
                Papers(int.MaxValue),
                report =>
                {
                    told = report.New;
                    cancel.Cancel();
                },
                cancel.Token
            )
        );

        Assert.Equal(told, temp.Store.State().Papers);
    }

    [Fact]
    public async Task The_sample_leaves_with_the_first_real_paper_and_not_before()
    {
        using var temp = new TempDatabase();
        await temp.KeepAsync(NewPaper.Record("Sample Paper", origin: PaperOrigin.Sample));
        await temp.Intake.TakeInAsync([new ReadRefusal(1, "no title")]);
        Assert.Equal(1, temp.Store.State().SamplePapers);

        await temp.KeepAsync(NewPaper.Record("Real Paper"));

        var state = temp.Store.State();
        Assert.Equal((1, 0), (state.Papers, state.SamplePapers));
        using var connection = temp.Database.Open();
        Assert.Equal(0, connection.Number("SELECT count(*) FROM title_words WHERE title_words MATCH 'sample'"));
        Assert.Equal(1, connection.Number("SELECT count(*) FROM title_words WHERE title_words MATCH 'real'"));
    }

    [Fact]
    public async Task Two_programs_that_start_at_once_load_the_sample_once()
    {
        using var temp = new TempDatabase();

        var loaded = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Sample(temp).LoadIfEmptyAsync()));

        Assert.Single(loaded, did => did);
        Assert.Equal((119, 119), (temp.Store.State().Papers, temp.Store.State().SamplePapers));
    }

    [Fact]
    public async Task A_library_with_papers_gets_no_sample()
    {
        using var temp = new TempDatabase();
        await temp.KeepAsync(NewPaper.Record());

        Assert.False(await Sample(temp).LoadIfEmptyAsync());
    }

    [Fact]
    public async Task Votes_are_kept_by_day_and_never_overwritten()
    {
        using var temp = new TempDatabase();

        await temp.KeepAsync(NewPaper.Record(votes: 3), NewPaper.Record(votes: 5));
        temp.Clock.AdjustTime(temp.Clock.GetUtcNow().AddHours(-1)); // a clock that is put back
        await temp.KeepAsync(NewPaper.Record(votes: 6));
        temp.Clock.AdjustTime(temp.Clock.GetUtcNow().AddDays(1));
        var nextDay = await temp.KeepAsync(NewPaper.Record(votes: 6));

        using var connection = temp.Database.Open();
        Assert.Equal(
            "3,5,6,6",
            connection.Text("SELECT group_concat(votes) FROM (SELECT votes FROM votes ORDER BY taken_at)")
        );
        Assert.Equal(1, nextDay.Unchanged);
    }

    private static SampleLibrary Sample(TempDatabase temp)
    {
        var options = Microsoft.Extensions.Options.Options.Create(new LibraryOptions { Path = temp.File });
        var database = new Database(options);
        return new SampleLibrary(database, new PaperIntake(database, temp.Clock), options);
    }

    private static IEnumerable<ReadItem> Papers(int count) =>
        Enumerable.Range(1, count).Select(line => new ReadPaper(line, NewPaper.Record($"Paper number {line}")));

    private static IEnumerable<ReadItem> BreaksOff()
    {
        foreach (var item in Papers(3))
        {
            yield return item;
        }
        throw new InvalidDataException("The file ends in the middle.");
    }

    private static IEnumerable<ReadItem> Pauses(ManualResetEventSlim resume)
    {
        foreach (var item in Papers(100))
        {
            yield return item;
        }
        resume.Wait();
        yield return new ReadPaper(101, NewPaper.Record("After the pause"));
    }
}
