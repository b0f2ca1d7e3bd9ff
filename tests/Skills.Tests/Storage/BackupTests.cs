using PaperBot.Fakes;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Tests.Storage;

public sealed class BackupTests
{
    [Fact]
    public async Task A_backup_taken_during_an_import_opens_and_is_whole()
    {
        using var temp = new TempDatabase();
        var copy = Path.Combine(temp.Folder, "copy.db");
        var first = new TaskCompletionSource();
        var import = temp.Intake.TakeInAsync(Papers(first.SetResult), _ => { });
        await first.Task;

        temp.Database.BackUp(copy);

        await import;
        var backup = TempDatabase.At(copy);
        using var connection = backup.Open();
        Assert.Equal("ok", connection.Text("PRAGMA integrity_check"));
        Assert.InRange(new PaperStore(backup).State().Papers, 0, 3_000);
        Assert.Equal(3_000, temp.Store.State().Papers);
    }

    [Fact]
    public void A_backup_never_replaces_a_file()
    {
        using var temp = new TempDatabase();
        var copy = Path.Combine(temp.Folder, "copy.db");
        File.WriteAllText(copy, "precious");

        var problem = Assert.Throws<LibraryException>(() => temp.Database.BackUp(copy));

        Assert.Contains("exists already", problem.Message);
        Assert.Equal("precious", File.ReadAllText(copy));
    }

    [Fact]
    public void A_backup_that_cannot_be_written_leaves_nothing_behind()
    {
        using var temp = new TempDatabase();
        var inTheWay = Path.Combine(temp.Folder, "file");
        File.WriteAllText(inTheWay, "");

        var problem = Assert.Throws<LibraryException>(() => temp.Database.BackUp(Path.Combine(inTheWay, "copy.db")));

        Assert.Contains("cannot be written", problem.Message);
        Assert.Empty(Directory.GetFiles(temp.Folder, "*unfinished*"));
    }

    [Fact]
    public void What_a_killed_backup_left_does_not_stop_the_next()
    {
        using var temp = new TempDatabase();
        var copy = Path.Combine(temp.Folder, "copy.db");
        File.WriteAllText(copy + ".unfinished", "half");

        temp.Database.BackUp(copy);

        Assert.Equal(0, new PaperStore(TempDatabase.At(copy)).State().Papers);
    }

    private static IEnumerable<ReadItem> Papers(Action begun)
    {
        for (var number = 0; number < 3_000; number++)
        {
            if (number == 100)
            {
                begun();
            }
            yield return new ReadPaper(number, NewPaper.Record($"Paper number {number}"));
        }
    }
}
