using PaperBot.Fakes;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Tests.Papers;

public sealed class PaperMergeTests
{
    private const string Title = "Sparse Widgets";

    [Theory]
    [InlineData(PaperOrigin.ArxivApi, PaperOrigin.HuggingFace)]
    [InlineData(PaperOrigin.HuggingFace, PaperOrigin.ArxivFeed)]
    [InlineData(PaperOrigin.ArxivFeed, PaperOrigin.SemanticScholar)]
    [InlineData(PaperOrigin.SemanticScholar, PaperOrigin.File)]
    public async Task The_more_trusted_source_wins_whoever_comes_first(PaperOrigin better, PaperOrigin worse)
    {
        using var first = new TempDatabase();
        using var second = new TempDatabase();
        var good = NewPaper.Record(Title, "The good abstract.", "2401.00001", origin: better);
        var bad = NewPaper.Record(Title, "Another abstract.", "2401.00001", origin: worse);

        await first.KeepAsync(good, bad);
        await second.KeepAsync(bad, good);

        Assert.Equal("The good abstract.", Get(first, "2401.00001").Abstract);
        Assert.Equal("The good abstract.", Get(second, "2401.00001").Abstract);
    }

    [Fact]
    public async Task A_newer_version_wins_and_an_older_one_only_joins_the_history()
    {
        using var temp = new TempDatabase();

        await temp.KeepAsync(Version(2, "Second."), Version(3, "Third."), Version(1, "First."));

        Assert.Equal("Third.", Get(temp, "2401.00001").Abstract);
        Assert.Equal(3, Get(temp, "2401.00001").Version);
        Assert.Equal(
            ["First.", "Second.", "Third."],
            temp.Store.History(PaperId.Stored("2401.00001")).Select(version => version.Text)
        );
    }

    [Fact]
    public async Task A_text_that_was_corrected_does_not_come_back()
    {
        using var temp = new TempDatabase();
        var old = NewPaper.Record("Old Title", "Old.", "2401.00001", origin: PaperOrigin.HuggingFace);
        await temp.KeepAsync(old, old with { Title = "New Title", Abstract = "New." });

        await temp.KeepAsync(old with { Code = new Uri("https://example.org/code") });

        var paper = Get(temp, "2401.00001");
        Assert.Equal(("New Title", "New."), (paper.Title, paper.Abstract));
        Assert.NotNull(paper.Code);
    }

    [Fact]
    public async Task An_abstract_cut_short_does_not_replace_the_whole_one()
    {
        using var temp = new TempDatabase();

        await temp.KeepAsync(NewPaper.Record(Title, "We do this and that."), NewPaper.Record(Title, "We do this…"));

        Assert.Equal("We do this and that.", Assert.Single(temp.Store.WithTitle(Title)).Abstract);
    }

    [Fact]
    public async Task The_year_of_the_venue_outlives_the_day_of_the_preprint()
    {
        using var temp = new TempDatabase();

        await temp.KeepAsync(
            NewPaper.Record(Title) with
            {
                Venue = "ICLR",
                Year = 2025,
            },
            NewPaper.Record(Title, arxivId: "2410.00001", origin: PaperOrigin.ArxivApi) with
            {
                Published = new DateOnly(2024, 10, 2),
            }
        );

        var paper = Get(temp, "2410.00001");
        Assert.Equal(("ICLR", 2025), (paper.Venue, paper.Year));
    }

    [Fact]
    public async Task A_paper_known_by_its_title_keeps_its_old_id_when_it_gets_its_arXiv_id()
    {
        using var temp = new TempDatabase();
        await temp.KeepAsync(NewPaper.Record(Title));
        var former = Assert.Single(temp.Store.WithTitle(Title)).Id;

        var report = await temp.KeepAsync(NewPaper.Record(Title, arxivId: "2401.00001"));

        Assert.Equal((0, 1), (report.New, report.Updated));
        Assert.Equal("2401.00001", temp.Store.Get(former)?.Id.Value);
    }

    [Fact]
    public async Task Two_arXiv_papers_of_one_title_stay_two()
    {
        using var temp = new TempDatabase();

        await temp.KeepAsync(
            NewPaper.Record(Title, "One.", "2401.00001"),
            NewPaper.Record(Title, "Two.", "2401.00002"),
            NewPaper.Record(Title, "Two.")
        );

        Assert.Equal(["One.", "Two."], temp.Store.WithTitle(Title).Select(paper => paper.Abstract));
    }

