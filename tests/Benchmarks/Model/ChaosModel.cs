using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaperBot.Chat;
using PaperBot.Fakes;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Benchmarks.Model;

/// <summary>
/// <c>chaos model [CASES]</c>: a model behind real HTTP that misbehaves in every way that <see cref="Misbehaviour"/> knows.
/// Held against the abstracts by their characters alone; fails where a foreign number or name was shown, or an answer was late.
/// </summary>
internal static class ChaosModel
{
    private const int Bots = 12; // each waits for its own endpoint
    private const int TimeoutSeconds = 5;
    private const int Margin = 3;

    public static async Task<int> RunAsync(int cases)
    {
        var foreign = new ConcurrentBag<string>();
        var seconds = new ConcurrentBag<double>();
        var done = new ConcurrentDictionary<string, int>();
        var own = 0;
        await Task.WhenAll(
            Enumerable
                .Range(0, Bots)
                .Select(bot =>
                    Task.Run(async () =>
                    {
                        var asked = cases / Bots + (bot < cases % Bots ? 1 : 0);
                        Interlocked.Add(ref own, await RunBotAsync(bot, asked, foreign, seconds, done));
                    })
                )
        );
        foreach (var (kind, times) in done.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"{kind, -24} {times, 6}");
        }
        var late = seconds.Count(one => one > TimeoutSeconds + Margin);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{seconds.Count} answers, {own} of them PaperBot's own engine's; the slowest took {seconds.Max():0.0} s (the model has {TimeoutSeconds}); {late} late; {foreign.Count} with a foreign number or name"
            )
        );
        foreach (var shown in foreign.Take(20))
        {
            Console.WriteLine(shown);
        }
        return foreign.IsEmpty && late == 0 ? 0 : 1;
    }

    private static async Task<int> RunBotAsync(
        int seed,
        int cases,
        ConcurrentBag<string> foreign,
        ConcurrentBag<double> seconds,
        ConcurrentDictionary<string, int> done
    )
    {
        Misbehaviour? wrongs = null;
        IReadOnlyList<Paper> about = [];
        var isTable = false;
        await using var stub = new ModelStub(_ => wrongs!.Next(about, isTable)); // set before the first question
        using var library = new BenchLibrary();
        using var host = Build(library.Database.Path, stub.Address);
        await host.Services.GetRequiredService<SampleLibrary>().LoadIfEmptyAsync();
        var papers = SampleLibrary.Read().Select(record => library.Store.WithTitle(record.Title)[0]).ToList();
        wrongs = new Misbehaviour(papers, seed);
        var dispatcher = host.Services.GetRequiredService<CommandDispatcher>();
        var own = 0;
        for (var i = 0; i < cases; i++)
        {
            isTable = i % 4 == 1;
            about = isTable
                ? [papers[(i + seed) % papers.Count], papers[(i + 7) % papers.Count]]
                : [papers[(i * 5 + seed) % papers.Count]];
            isTable &= about[0].Id != about[^1].Id;
            var start = Stopwatch.GetTimestamp();
            var reply = await dispatcher.DispatchAsync(
                Line(about, isTable, i),
                new Asker("chaos", "1", IsOperator: true),
                CancellationToken.None
            );
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            own += reply.Notes.Any(note => note.EndsWith("this is by PaperBot's own engine.", StringComparison.Ordinal))
                ? 1
                : 0;
            var rests = about.Concat(
                reply.Items.Select(item => papers.Find(paper => paper.Id.Value == item.Paper)).OfType<Paper>()
            );
            foreach (var thing in reply.Ok ? ForeignThings.In(Shown(reply), rests) : [])
            {
                foreign.Add($"{thing}: {Line(about, isTable, i)}: {Shown(reply)}");
            }
            using var connection = library.Database.Open();
            connection.Run("DELETE FROM answers"); // each case asks anew
        }
        foreach (var (kind, times) in wrongs.Done)
        {
            done.AddOrUpdate(kind, times, (_, before) => before + times);
        }
        return own;
    }

    private static string Line(IReadOnlyList<Paper> about, bool isTable, int i) =>
        isTable
            ? $"/compare a:{about[0].Id} b:{about[1].Id}"
            : (i % 3) switch
            {
                0 => $"/summarize paper:{about[0].Id}",
                1 => $"/summarize paper:{about[0].Id} style:plain",
                _ => $"/summarize paper:{about[0].Id} style:bullets",
            };

    private static string Shown(Reply reply) =>
        string.Join(
            '\n',
            reply
                .Fields.Where(field => field.Name is not ("Comparable?" or "Some mention" or "Named in one only"))
                .Select(field => field.Text)
                .Concat(reply.Items.Select(item => item.Text))
                .Concat(reply.Table?.Rows.SelectMany(row => row.Cells.Select(cell => cell.Text)) ?? [])
                .Prepend(reply.Text)
        );

    private static IHost Build(string library, string endpoint)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"));
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Library:Path"] = library,
                ["Model:Provider"] = "OpenAI",
                ["Model:Endpoint"] = endpoint,
                ["Model:Name"] = "chaos",
                ["Model:TimeoutSeconds"] = $"{TimeoutSeconds}",
            }
        );
        builder.Services.AddPaperBot();
        return builder.Build();
    }
}
