using System.Text.RegularExpressions;

namespace PaperBot.Skills.Language;

/// <summary>
/// Where a long sentence can end earlier and still be a sentence: before a relative clause, an example, a second
/// statement. Only where its main clause ("We …", "This paper …", "… is …") is complete by then.
/// </summary>
internal static partial class TrailingClauses
{
    // Less than this says too little; and a sentence that is only somewhat long is not cut to a stump.
    private const int Fewest = 9;
    private const int Stump = 14;
    private const int SomewhatLong = 40;

    /// <param name="text">A sentence.</param>
    /// <param name="goal">So many words are few enough.</param>
    public static string Drop(string text, int goal)
    {
        text = DropCodeMention(text);
        if (Count(text) <= goal || !MainClause().IsMatch(text))
        {
            return text;
        }
        var fewest = Count(text) > SomewhatLong ? Fewest : Stump;
        var best = text.Length;
        var words = int.MaxValue;
        foreach (var cut in Cut().EnumerateMatches(text))
        {
            var kept = Count(text.AsSpan(0, cut.Index));
            // The longest of those that are short enough, else the shortest.
            if (
                kept >= fewest
                && (kept <= goal ? words > goal || kept > words : kept < words)
                && IsComplete(text, cut.Index)
            )
            {
                (best, words) = (cut.Index, kept);
            }
        }
        return best == text.Length ? text : End(text, best);
    }

    /// <summary>Where such a clause begins, wherever the sentence is complete by then or not.</summary>
    public static IEnumerable<int> Cuts(string text) => Cut().Matches(text).Select(cut => cut.Index);

    /// <summary>The sentence without the clause that says where its code is.</summary>
    public static string DropCodeMention(string text) =>
        CodeMention().Match(text) is { Success: true } mention && Count(text.AsSpan(0, mention.Index)) >= Fewest
            ? text.Remove(mention.Index, mention.Length)
            : text;

    /// <summary>The part before <paramref name="cut"/> with the stop of the whole; nothing is written that was not there.</summary>
    public static string End(string text, int cut) =>
        text.TrimEnd()[^1] is var last && last is '.' or '!' or '?' ? text[..cut] + last : text[..cut];

    /// <summary>Whether the text is a sentence, and no stump, when it ends before <paramref name="cut"/>.</summary>
    public static bool CanEnd(string text, int cut) => Count(text.AsSpan(0, cut)) >= Fewest && IsComplete(text, cut);

    private static bool IsComplete(string text, int cut)
    {
        var kept = text[..cut];
        return MainClause().IsMatch(kept)
            && !LeftOpen().IsMatch(kept)
            && !(Correlative().IsMatch(kept) && !CorrelativeEnd().IsMatch(kept))
            && IsBalanced(kept)
            && !EndsInOpenList(kept)
            && !OpenClause().IsMatch(kept)
            && !GoesOn().IsMatch(text.AsSpan(cut));
    }

    private static bool IsBalanced(string kept) =>
        kept.AsSpan().Count('(') == kept.AsSpan().Count(')')
        && kept.AsSpan().Count('[') == kept.AsSpan().Count(']')
        && kept.AsSpan().Count('$') % 2 == 0
        && kept.AsSpan().Count('"') % 2 == 0
        && kept.AsSpan().Count('“') == kept.AsSpan().Count('”');

    // ", such as silk, is woven": behind what could go, the clause goes on.
    [GeneratedRegex(
        "^,? ?(?:which|where|who|whose|such as|including|e\\.g|i\\.e|namely|an?|especially|particularly|as well as)\\b[^;:]*?, (?:is|are|was|were|can|cannot|could|may|might|will|would|has|have|do|does|should|must)\\b"
    )]
    private static partial Regex GoesOn();

    // "We train A, B": the list wants its "and C".
    private static bool EndsInOpenList(string kept)
    {
        var comma = kept.LastIndexOf(',');
        return comma >= 0 && !Continuation().IsMatch(kept.AsSpan(comma));
    }

    private static int Count(ReadOnlySpan<char> text) => text.Count(' ') + 1;

    [GeneratedRegex(
        "^(?:(?:[^,]|,(?! we ))*, )?(?:we|this (?:paper|work|article|study|survey|letter|report|chapter)) (?:\\w+ly )?\\w+"
            + "|^(?:[A-Z][\\w-]*|(?:a|an|the|our)(?: [\\w-]+){1,8}) (?:is|are|was|were|can|has|have|will|achieves|outperforms"
            + "|improves|reduces|provides|shows|uses|learns|combines|consists)\\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex MainClause();

    // No "whereas", "but", "without": what they begin may turn the statement round.
    [GeneratedRegex(
        "(?:, (?:which|where|who|whose|whereby|e\\.g\\.,?|i\\.e\\.,?|namely) |,? (?:such as|including) "
            + "|, (?:thus|thereby|hence|leading to|resulting in|making|allowing|enabling|in which|of which|with which"
            + "|and (?:we|show|demonstrate|evaluate|find|further|then|also|it|this|thus|prove|discuss|provide|apply|validate)\\b"
            + "|as well as|because|especially|particularly)\\b|(?<!&\\w{2,6});(?= )| [—–] | ?(?<![\\d-])-{2,3}(?![\\d-]) ?|: )"
    )]
    private static partial Regex Cut();

    // "how large models": the clause wants its verb.
    [GeneratedRegex(
        "\\b(?:how|that|whether|why|what|which|when|where|if|because|since|while|although)(?: (?!(?:is|are|was|were|can|could|may|might|will|would|has|have|had|do|does|did|\\w+ed|\\w+[^s\\W]s(?= ))\\b)[\\w-]+){1,10}$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OpenClause();

    [GeneratedRegex(
        "\\b(?:is|are|include|includes|including|namely|that|as|as follows|of|to|from|by|with|for|in|on|and|or|the|a|an|which"
            + "|between|than|show|shows|follows|e\\.g|i\\.e)[,:]?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex LeftOpen();

    [GeneratedRegex("\\b(?:not only|either|neither|whether|between)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Correlative();

    [GeneratedRegex("\\b(?:but also|or|nor|and)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex CorrelativeEnd();

    [GeneratedRegex(
        "^, (?:a|an|the|and|or|which|where|that|by|using|to|in|for|with|on|as|we|this|our|it|called|termed|named|dubbed|based"
            + "|from|while|but|without|at|[a-z]+ing)\\b"
    )]
    private static partial Regex Continuation();

    [GeneratedRegex(
        "(?:,? and|;|,)\\s+(?:our |the |all )?(?:source |implementation )?(?:codes?|models?|data|datasets?|implementations?"
            + "|demos?|videos?)\\b[^,;]{0,60}\\b(?:available|released|open-sourced|open sourced)\\b[^,;]{0,120}?(?=[.]?$)"
    )]
    private static partial Regex CodeMention();
}
