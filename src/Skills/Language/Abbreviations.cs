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
    private static readonly FrozenDictionary<string, Abbreviation>.AlternateLookup<ReadOnlySpan<char>> Known = Table(
        StringComparer.OrdinalIgnoreCase,
        (Abbreviation.NeverLast, "e.g eg i.e ie vs v.s cf viz a.k.a aka c.f n.b"),
        (
            Abbreviation.BeforeNumber,
            "fig figs eq eqs eqn eqns sec sect secs ref refs tab def defs thm thms prop props lem cor alg algs app appx apps "
                + "chap ch no nos vol vols pp p pg art ex v ver op para"
        ),
        (
            Abbreviation.SometimesLast,
            "al et.al resp approx est incl excl avg min max ca w.r.t wrt w.l.o.g wlog i.i.d iid ph.d m.sc b.sc m.s u.s u.k "
                + "e.u u.n u.s.a d.c a.m p.m a.d b.c s.t a.s std dev var conf corresp equiv"
        ),
        (Abbreviation.OftenLast, "etc")
    );

    // Words when written small.
    private static readonly FrozenDictionary<string, Abbreviation>.AlternateLookup<ReadOnlySpan<char>> Capital = Table(
        StringComparer.Ordinal,
        (Abbreviation.NeverLast, "Dr Drs Mr Mrs Ms Prof Profs St Mt"),
        (
            Abbreviation.SometimesLast,
            "Inc Ltd Co Corp Jr Sr Dept Univ Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Proc Int Intl Symp Trans Adv "
                + "Lett Rev Assoc Sci Comput Commun Math Phys Gen Ed Eds"
        )
    );

    // Of an abstract in parts: "Methods. We count looms."
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Headings = (
        "Abstract Background Introduction Motivation Objective Objectives Aim Aims Purpose Method Methods Methodology Approach "
        + "Result Results Findings Conclusion Conclusions Discussion Summary"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public static Abbreviation KindOf(ReadOnlySpan<char> word) =>
        (Known.TryGetValue(word, out var kind) && !IsName(word)) || Capital.TryGetValue(word, out kind)
            ? kind
            : Abbreviation.None;

    public static bool IsHeading(ReadOnlySpan<char> word) => Headings.Contains(word);

    public static bool IsNameWithMark(ReadOnlySpan<char> word) => word is "Yahoo" or "Jeopardy";

    // "CF" and "MIN" are names; "U.S", "PH.D" and "FIG" are not.
    private static bool IsName(ReadOnlySpan<char> word) =>
        word.Length > 1
        && !word.ContainsAnyExceptInRange('A', 'Z')
        && word is not ("FIG" or "FIGS" or "EQ" or "EQS" or "ETC");

    private static FrozenDictionary<string, Abbreviation>.AlternateLookup<ReadOnlySpan<char>> Table(
        StringComparer comparer,
        params ReadOnlySpan<(Abbreviation Kind, string Words)> rows
    )
    {
        var table = new Dictionary<string, Abbreviation>(comparer);
        foreach (var (kind, words) in rows)
        {
            foreach (var word in words.Split(' '))
            {
                table[word] = kind;
            }
        }
        return table.ToFrozenDictionary(comparer).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
