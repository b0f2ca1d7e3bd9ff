using System.Globalization;
using System.Text.Json;
using PaperBot.Fakes;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Tests.Cli;

/// <summary>The program is killed (SIGKILL) at random moments, as a power button or an out-of-memory killer would.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 26; // of each kind

    private readonly TempDatabase library = new();
    private readonly Random random = new(20260106);

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task An_import_that_is_killed_loses_nothing_that_it_reported_as_stored()
    {
        const int papers = 20_000; // stored in two or three transactions
        var file = Path.Combine(library.Folder, "papers.jsonl");
        await File.WriteAllLinesAsync(file, Enumerable.Range(1, papers).Select(Line));
        var cutShort = 0;
        var toldBefore = 0;
        for (var i = 0; i < Kills; i++)
        {
            // Each begins anew, so that every moment of an import has its chance.
            var path = Path.Combine(library.Folder, $"{i}.db");
            var output = await KilledAfterAsync(
                random.Next(250, 1_100),
                "import",
                file,
                "--progress",
                "--Library:Path",
                path
            );

            var reported = output
                .Where(line => line.EndsWith(" stored", StringComparison.Ordinal))
                .Select(Number)
                .LastOrDefault();
            cutShort += reported < papers ? 1 : 0;
            toldBefore += reported is > 0 and < papers ? 1 : 0;
            var database = TempDatabase.At(path);
            using (var connection = database.Open())
            {
                Assert.Equal("ok", connection.Text("PRAGMA integrity_check"));
                Assert.True(connection.Number("SELECT count(*) FROM papers") >= reported);
            }
            var store = new PaperStore(database);
            for (var paper = reported; paper > 0; paper -= 397)
            {
                Assert.Equal($"Finding {paper}.", store.Get(PaperId.FromTitle(Title(paper)))?.Abstract);
            }
        }
        Assert.True(cutShort > Kills / 2, $"only {cutShort} of {Kills} imports were cut short; kill earlier");

        TestContext.Current.SendDiagnosticMessage($"{cutShort} cut short, {toldBefore} of them after a report");

        var again = await ChildProgram.RunAsync(
            library.Folder,
            ["import", file, "--Library:Path", Path.Combine(library.Folder, "0.db")]
        );

        Assert.Equal(0, again.Code);
        using var first = TempDatabase.At(Path.Combine(library.Folder, "0.db")).Open();
        Assert.Equal(papers, first.Number("SELECT count(*) FROM papers"));
    }

    [Fact]
    public async Task A_post_that_is_killed_is_posted_once_all_the_same()
    {
        string[] daily = ["--Library:Path", library.File, "--Daily:Papers", "3"];
        await ChildProgram.RunAsync(library.Folder, ["chat", "--Library:Path", library.File], "/help\n"); // brings the sample
        var days = Enumerable
            .Range(0, Kills)
            .Select(i => new DateOnly(2026, 1, 1).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .ToList();
        foreach (var day in days)
        {
            await KilledAfterAsync(random.Next(250, 1_500), ["post", "--date", day, .. daily]);
        }

        foreach (var day in days)
        {
            Assert.Equal(0, (await ChildProgram.RunAsync(library.Folder, ["post", "--date", day, .. daily])).Code);
        }

        using var connection = library.Database.Open();
        Assert.Equal("ok", connection.Text("PRAGMA integrity_check"));
        Assert.Equal(Kills, connection.Number("SELECT count(*) FROM local_messages"));
        Assert.Equal(Kills, connection.Number("SELECT count(DISTINCT day) FROM local_messages"));
        Assert.Equal(0, connection.Number("SELECT count(*) FROM publications WHERE state <> 'sent'"));
        Assert.Equal(0, connection.Number("SELECT count(*) - count(DISTINCT key) FROM picks"));
    }

    private async Task<List<string>> KilledAfterAsync(int milliseconds, params string[] args)
    {
        using var process = ChildProgram.Start(library.Folder, args);
        process.StandardInput.Close();
        var output = Task.Run(async () =>
        {
            var lines = new List<string>();
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                lines.Add(line);
            }
            return lines;
        });
        await Task.Delay(milliseconds);
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        return await output;
    }

    private static string Line(int paper) =>
        JsonSerializer.Serialize(new { title = Title(paper), @abstract = $"Finding {paper}." });

    private static string Title(int paper) => $"Study {paper} of widgets";

    private static int Number(string line) => int.Parse(line.Split(' ')[0]);
}
