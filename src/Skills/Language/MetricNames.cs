using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace PaperBot.Skills.Language;

/// <summary>What a number of a sentence may measure.</summary>
/// <param name="First">Its first token, what qualifies it included: "top-1" of "top-1 accuracy".</param>
/// <param name="Last">Its last token.</param>
/// <param name="Key">The same for all spellings of one metric; what changes its meaning is part of it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MetricMention(int First, int Last, string Key)
{
    /// <summary>It measures how good results are, not what they cost.</summary>
    public bool IsQuality => !MetricTable.IsCost(Key);
}

/// <summary>The metrics that a sentence names, from a list of those that abstracts use.</summary>
internal static class MetricNames
{
    private const int MostWords = 3;

    // What stands before a metric and belongs to it.
    private static readonly FrozenSet<string> Qualifiers = Set(
        "test validation training dev overall average mean median balanced classification segmentation detection recognition "
            + "prediction retrieval translation tracking localization verification matching execution answer zero-shot few-shot one-shot "
            + "1-shot 5-shot linear probe box mask word character phone phoneme token human weighted top-1 top-5 top1 top5 rank-1 "
            + "inference robust adversarial certified clean reconstruction generalization macro micro macro-averaged "
            + "micro-averaged cross-validation downstream fine-tuning single-model in-domain out-of-domain single-crop generation "
            + "rotation pose depth peak end-to-end trainable learnable total active gpu model computational transfer standard"
    );

    // Of these, the ones that make another metric of it.
    private static readonly FrozenSet<string> Distinct = Set(
        "training validation balanced zero-shot few-shot one-shot 1-shot 5-shot box mask top-1 top-5 top1 top5 rank-1 robust "
            + "adversarial certified macro micro macro-averaged micro-averaged word character phone phoneme token weighted "
            + "verification reconstruction rotation depth"
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> QualifierSpans =
        Qualifiers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether two values of it may be held against each other: "score" and "loss" say too little.</summary>
    public static bool IsTelling(string key) =>
        key is not ("score" or "loss" or "performance" or "time" or "cost" or "speed");

    public static List<MetricMention> In(string text, List<Token> tokens)
    {
        var found = new List<MetricMention>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Word && HeadAt(text, tokens, i) is { } head)
            {
                var first = i;
                var least = found.Count > 0 ? found[^1].Last + 1 : 0;
                while (first > least && IsQualifier(text, tokens[first - 1]))
                {
                    first--;
                }
                // "top-1" of "top-1 accuracy" was taken for a metric of its own.
                if (found.Count > 0 && found[^1].Last == first - 1 && found[^1].Key is "top-1" or "top-5" or "rank-1")
                {
                    first = found[^1].First;
                    found.RemoveAt(found.Count - 1);
                }
                found.Add(new MetricMention(first, head.Last, KeyOf(text, tokens, first, i, head.Key)));
                i = head.Last;
            }
        }
        return Completed(found);
    }

    private static (int Last, string Key)? HeadAt(string text, List<Token> tokens, int i)
    {
        if (IsVerb(text, tokens, i))
        {
            return null;
        }
        for (var last = Math.Min(i + MostWords, tokens.Count) - 1; last >= i; last--)
        {
            var words = text.AsSpan(tokens[i].Start..tokens[last].End);
            if (MetricTable.KeyOf(words) is { } key)
            {
                return (WithScore(text, tokens, last, key), key);
            }
        }
        return null;
    }

    // "it scores 92.1 %"
    private static bool IsVerb(string text, List<Token> tokens, int i) =>
        i + 1 < tokens.Count
        && tokens[i + 1].Kind == TokenKind.Figure
        && text.AsSpan(tokens[i].Start..tokens[i].End) is "scores" or "errors";

    // "BLEU score" is "BLEU"; "score" alone is taken for want of a better word.
    private static int WithScore(string text, List<Token> tokens, int last, string key) =>
        key is not "score"
        && last + 1 < tokens.Count
        && text.AsSpan(tokens[last + 1].Start..tokens[last + 1].End)
            is "score"
                or "scores"
                or "Score"
                or "rate"
                or "rates"
                or "value"
                or "values"
            ? last + 1
            : last;

    private static bool IsQualifier(string text, Token token)
    {
        var word = text.AsSpan(token.Start..token.End);
        if (token.Kind != TokenKind.Word || word.Length > 20)
        {
            return false;
        }
        Span<char> small = stackalloc char[word.Length];
        word.ToLowerInvariant(small);
        return QualifierSpans.Contains(small);
    }

    private static string KeyOf(string text, List<Token> tokens, int first, int head, string key)
    {
        for (var i = first; i < head; i++)
        {
            var word = text[tokens[i].Start..tokens[i].End].ToLowerInvariant();
            if (Distinct.Contains(word))
            {
                key = $"{(word is "top1" or "top5" ? word.Insert(3, "-") : word)} {key}";
            }
        }
        return key;
    }

    // "17.3% top-1 and 3.5% top-5 error": both are errors.
    private static List<MetricMention> Completed(List<MetricMention> found)
    {
        for (var i = found.Count - 2; i >= 0; i--)
        {
            var next = found[i + 1].Key;
            if (
                found[i].Key is "top-1" or "top-5" or "rank-1"
                && next.IndexOf(' ') is > 0 and var blank
                && next.StartsWith("top-", StringComparison.Ordinal)
            )
            {
                found[i] = found[i] with { Key = found[i].Key + next[blank..] };
            }
        }
        return found;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
