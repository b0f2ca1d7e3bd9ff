using System.Collections.Frozen;
using System.Text.RegularExpressions;
using PaperBot.Skills.Language;

namespace PaperBot.Skills.Compare;

/// <summary>
/// What several abstracts mention: data sets, models, methods, whatever is written like a name, and phrases of telling
/// words ("knowledge distillation").
/// </summary>
internal static partial class SharedNames
{
    private const int MostPhrases = 6;

    // Everybody's words, whatever their spelling.
    private static readonly FrozenSet<string> Common = (
        "gpu gpus cpu cpus tpu ai ml dl sota flops flop usa url http https github com ii iii iv 2d 3d 4d pdf id iid api top-1 top-5 f1 "
        + "state-of-the-art per-se a.k.a"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <returns>What all of them mention, as the first one writes it; names first.</returns>
    public static IReadOnlyList<string> Of(IReadOnlyList<Reading> readings) =>
        [
            .. Counted(readings).Where(name => name.Papers.Count == readings.Count).Select(name => name.Name),
            .. SharedPhrases.Of(readings).Take(MostPhrases),
        ];

    /// <returns>Names that at least two of them mention, but not all.</returns>
    public static IReadOnlyList<PartlyShared> Partly(IReadOnlyList<Reading> readings) =>
        [.. Counted(readings).Where(name => name.Papers.Count > 1 && name.Papers.Count < readings.Count)];

    private static IEnumerable<PartlyShared> Counted(IReadOnlyList<Reading> readings) =>
        readings
            .SelectMany((reading, paper) => NamesOf(reading).Select(name => (name.Key, name.Text, Paper: paper)))
            .GroupBy(name => name.Key, StringComparer.Ordinal)
            .Select(same => new PartlyShared(same.First().Text, [.. same.Select(name => name.Paper)]));

    private static IReadOnlyList<(string Key, string Text)> NamesOf(Reading reading)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var sentence in reading.Sentences)
        {
            var text = sentence.Text;
            foreach (var dataSet in sentence.DataSets)
            {
                names.TryAdd(KnownDataSets.Canonical(KnownDataSets.KeyOf(dataSet.Name)), dataSet.Name);
            }
            foreach (Match match in Name().Matches(text))
            {
                var name = match.Value.TrimEnd('s');
                if (!Common.Contains(name.ToLowerInvariant()) && !IsInAddress(text, match.Index))
                {
                    names.TryAdd(KnownDataSets.Canonical(KnownDataSets.KeyOf(name)), match.Value);
                }
            }
        }
        return [.. names.Select(name => (name.Key, name.Value))];
    }

    private static bool IsInAddress(string text, int position)
    {
        var blank = text.LastIndexOf(' ', Math.Max(0, position - 1), Math.Min(Math.Max(1, position), 200));
        return text.AsSpan(blank + 1, position - blank - 1).ContainsAny("/@");
    }

    // Two capitals, or a capital and a digit, in one word: "ResNet", "GNNs", "ViT-B", "GPT-4".
    [GeneratedRegex(
        @"\b(?=[\w-]{3,24}\b)(?=[\w-]{0,23}[A-Z])(?:[A-Za-z]*[A-Z][A-Za-z]*[A-Z][A-Za-z]*|[A-Z][A-Za-z]*-?\d+"
            + @"|[A-Z][a-z]+[A-Z]\w*)(?:-[A-Z0-9]\w*)*s?\b"
    )]
    private static partial Regex Name();
}
