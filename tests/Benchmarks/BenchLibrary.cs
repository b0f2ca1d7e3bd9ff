using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using PaperBot.Import;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Related;
using PaperBot.Skills.Search;
using PaperBot.Skills.Storage;

namespace PaperBot.Benchmarks;

/// <summary>A library in a folder that goes away, filled from a file.</summary>
internal sealed class BenchLibrary : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("paperbot-bench-").FullName;

    public BenchLibrary()
    {
        Database = new Database(Options.Create(new LibraryOptions { Path = Path.Combine(folder, "paperbot.db") }));
        Store = new PaperStore(Database);
        Vocabulary = new TitleVocabulary(Database, TimeProvider.System);
        var counts = new WordCounts();
        Resolver = new TitleResolver(Database, Store, Vocabulary);
        Completion = new TitleCompletion(Database, Vocabulary);
        Search = new SearchSkill(Database, Vocabulary, counts);
        Terms = new LibraryTerms(Database);
        Related = new RelatedSkill(Database, Resolver, Terms);
    }

    public Database Database { get; }

    public PaperStore Store { get; }

    public TitleVocabulary Vocabulary { get; }

    public TitleResolver Resolver { get; }

    public TitleCompletion Completion { get; }

    public SearchSkill Search { get; }

    public LibraryTerms Terms { get; }

    public RelatedSkill Related { get; }

    public async Task<IntakeReport> TakeInAsync(string file, Func<ReadItem, bool>? wanted = null)
    {
        using var stream = File.OpenRead(file);
        return await new PaperIntake(Database, TimeProvider.System).TakeInAsync(
            PaperFile.Read(stream).Where(wanted ?? (_ => true))
        );
    }

    public static List<PaperRecord> Read(string file)
    {
        using var stream = File.OpenRead(file);
        return [.. PaperFile.Read(stream).OfType<ReadPaper>().Select(item => item.Record)];
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
