using System.Collections.Frozen;

namespace PaperBot.Skills.Language;

/// <summary>Words that begin sentences of abstracts, with a capital; after a doubtful full stop they decide.</summary>
internal static class Openers
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = (
        "A Accordingly Additionally After Again All Also Although Among An And Another Any Are As At Based Because Before "
        + "Beyond Both Building But By Can Code Codes Combined Compared Consequently Conversely Crucially Current Currently "
        + "Data Deep Despite Different Do Does Due During Each Early Empirical Empirically Especially Even Evaluation "
        + "Evaluations Every Existing Experiment Experimental Experiments Extensive Finally Findings First Firstly Following "
        + "For From Further Furthermore Generally Given Hence Here How However If Importantly In Indeed Inspired Instead "
        + "Interestingly Is It Its Large Last Lastly Later Learning Leveraging Like Many Meanwhile Methods Models More "
        + "Moreover Most Motivated Much Nevertheless New Next No Nonetheless Not Notably Now Numerical Of On Once One Only "
        + "Or Other Others Our Over Overall Particularly People Previous Prior Project Rather Recent Recently Regarding "
        + "Researchers Results Second Secondly See Several Similarly Simulation Simulations Since So Some Source "
        + "Specifically Still Studies Such Surprisingly Systems Taken Than Thanks That The Their Then Theoretical "
        + "Theoretically There Therefore These They Third This Those Though Three Through Throughout Thus Till To Today "
        + "Together Towards Traditional Training Two Typically Ultimately Under Unfortunately Unlike Until Upon Using Very "
        + "Via We Well What When Where Whereas Whether Which While Why With Within Without Work Yet You"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether it is one of the listed words: people may be called Udding or Lilly.</summary>
    public static bool IsListed(ReadOnlySpan<char> word) => Words.Contains(word);

    public static bool Has(ReadOnlySpan<char> word) =>
        Words.Contains(word)
        || (word.Length > 5 && char.IsAsciiLetterUpper(word[0]) && (word.EndsWith("ing") || word.EndsWith("ly")));
}
