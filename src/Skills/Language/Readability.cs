using System.Collections.Frozen;

namespace PaperBot.Skills.Language;

internal enum Readable
{
    Yes,

    /// <summary>Words, but not English ones.</summary>
    OtherLanguage,

    /// <summary>No words: formulas, symbols, one endless string.</summary>
    No,
}

/// <summary>Whether a text is English prose, by its small words.</summary>
internal static class Readability
{
    // In English abstracts a third of the words are of these; in any other language hardly one in ten.
    private static readonly FrozenSet<string> Small = (
        "the of and to a in is that we for with on as by are this an from be which our it can or at these not have has their "
        + "using based such its show results paper new method model learning data between more than into also both while how"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private const double SmallShare = 0.12;

    // A judgement on fewer words would be a guess.
    private const int FewWords = 12;

    public static Readable Of(Reading reading)
    {
        var all = 0;
        var words = 0;
        var small = 0;
        var foreign = 0;
        foreach (var sentence in reading.Sentences)
        {
            foreach (var word in sentence.Plain.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                all++;
                words += IsWord(word) ? 1 : 0;
                small += Small.Contains(word) ? 1 : 0;
                foreign += word.Any(letter => letter >= 'Ͱ' && char.IsLetter(letter)) ? 1 : 0;
            }
        }
        return foreign > words / 2 ? Readable.OtherLanguage
            : words * 3 < all || words == 0 || (words < 3 && reading.Abstract.Length > Sentences.Longest) ? Readable.No
            : words >= FewWords && small < SmallShare * words ? Readable.OtherLanguage
            : Readable.Yes;
    }

    private static bool IsWord(string word) =>
        word.Length is > 1 and < 40
        && !word.ContainsAnyInRange('0', '9')
        && word.All(letter => char.IsLetter(letter) || letter is '-' or '\'' or '.');
}
