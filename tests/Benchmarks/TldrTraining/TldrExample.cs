using PaperBot.Benchmarks.Summaries;
using PaperBot.Skills.Language;

namespace PaperBot.Benchmarks.TldrTraining;

/// <summary>An abstract, and what people wrote as its one sentence, in the words of <see cref="Rouge"/>.</summary>
internal sealed record TldrExample(Reading Reading, IReadOnlyList<string[]> References)
{
    public static IReadOnlyList<TldrExample> Read(string file) =>
        [
            .. SciTldr
                .Read(file)
                .Where(one => one.References.Count > 0)
                .Select(one => new TldrExample(one.Reading(), [.. one.References.Select(Rouge.Tokens)])),
        ];

    /// <summary>How near a text comes to what people wrote.</summary>
    public RougeScores ScoreOf(string text) => Rouge.Of(Rouge.Tokens(text), References);
}
