using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace PaperBot.Skills.Language;

/// <summary>Which words of a sentence a number is quoted with.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NumberSpan(int Start, int End, int LastToken)
{
    // So far a verb may stand before its number: "improves the training speed of X over existing solutions by 2x".
    private const int MostWordsToVerb = 10;

    // Longer, it is no quotation but the sentence.
    public const int Longest = 140;

    private static readonly FrozenSet<string> Verbs = NumberSentence.Set(
        "reduce reduces reduced reducing improve improves improved improving increase increases increased increasing decrease "
            + "decreases decreased decreasing save saves saved saving raise raises raised raising enhance enhances enhanced enhancing "
            + "scale scales scaled scaling accelerate accelerates accelerated accelerating outperform outperforms outperformed "
            + "outperforming boost boosts boosted boosting speeds sped speeding gain gains gained gaining lower lowers lowered "
            + "lowering exceed exceeds exceeded exceeding beat beats beating surpass surpasses surpassed surpassing compress "
            + "compresses compressed compressing cut cuts cutting drop drops dropped dropping shrink shrinks shrank shrunk shrinking "
            + "falls fell fall rises rose lifts shortens shortening"
    );

    private static readonly FrozenSet<string> Boundaries = NumberSentence.Set(
        "while which that but whereas when where because since who and"
    );

    private static readonly FrozenSet<string> Small = NumberSentence.Set(
        "by of to at with than a an the as is are much from between some = : ("
    );

    /// <param name="from">The words before this token belong to the number before.</param>
    public static NumberSpan Of(
        NumberSentence sentence,
        Quantity number,
        MetricMention? metric,
        PlacedDataSet? dataSet,
        NumberRole role,
        int from
    )
    {
        var first = StartToken(sentence, number, metric, dataSet, role, from);
        var last = EndToken(sentence, number, metric, dataSet);
        if (sentence.IsMark(last + 1, ")") && Opens(sentence, first, number.First))
        {
            last++;
        }
        var start = first >= number.First ? number.Start : sentence.At(first).Start;
        var end = sentence.At(last).End;
        var isWhole = !Opens(sentence, first, number.First) || sentence.IsMark(last, ")");
        return end - start <= Longest && isWhole
            ? new NumberSpan(start, end, last)
            : new NumberSpan(number.Start, sentence.At(number.Last).End, number.Last);
    }

    private static int StartToken(
        NumberSentence sentence,
        Quantity number,
        MetricMention? metric,
        PlacedDataSet? dataSet,
        NumberRole role,
        int from
    )
    {
        var qualified = Math.Max(from, sentence.BeforeQualified(number) + 1);
        while (qualified < number.First && sentence.Is(qualified, Small))
        {
            qualified++;
        }
        var isAhead = metric is { } named && named.Last < number.First && named.First >= from;
        // "Mean Reciprocal Rank (MRR) rose by": no quotation begins inside a bracket that closes.
        var isAside = isAhead && sentence.IsMark(metric.GetValueOrDefault().Last + 1, ")");
        var before = isAhead && !isAside ? metric?.First : null;
        if (role == NumberRole.Change && VerbBefore(sentence, qualified, from) is { } verb)
        {
            return Math.Min(verb, before ?? verb);
        }
        if (role == NumberRole.Change && NounBefore(sentence, number, from) is { } noun)
        {
            return Math.Min(noun, before ?? noun);
        }
        if (before is { } start)
        {
            return dataSet is not null && dataSet.Last == start - 1 && dataSet.First >= from ? dataSet.First : start;
        }
        return
            dataSet is not null
            && dataSet.First >= from
            && dataSet.Last == qualified - 2
            && sentence.IsMark(qualified - 1, "(")
            ? dataSet.First
            : qualified;
    }

    // "accuracy (81.6 %": a bracket that nothing closes.
    private static bool Opens(NumberSentence sentence, int first, int number)
    {
        for (var token = first; token < number; token++)
        {
            if (sentence.IsMark(token, "("))
            {
                return true;
            }
        }
        return false;
    }

    private static int? VerbBefore(NumberSentence sentence, int qualified, int from)
    {
        for (var token = qualified - 1; token >= Math.Max(from, qualified - MostWordsToVerb); token--)
        {
            if (sentence.Is(token, Verbs))
            {
                return token;
            }
            if (sentence.IsMark(token, ",;:().") || sentence.Is(token, Boundaries) || sentence.IsFigure(token))
            {
                return null;
            }
        }
        return null;
    }

    // "improvement of 17.21 percentage points"
    private static int? NounBefore(NumberSentence sentence, Quantity number, int from)
    {
        var token = sentence.BeforeQualified(number);
        return sentence.Word(token) is "of" && token - 1 >= from && NumberRoles.IsChangeNoun(sentence, token - 1)
            ? token - 1
            : null;
    }

    private static int EndToken(NumberSentence sentence, Quantity number, MetricMention? metric, PlacedDataSet? dataSet)
    {
        var last = number.Last;
        var next = last + 1;
        if (NumberRoles.IsComparative(sentence, next) || NumberRoles.IsChangeNoun(sentence, next))
        {
            last = next;
            last += sentence.Word(next) is "more" && IsAdjective(sentence, next + 1) ? 1 : 0;
        }
        if (metric is { } named && named.First > number.Last && IsOneClause(sentence, number.Last, named.First))
        {
            last = Math.Max(last, named.Last);
        }
        // "a 2.1 % F1 gain"
        if (NumberRoles.IsChangeNoun(sentence, last + 1))
        {
            last++;
        }
        if (dataSet is not null && dataSet.First > last && IsOneClause(sentence, last, dataSet.First))
        {
            last = dataSet.Last;
            last += sentence.Word(last + 1) is "dataset" or "benchmark" or "corpus" ? 1 : 0;
        }
        else if (
            sentence.Word(last) is "faster" or "slower" or "smaller"
            && sentence.Word(last + 1) is "at" or "in" or "on"
        )
        {
            last = sentence.Word(last + 2) is "inference" or "training" or "GPUs" or "CPUs" or "GPU" or "CPU"
                ? last + 2
                : last;
        }
        return sentence.IsMark(last + 1, ")") && sentence.IsMark(number.Last + 1, "(") ? last + 1 : last;
    }

    // "16x more efficient"
    private static bool IsAdjective(NumberSentence sentence, int token) =>
        token < sentence.Count
        && sentence.At(token).Kind == TokenKind.Word
        && sentence.Word(token) is not ("than" or "on" or "in" or "and" or "for" or "at" or "with" or "by" or "to");

    private static bool IsOneClause(NumberSentence sentence, int from, int to)
    {
        for (var token = from + 1; token < to; token++)
        {
            if (sentence.IsMark(token, ",;:") || sentence.IsFigure(token))
            {
                return false;
            }
        }
        return true;
    }
}
