using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Fakes;

/// <summary>A real SQLite library in a folder that goes away.</summary>
internal sealed class TempDatabase : IDisposable
{
    public TempDatabase()
    {
        Folder = Directory.CreateTempSubdirectory("paperbot-").FullName;
        File = Path.Combine(Folder, "paperbot.db");
        Database = At(File);
        Store = new PaperStore(Database);
        Intake = new PaperIntake(Database, Clock);
    }

    public string Folder { get; }

    public string File { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 6, 12, 0, 0, TimeSpan.Zero));

    public Database Database { get; }

    public PaperStore Store { get; }

    public PaperIntake Intake { get; }

    public static Database At(string file) => new(Options.Create(new LibraryOptions { Path = file }));

    public Task<IntakeReport> KeepAsync(params IEnumerable<PaperRecord> records) =>
        Intake.TakeInAsync(records.Select((record, index) => new ReadPaper(index + 1, record)));

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
