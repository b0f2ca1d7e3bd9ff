using System.Diagnostics;
using System.Text.Json;
using PaperBot.Skills.Language;

namespace PaperBot.Benchmarks.FacetTraining;

/// <summary>
/// <c>eval facets FILE [--out P]</c>: accuracy where the file has labels; P gets one JSON array of labels a line.
/// </summary>
internal static class EvalFacets
{
    private static readonly Facet[] All = Enum.GetValues<Facet>();

    public static int Run(string file, string? output)
    {
        var load = Stopwatch.StartNew();
        var model = FacetModel.Embedded;
        _ = FacetContext.Embedded; // the first sentence would read it
        Console.WriteLine($"weights loaded in {load.Elapsed.TotalMilliseconds:0.0} ms");
        var guesses = Tell(LabelledAbstract.Read(file), model);
        if (output is not null)
        {
            File.WriteAllLines(
                output,
                guesses.Select(all => JsonSerializer.Serialize(all.Select(LabelledAbstract.NameOf)))
            );
        }
        return 0;
    }

    /// <returns>For every abstract the facet of every sentence.</returns>
    public static List<Facet[]> Tell(List<LabelledAbstract> data, FacetModel model)
    {
        // Once unmeasured: the first calls run code that is still being compiled.
        for (var round = 0; round < 3; round++)
        {
            data.ForEach(one => model.Guess(one.Sentences, [.. one.Sentences.Select(PlainText.Of)]));
        }
        var micros = new List<double>();
        var guesses = new List<Facet[]>();
        foreach (var one in data)
        {
            var watch = Stopwatch.StartNew();
            var guess = model.Guess(one.Sentences, [.. one.Sentences.Select(PlainText.Of)]);
            micros.Add(watch.Elapsed.TotalMicroseconds);
            guesses.Add([.. guess.Select(sentence => sentence.Facet)]);
        }
        micros.Sort();
        Console.WriteLine($"{data.Count} abstracts, median {micros.ElementAtOrDefault(micros.Count / 2):0} µs each");
        if (data.TrueForAll(one => one.Labels?.Length == one.Sentences.Length))
        {
            TellAccuracy(data, guesses);
        }
        return guesses;
    }

    private static void TellAccuracy(List<LabelledAbstract> data, List<Facet[]> guesses)
    {
        var pairs = data.SelectMany((one, i) => guesses[i].Select((guess, k) => (Truth: one.FacetOf(k), Guess: guess)))
            .ToList();
        var right = pairs.Count(pair => pair.Truth == pair.Guess);
        Console.WriteLine(
            $"accuracy (micro-F1) {100.0 * right / Math.Max(1, pairs.Count):0.00} % of {pairs.Count} sentences"
        );
        foreach (var facet in All)
        {
            var hits = pairs.Count(pair => pair.Truth == facet && pair.Guess == facet);
            var said = pairs.Count(pair => pair.Guess == facet);
            var there = pairs.Count(pair => pair.Truth == facet);
            Console.WriteLine(
                $"  {LabelledAbstract.NameOf(facet), -10} precision {100.0 * hits / Math.Max(1, said):0.0} %, recall {100.0 * hits / Math.Max(1, there):0.0} %, {there} sentences"
            );
        }
    }
}
