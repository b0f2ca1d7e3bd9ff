using Microsoft.Data.Sqlite;
using PaperBot.Fakes;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Tests.Storage;

public sealed class DatabaseTests
{
    private static readonly string[] TwoSteps =
    [
        "CREATE TABLE first (id INTEGER PRIMARY KEY) STRICT",
        "CREATE TABLE second (id INTEGER PRIMARY KEY) STRICT; INSERT INTO nowhere VALUES (1)",
    ];

    [Fact]
    public void The_first_run_makes_the_folder_and_the_file()
    {
        using var temp = new TempDatabase();
        var file = Path.Combine(temp.Folder, "new", "folder", "library.db");

        TempDatabase.At(file).Prepare();

        Assert.True(File.Exists(file));
    }

    [Fact]
    public void A_library_of_a_newer_PaperBot_is_left_alone()
    {
        using var temp = new TempDatabase();
        temp.Database.Prepare();
        Execute(temp.File, "PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)");

        AssertRefused(temp.File, "written by a newer PaperBot");
    }

    [Fact]
    public void Another_programs_database_is_left_alone()
    {
        using var temp = new TempDatabase();
        Execute(temp.File, "CREATE TABLE theirs (x)");

        AssertRefused(temp.File, "another program's database");
    }

    [Fact]
    public void An_empty_database_with_another_programs_mark_is_left_alone()
    {
        using var temp = new TempDatabase();
        Execute(temp.File, "PRAGMA application_id = 42");

        AssertRefused(temp.File, "another program's database");
    }

    [Theory]
    [InlineData("This is a text file, no library.")]
    [InlineData("SQLite format 3\0 and then something else entirely")]
    public void A_file_that_is_no_database_is_left_alone(string content)
    {
        using var temp = new TempDatabase();
        File.WriteAllText(temp.File, string.Concat(Enumerable.Repeat(content, 100)));

        AssertRefused(temp.File, "is not a PaperBot library");
    }

    [Fact]
    public async Task Damage_that_shows_later_is_told_in_one_sentence()
    {
        using var temp = new TempDatabase();
        await temp.KeepAsync(Enumerable.Range(0, 200).Select(i => NewPaper.Record($"Paper number {i}")));
        Execute(temp.File, "PRAGMA wal_checkpoint(TRUNCATE)");
        SqliteConnection.ClearAllPools();
        using (var file = File.OpenWrite(temp.File))
        {
            file.Position = 8_192; // the first page holds the schema and stays
            file.Write(Enumerable.Repeat((byte)0xA5, (int)file.Length - 8_192).ToArray());
        }

        var problem = await Assert.ThrowsAsync<LibraryException>(() =>
            new PaperIntake(TempDatabase.At(temp.File), temp.Clock).TakeInAsync([
                new ReadPaper(1, NewPaper.Record("Another")),
            ])
        );

        Assert.Contains("damaged", problem.Message);
    }

    [Fact]
    public async Task A_sound_library_has_no_damage()
    {
        using var temp = new TempDatabase();
        await temp.KeepAsync(NewPaper.Record());

        Assert.Null(temp.Database.Damage());
    }

    [Fact]
    public void A_folder_is_no_library()
    {
        using var temp = new TempDatabase();

        var problem = Assert.Throws<LibraryException>(() => TempDatabase.At(temp.Folder).Prepare());

        Assert.Contains("is a folder", problem.Message);
    }

    [Fact]
    public void A_place_that_is_no_folder_cannot_hold_a_library()
    {
        using var temp = new TempDatabase();
        File.WriteAllText(temp.File, "in the way");

        var problem = Assert.Throws<LibraryException>(() =>
            TempDatabase.At(Path.Combine(temp.File, "paperbot.db")).Prepare()
        );

        Assert.Contains("cannot be made", problem.Message);
    }

