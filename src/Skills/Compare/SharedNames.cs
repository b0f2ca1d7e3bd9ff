using System.Collections.Frozen;
using System.Text.RegularExpressions;
using PaperBot.Skills.Language;

namespace PaperBot.Skills.Compare;

/// <summary>Names that several abstracts mention: data sets, models, methods. What is written like a name counts as one.</summary>
internal static partial class SharedNames
{
    // Everybody's words, whatever their spelling.
    private static readonly FrozenSet<string> Common = (
        "gpu gpus cpu cpus tpu ai ml dl sota flops flop usa url http https github com ii iii iv 2d 3d 4d pdf id iid api top-1 top-5 f1 "
        + "state-of-the-art per-se a.k.a"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlyList<string> Of(IReadOnlyList<Reading> readings)
    {
        var first = NamesOf(readings[0]);
        var others = readings
            .Skip(1)
            .Select(reading => NamesOf(reading).Select(name => name.Key).ToHashSet(StringComparer.Ordinal))
            .ToArray();
        return [.. first.Where(name => others.All(other => other.Contains(name.Key))).Select(name => name.Text)];
    }

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
