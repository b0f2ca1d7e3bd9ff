using System.Collections.Frozen;

namespace PaperBot.Skills.Language;

/// <summary>What a full stop behind a word says about the end of a sentence.</summary>
internal enum Abbreviation
{
    /// <summary>No abbreviation: the stop ends the sentence.</summary>
    None,

    /// <summary>Something always follows: "e.g."</summary>
    NeverLast,

    /// <summary>A number follows, or the word was no abbreviation: "Fig. 2".</summary>
    BeforeNumber,

    /// <summary>The sentence may end here, if what follows looks like a beginning: "the U.S. We".</summary>
    SometimesLast,

    /// <summary>Any capital letter behind it begins a sentence: "etc."</summary>
    OftenLast,
}

internal static class Abbreviations
{
    private static readonly FrozenDictionary<string, Abbreviation> Known = Table(
        (Abbreviation.NeverLast, "e.g eg i.e ie vs v.s cf viz a.k.a aka c.f"),
        (
            Abbreviation.BeforeNumber,
            "fig figs eq eqs eqn eqns sec sect secs ref refs tab def defs thm thms prop lem cor alg app appx chap ch no nos "
                + "vol vols pp p pg art ex v ver op para"
        ),
        (
            Abbreviation.SometimesLast,
            "al resp approx inc ltd co corp jr sr dept univ est incl excl avg min max ca w.r.t wrt i.i.d iid ph.d m.sc b.sc "
                + "u.s u.k e.u u.n u.s.a d.c a.m p.m a.d b.c s.t jan feb mar apr jun jul aug sept sep oct nov dec conf proc "
                + "int intl symp trans adv lett rev assoc res sci comput math phys gen ed eds std dev var"
        ),
        (Abbreviation.OftenLast, "etc et.al")
    );

    private static readonly FrozenDictionary<string, Abbreviation>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Known.GetAlternateLookup<ReadOnlySpan<char>>();

    public static Abbreviation KindOf(ReadOnlySpan<char> word)
    {
        if (word is "Dr" or "Mr" or "Mrs" or "Ms" or "Prof" or "St" or "Mt")
        {
            return Abbreviation.NeverLast;
        }
        // "CF" and "MIN" are names; "U.S" and "PH.D" are not.
        var isName = word.Length > 1 && !word.Contains('.') && !word.ContainsAnyExceptInRange('A', 'Z');
        return !isName && Lookup.TryGetValue(word, out var kind) ? kind : Abbreviation.None;
    }

    public static bool IsNameWithMark(ReadOnlySpan<char> word) => word is "Yahoo" or "Jeopardy";

    private static FrozenDictionary<string, Abbreviation> Table(
        params ReadOnlySpan<(Abbreviation Kind, string Words)> rows
    )
    {
        var table = new Dictionary<string, Abbreviation>(StringComparer.OrdinalIgnoreCase);
        foreach (var (kind, words) in rows)
        {
            foreach (var word in words.Split(' '))
            {
                table[word] = kind;
            }
        }
        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