    [Fact]
    public async Task A_paper_that_is_given_the_title_of_another_without_id_takes_it_over()
    {
        using var temp = new TempDatabase();
        await temp.KeepAsync(
            NewPaper.Record("First Name", arxivId: "2401.00001", version: 1),
            NewPaper.Record("Second Name", votes: 7)
        );
        var other = PaperId.FromTitle("Second Name");

        await temp.KeepAsync(NewPaper.Record("Second Name", arxivId: "2401.00001", version: 2));

        Assert.Equal(1, temp.Store.State().Papers);
        Assert.Equal("2401.00001", temp.Store.Get(other)?.Id.Value);
        Assert.Equal(7, Number(temp, "SELECT votes FROM votes"));
        Assert.Equal(1, Number(temp, "SELECT count(*) FROM title_words WHERE title_words MATCH 'second'"));
    }

    [Fact]
    public async Task A_former_title_still_finds_the_paper_but_not_the_index()
    {
        using var temp = new TempDatabase();

        await temp.KeepAsync(
            NewPaper.Record("Aardvark Nets", "Zebra text.", "2401.00001", version: 1),
            NewPaper.Record("Buffalo Nets", "Yak text.", "2401.00001", version: 2)
        );

        Assert.Equal("Buffalo Nets", Assert.Single(temp.Store.WithTitle("aardvark nets")).Title);
        foreach (var (table, word) in new[] { ("paper_words", "zebra"), ("title_words", "aardvark") })
        {
            Assert.Equal(0, Number(temp, $"SELECT count(*) FROM {table} WHERE {table} MATCH '{word}'"));
        }
        Assert.Equal(1, Number(temp, "SELECT count(*) FROM paper_words WHERE paper_words MATCH 'yak'"));
        Assert.Equal(0, Number(temp, "SELECT count(*) FROM title_trigrams WHERE title_trigrams MATCH 'aar'"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Importing_the_same_records_again_changes_nothing(int seed)
    {
        using var temp = new TempDatabase();
        var random = new Random(seed);
        var records = Enumerable.Range(0, 400).Select(_ => Contradicting(random)).ToList();
        await temp.KeepAsync(records);
        var before = Dump(temp);

        var again = await temp.KeepAsync(records);

        Assert.Equal((0, 0, 400), (again.New, again.Updated, again.Unchanged));
        Assert.Equal(before, Dump(temp));
    }

    private static PaperRecord Contradicting(Random random) =>
        NewPaper.Record(
            $"Title {random.Next(12)}",
            $"Abstract {random.Next(5)}.",
            random.Next(2) == 0 ? null : $"2401.0000{random.Next(6)}",
            random.Next(3) == 0 ? null : random.Next(1, 4),
            (PaperOrigin)random.Next(1, 6),
            random.Next(3) == 0 ? random.Next(3) : null,
            random.Next(3) == 0 ? random.Next(1, 9) : null
        ) with
        {
            Authors = [.. Enumerable.Range(0, random.Next(3)).Select(_ => $"Author {random.Next(9)}")],
            Venue = random.Next(2) == 0 ? null : $"Venue {random.Next(3)}",
            Year = random.Next(2) == 0 ? null : random.Next(2000, 2004),
        };

    private static string Dump(TempDatabase temp)
    {
        using var connection = temp.Database.Open();
        return string.Join(
            '\n',
            (
                (string[])["papers", "abstracts", "former_abstracts", "titles", "former_keys", "votes", "listings"]
            ).Select(table =>
                connection.Text(
                    $"SELECT group_concat(concat_ws('|', {Columns(connection, table)}), char(10)) FROM {table}"
                )
            )
        );
    }

    private static string? Columns(Microsoft.Data.Sqlite.SqliteConnection connection, string table) =>
        connection.Text($"SELECT group_concat(coalesce(name, ''), ', ') FROM pragma_table_info('{table}')");

    private static PaperRecord Version(int version, string text) =>
        NewPaper.Record(Title, text, "2401.00001", version, PaperOrigin.ArxivApi);

    private static Paper Get(TempDatabase temp, string id) =>
        temp.Store.Get(PaperId.Stored(id)) ?? throw new InvalidOperationException($"{id} is not there.");

    private static long Number(TempDatabase temp, string sql)
    {
        using var connection = temp.Database.Open();
        return connection.Number(sql);
    }
}
