using System.Diagnostics;
using PaperBot.Skills.Papers;
using PaperBot.Skills.People;
using PaperBot.Skills.Search;
using PaperBot.Skills.Storage;

namespace PaperBot.Benchmarks;

/// <summary>
/// <c>speed people FILE</c>: who might care, for ten thousand servers at one hour, against looking at every follow and
/// paper; notes for a hundred thousand follows; suggestions while a name is typed; and forgetting one of many.
/// </summary>
internal static class SpeedPeople
{
    private const int Servers = 10_000;
    private const int FollowsOfServer = 10;
    private const int Papers = 5;

    public static async Task<int> RunAsync(string file)
    {
        using var library = new BenchLibrary();
        var random = new Random(20260106);
        var records = BenchLibrary.Read(file).ConvertAll(record => record with { Authors = Authors(random) });
        await new PaperIntake(library.Database, TimeProvider.System).TakeInAsync(
            records.Select((record, i) => new ReadPaper(i + 1, record))
        );
        var words = records.SelectMany(record => IndexText.Stems(record.Title)).Distinct().ToArray();
        var authors = records.SelectMany(record => record.Authors).Distinct().ToArray();
        var follows = new FollowStore(library.Database, TimeProvider.System);
        Fill(library.Database, words, authors, random);
        var papers = Enumerable
            .Range(0, Papers)
            .Select(_ => library.Store.WithTitle(records[random.Next(records.Count)].Title)[0])
            .ToList();

        var clock = Stopwatch.StartNew();
        var named = Enumerable
            .Range(0, Servers)
            .Sum(server => follows.ReadersOf("discord", $"{server}", papers).Values.Sum(readers => readers.Count));
        var all = clock.Elapsed;
        clock.Restart();
        var naive = Naive(library.Database, papers, 100);
        var one = clock.Elapsed * (Servers / 100.0);
        Console.WriteLine(
            $"who might care: {Servers} servers, {Servers * FollowsOfServer} follows, {Papers} papers: {all.TotalSeconds:0.00} s, {named} named; read anew for each server and paper {one.TotalSeconds:0.00} s ({one / all:0.0} times as long; {naive} of the first 100 servers)"
        );

        clock.Restart();
        var planned = new FollowNotes(library.Database, TimeProvider.System).Plan(["discord"]);
        Console.WriteLine(
            $"notes: the newest 20,000 papers and all follows: {clock.Elapsed.TotalSeconds:0.00} s, {planned} planned"
        );

        var names = new NameCompletion(library.Database, TimeProvider.System);
        clock.Restart();
        names.Authors("a", 25);
        Console.WriteLine($"names and keywords read: {clock.Elapsed.TotalSeconds:0.00} s");
        Percentiles.Measure(
            "an author, letter by letter",
            [
                .. Enumerable
                    .Range(0, 2_000)
                    .Select(_ => authors[random.Next(authors.Length)])
                    .Select(name => name[..random.Next(1, name.Length + 1)]),
            ],
            typed => names.Authors(typed, 25)
        );

        clock.Restart();
        new PersonalDataStore(library.Database).Forget(new Person("discord", Id(4_711)));
        Console.WriteLine(
            $"forgetting one person: {clock.Elapsed.TotalSeconds:0.00} s, the library has {new FileInfo(library.Database.Path).Length / 1_000_000} MB"
        );
        return 0;
    }

    // Three a paper, of 100,000 people whose names are spelt one way; files without authors are measured alike.
    private static IReadOnlyList<string> Authors(Random random) =>
        [.. Enumerable.Range(0, 3).Select(_ => $"{Syllables(random.Next(200))} {Syllables(200 + random.Next(500))}")];

    private static string Syllables(int number)
    {
        const string Letters = "bdfgklmnprstvz";
        var name = "";
        for (var rest = number + 14; rest > 0; rest /= 14)
        {
            name += $"{Letters[rest % 14]}{"aeiou"[rest % 5]}";
        }
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    // 20,000 people; every fifth follow is of an author.
    private static void Fill(Database database, string[] words, string[] authors, Random random)
    {
        var wishes = Enumerable
            .Range(0, Servers * FollowsOfServer)
            .Select(i =>
                i % 5 == 0
                    ? FollowWish.Author(authors[random.Next(authors.Length)])
                    : FollowWish.Topic($"{words[random.Next(words.Length)]} {words[random.Next(words.Length)]}")
            );
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction();
        foreach (var (i, wish) in wishes.Index())
        {
            connection.Run(
                "INSERT OR IGNORE INTO follows (platform, user, server, name, kind, value, label, mention, note, version, at) VALUES ('discord', ?1, ?2, 'Mina', ?3, ?4, ?5, 0, 1, 0, '2020-01-01T00:00:00Z')",
                Id(i % 20_000),
                $"{i / FollowsOfServer}",
                wish.Kind.ToString().ToLowerInvariant(),
                wish.Value,
                wish.Label
            );
        }
        transaction.Commit();
    }

    private static string Id(int person) => $"{100_000_000_000_000_000 + person}";

    // A server's follows compared one by one with papers whose words are read each time.
    private static int Naive(Database database, List<Paper> papers, int servers)
    {
        var named = 0;
        for (var server = 0; server < servers; server++)
        {
            foreach (var paper in papers)
            {
                using var connection = database.Open();
                var follows = connection.Rows(
                    $"SELECT {FollowStore.Columns} FROM follows WHERE platform = 'discord' AND server = ?1",
                    FollowStore.Read,
                    $"{server}"
                );
                named += follows.Count(follow => new FollowMatcher([follow]).Matching(PaperTraits.Of(paper)).Count > 0);
            }
        }
        return named;
    }
}