    [Fact]
    public async Task A_full_disk_is_told_and_what_was_stored_is_kept()
    {
        using var temp = new TempDatabase();
        await temp.KeepAsync(NewPaper.Record("Kept before"));
        using var connection = temp.Database.Open();
        connection.Run($"PRAGMA max_page_count = {connection.Number("PRAGMA page_count") + 1}");

        var problem = Assert.Throws<SqliteException>(() =>
            connection.Run("INSERT INTO fetch_marks VALUES ('https://example.org', hex(randomblob(100000)))")
        );

        Assert.Contains("The disk is full", temp.Database.Explain(problem)?.Message);
        Assert.Equal(1, temp.Store.State().Papers);
    }

    [Fact]
    public async Task A_library_that_another_program_holds_is_told_after_a_while()
    {
        using var temp = new TempDatabase();
        temp.Database.Prepare();
        using var other = temp.Database.Open();
        using var held = other.BeginTransaction(deferred: false);
        var impatient = new Database(temp.File, Upgrades.Steps, TimeSpan.FromMilliseconds(50));

        var problem = await Assert.ThrowsAsync<LibraryException>(() =>
            new PaperIntake(impatient, temp.Clock).TakeInAsync([new ReadPaper(1, NewPaper.Record())])
        );

        Assert.Contains("in use by another program", problem.Message);
    }

    [Fact]
    public async Task Many_that_start_at_once_make_one_library()
    {
        using var temp = new TempDatabase();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TempDatabase.At(temp.File).Prepare())));

        Assert.Equal(0, temp.Store.State().Papers);
    }

    [Fact]
    public async Task Nobody_takes_a_library_that_is_being_made_for_another_programs()
    {
        using var temp = new TempDatabase();

        for (var round = 0; round < 50; round++) // it goes wrong only when one looks while another has half begun
        {
            var file = $"{temp.File}-{round}";
            using var together = new Barrier(4);
            await Task.WhenAll(
                Enumerable
                    .Range(0, 4)
                    .Select(_ =>
                        Task.Factory.StartNew(
                            () =>
                            {
                                together.SignalAndWait();
                                new Database(file, ["CREATE TABLE first (a)"], TimeSpan.FromSeconds(30)).Prepare();
                            },
                            TaskCreationOptions.LongRunning
                        )
                    )
            );
        }
    }

    [Fact]
    public void An_upgrade_that_fails_leaves_the_old_version_whole()
    {
        using var temp = new TempDatabase();
        var broken = new Database(temp.File, TwoSteps, TimeSpan.FromSeconds(1));

        Assert.ThrowsAny<SqliteException>(broken.Prepare);

        using var connection = new SqliteConnection($"Data Source={temp.File}");
        connection.Open();
        Assert.Equal(1, connection.Number("PRAGMA user_version"));
        Assert.Equal("first", connection.Text("SELECT group_concat(name) FROM sqlite_master"));
    }

    [Fact]
    public void Upgrades_run_in_order_and_only_those_that_are_missing()
    {
        using var temp = new TempDatabase();
        new Database(temp.File, TwoSteps[..1], TimeSpan.FromSeconds(1)).Prepare();

        new Database(temp.File, [TwoSteps[0], "INSERT INTO first VALUES (7)"], TimeSpan.FromSeconds(1)).Prepare();

        using var connection = new SqliteConnection($"Data Source={temp.File}");
        connection.Open();
        Assert.Equal(2, connection.Number("PRAGMA user_version"));
        Assert.Equal(7, connection.Number("SELECT id FROM first"));
    }

    private static void AssertRefused(string file, string because)
    {
        SqliteConnection.ClearAllPools();
        var before = File.ReadAllBytes(file);

        var problem = Assert.Throws<LibraryException>(() => TempDatabase.At(file).Open());

        Assert.Contains(because, problem.Message);
        Assert.Contains("Nothing was overwritten", problem.Message);
        SqliteConnection.ClearAllPools();
        Assert.Equal(before, File.ReadAllBytes(file));
    }

    private static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        connection.Run(sql);
    }
}
