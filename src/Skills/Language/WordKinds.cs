using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace PaperBot.Skills.Language;

/// <summary>How many words of which kind a text has.</summary>
/// <param name="All">Runs of letters and digits.</param>
/// <param name="Words">Those of two letters or more, without digits.</param>
/// <param name="English">Small words of English.</param>
/// <param name="Foreign">Small words of other languages.</param>
/// <param name="Accented">Words with a Latin letter that English does not have.</param>
/// <param name="Letters">Letters and digits.</param>
/// <param name="OtherLetters">Letters of other scripts than the Latin.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WordKinds(
    int All,
    int Words,
    int English,
    int Foreign,
    int Accented,
    int Letters,
    int OtherLetters
)
{
    private const int LongestWord = 40;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SmallEnglish = Set(
        "the of and to a in is that we for with on as by are this an from be which our it can or at these not have has their "
            + "using based such its show results paper new method model learning data between more than into also both while how"
    );

    // None of them is an English word; those of several languages stand once.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SmallForeign = Set(
        // German
        "und der das ein eine einen einer eines einem wird werden wurde wurden mit für von vom zur zum auf ist sind nicht durch "
            + "als jeder bei sich auch dass oder nach über wir diese dieser dieses diesem aus wie kann den dem im des "
            // French
            + "le les une dans est qui que pour avec nous cette ces aux du sont être ont sans sur dont leur leurs il elle la "
            // Spanish, Portuguese, Italian
            + "el los las una por para se este esta estos estas más sobre han fue mediante uma dos das com não são em ao pela "
            + "pelo mais foi sua gli della delle dei nel nella che sono una di del questo questa viene lo como os "
            // Dutch, Swedish
            + "de en van het een deze dit voor zijn naar niet wordt worden ook bij och att som är för av på inte vi har "
            // Polish, Turkish, Indonesian
            + "jest oraz są nie się przez dla które na bir ve bu için ile olarak yang dan dengan untuk ini dari pada dalam adalah"
    );

    public static WordKinds Of(string text)
    {
        var kinds = default(WordKinds);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                var start = i;
                while (i + 1 < text.Length && (char.IsLetterOrDigit(text[i + 1]) || IsJoint(text, i + 1)))
                {
                    i++;
                }
                kinds += OfWord(text.AsSpan(start..(i + 1)));
            }
        }
        return kinds;
    }

    public static WordKinds operator +(WordKinds a, WordKinds b) =>
        new(
            a.All + b.All,
            a.Words + b.Words,
            a.English + b.English,
            a.Foreign + b.Foreign,
            a.Accented + b.Accented,
            a.Letters + b.Letters,
            a.OtherLetters + b.OtherLetters
        );

    private static bool IsJoint(string text, int i) =>
        text[i] is '-' or '\'' or '’' or '.' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]);

    private static WordKinds OfWord(ReadOnlySpan<char> word)
    {
        var digits = false;
        var accents = false;
        var other = 0;
        foreach (var letter in word)
        {
            digits |= char.IsDigit(letter);
            accents |= letter is >= 'À' and < 'Ͱ';
            other += letter >= 'Ͱ' && char.IsLetter(letter) ? 1 : 0;
        }
        return new(
            All: 1,
            Words: word.Length is > 1 and < LongestWord && !digits ? 1 : 0,
            English: SmallEnglish.Contains(word) ? 1 : 0,
            Foreign: SmallForeign.Contains(word) ? 1 : 0,
            Accented: accents ? 1 : 0,
            Letters: word.Length,
            // A Greek letter by itself is a formula.
            OtherLetters: other > 1 || (other == 1 && word[0] >= '⺀') ? other : 0
        );
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
