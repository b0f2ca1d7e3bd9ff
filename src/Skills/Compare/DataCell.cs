using System.Text.RegularExpressions;
using PaperBot.Skills.Language;

namespace PaperBot.Skills.Compare;

/// <summary>What a paper was tried on: the names of its data sets, else how it describes them.</summary>
internal static partial class DataCell
{
    public static ComparisonCell Of(Reading reading, IReadOnlyList<Fact> dataSets)
    {
        if (dataSets.Count > 0)
        {
            return new ComparisonCell(
                string.Join(", ", dataSets.Select(dataSet => dataSet.Text)),
                [.. dataSets.Select(dataSet => dataSet.Sentence).Distinct()]
            );
        }
        foreach (
            var sentence in reading.Sentences.Where(sentence => !sentence.IsBackground && sentence.Facet != Facet.Other)
        )
        {
            if (Described().Match(sentence.Text) is { Success: true } match)
            {
                return new ComparisonCell(match.Groups["what"].Value, [sentence.Number]);
            }
        }
        return ComparisonCell.Empty;
    }

    private const string Many =
        "(?:an?|two|three|four|five|six|seven|eight|nine|ten|many|multiple|several|various|diverse|different|standard"
        + @"|public\w*|real|real-world|synthetic|large\w*|large-scale|popular|benchmark|common\w*|\d+)";

    // "on various public MTL datasets", "a dataset of nearly 40 million measurements"
    [GeneratedRegex(
        $@"\b(?:on|across|over|from|using|with|collect|build|create|curate|release)\s(?<what>{Many}\s(?:[\w/-]+\s){{0,6}}?"
            + @"(?:datasets?|data sets?|benchmarks?|corpus|corpora)\b(?:\sof\s(?:[\w,/-]+\s){0,6}?\w+s\b)?)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Described();
}
