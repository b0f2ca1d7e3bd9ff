using System.Text.RegularExpressions;

namespace PaperBot.Skills.Language.OneSentence;

/// <summary>
/// How much a sentence misses the one before it: who asks for one sentence reads no other. People's own sentences, by
/// which the weights were learnt, hardly ever point back, but overlap of words does not show that.
/// </summary>
internal static partial class StandsAlone
{
    private const float Pointing = 0.09f;
    private const float Leaning = 0.045f;

    /// <returns>What is taken off the sentence's score, in ROUGE-L, 0 to 1.</returns>
    public static float Penalty(string text) =>
        (BeginsPointing().IsMatch(text) ? Pointing : 0)
        + (PointsBack().IsMatch(text) ? Leaning : 0)
        + (TellsOfATest().IsMatch(text) ? Leaning : 0);

    // What was tested, another sentence says.
    [GeneratedRegex(
        "^We (?:\\w+ly )?(?:validate|evaluate|verify|test|benchmark|perform (?:\\w+ )?experiments|conduct (?:\\w+ )?experiments)\\b"
    )]
    private static partial Regex TellsOfATest();

    [GeneratedRegex(
        "^(?:It|They|These|Those|Such|He|She|Their|Its|There|But|And|So|Both|This(?! (?:paper|work|article|study|survey|letter|report|chapter|thesis|research|tutorial|review)\\b)|The (?:former|latter|above)|Here|Then|Experiments?|Extensive|Code)\\b"
    )]
    private static partial Regex BeginsPointing();

    [GeneratedRegex(
        "^[A-Z][^,]{2,80}, (?:it|they|these|those) \\w|\\b(?:this|these|those|such an?|the above|aforementioned|said) (?:[a-z-]+ )?(?:problem|issue|challenge|limitation|question|shortcoming|setting|gap|goal|difficult|drawback|requirement|constraint|obstacle|concern|need|assumption|finding|observation|insight|approach|method|technique|model|framework|task|case|result|idea|propert|condition)\\w*\\b|\\b(?:the former|the latter)\\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex PointsBack();
}
