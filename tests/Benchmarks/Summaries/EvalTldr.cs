using System.Globalization;
using PaperBot.Skills.Language;

namespace PaperBot.Benchmarks.Summaries;

/// <summary>The engine's one sentence of each abstract against what people wrote.</summary>
internal static class EvalTldr
{
    /// <param name="file">SciTLDR as JSON Lines.</param>
    /// <param name="predictions">Gets one sentence a line, in input order; an empty line where there is none.</param>
    public static int Run(string file, string? predictions)
    {
        var examples = SciTldr.Read(file);
        var texts = examples.Select(OneSentence).ToList();
        if (predictions is not null)
        {
            File.WriteAllLines(predictions, texts);
        }
        Console.WriteLine(Figures(examples, texts));
        return 0;
    }

    public static string Figures(IReadOnlyList<SciTldr> examples, IReadOnlyList<string> texts)
    {
        var judged = examples.Zip(texts).Where(pair => pair.First.References.Count > 0).ToList();
        var sum = judged.Aggregate(
            default(RougeScores),
            (sum, pair) => sum + Rouge.Of(pair.Second, pair.First.References)
        );
        var mean = sum / Math.Max(1, judged.Count);
        var words = texts.Sum(text => text.Count(' ') + 1.0) / Math.Max(1, texts.Count);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"ROUGE-1/2/L {100 * mean.One:0.00} / {100 * mean.Two:0.00} / {100 * mean.L:0.00} ({judged.Count} abstracts with references of {examples.Count}; F1, Porter stems, per abstract the reference with the best ROUGE-1; {words:0.0} words on average)"
        );
    }

    private static string OneSentence(SciTldr example) =>
        (Tldr.Of(example.Reading())?.Text ?? "").ReplaceLineEndings(" ").Trim();
}
