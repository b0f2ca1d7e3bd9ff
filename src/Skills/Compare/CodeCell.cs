using System.Text.RegularExpressions;
using PaperBot.Skills.Language;

namespace PaperBot.Skills.Compare;

/// <summary>Where the code is, or that there is some.</summary>
internal static partial class CodeCell
{
    // Most sentences have none of these: cheaper than the pattern.
    private static readonly CueList Released = new(
        "1 available | releas* | open-sourc* | open | publish* | public | make"
    );

    public static ComparisonCell Of(Reading reading)
    {
        foreach (var sentence in reading.Sentences)
        {
            if (Links.In(sentence.Text).FirstOrDefault() is { } link)
            {
                return new ComparisonCell(link, [sentence.Number]);
            }
        }
        // At the end of the abstract: there it is the authors' own code.
        var said = reading.Sentences.LastOrDefault(sentence =>
            Released.Most(sentence.Plain) > 0 && Said().IsMatch(sentence.Text)
        );
        return said is null
            ? ComparisonCell.Empty
            : new ComparisonCell(Compression.Of(said.Text, reading.Title, int.MaxValue), [said.Number]);
    }

    [GeneratedRegex(
        @"\b(?:codes?|implementations?|software|toolkit|models|weights|toolbox)\b[^.]{0,80}"
            + @"\b(?:available|released?|open-sourced?|publish(?:ed)?|made public)\b"
            + @"|\b(?:release|open-source|publish|make)\b[^.]{0,60}\b(?:code|implementation|weights|models)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Said();
}
