using System.Collections.Frozen;

namespace PaperBot.Skills.Language;

/// <summary>Which metric a number of a sentence is of; none where the words leave a doubt.</summary>
internal static class NumberMetric
{
    // So far a verb may stand before its number: "improves the quality of X over existing solutions by 2x".
    private const int MostWordsToVerb = 12;
    private const int MostBinding = 4;

    // What may stand between a metric and its number.
    private static readonly FrozenSet<string> Binding = NumberSentence.Set(
        "of is are was were be been at to = : ( reaches reached reaching reach attains attained exceeds exceeded rises rising rose "
            + "falls falling fell fall rise drop drops dropping dropped improves improved increases increased increasing decreases decreased "
            + "reduced remains stays stay equals hits by from raised lowered down scores"
    );

    private static readonly FrozenSet<string> Articles = NumberSentence.Set(
        "the its their a an average both all terms of overall number mean total"
    );

    private static readonly FrozenSet<string> Verbs = NumberSentence.Set(
        "improve improves improved improving increase increases increased increasing reduce reduces reduced reducing raise raises "
            + "raised raising boost boosts boosted boosting lower lowers lowered lowering decrease decreases decreased decreasing cut "
            + "cuts cutting enhance enhances enhanced enhancing lift lifts lifting shrink shrinks save saves saving accelerate "
            + "accelerates accelerating compress compresses speed speeds minimizes advance advances advancing"
    );

    private static readonly FrozenSet<string> Rivalling = NumberSentence.Set(
        "outperform outperforms outperformed outperforming surpass surpasses surpassed surpassing exceed exceeds exceeded "
            + "exceeding beat beats beating"
    );

    private static readonly FrozenSet<string> Boundaries = NumberSentence.Set(
        "while which that but whereas when where because since who and or"
    );

    public static MetricMention? Of(NumberSentence sentence, Quantity number) =>
        SaysItself(number) ? null
        : NumberLists.Around(sentence, number) is { Count: > 1 } list ? SharedMetric.OfList(sentence, number, list)
        : Behind(sentence, number) ?? SharedMetric.Of(sentence, number);

    /// <summary>"97.7 % test accuracy", "2.3 points in BLEU", "65% (AP)", "40 % less memory", "a 3 % gain in F1"</summary>
    public static MetricMention? Behind(NumberSentence sentence, Quantity number)
    {
        var token = number.Last + 1;
        if (sentence.DataSetFrom(token) is { } dataSet)
        {
            token = dataSet.Last + 1;
        }
        if (
            sentence.IsMark(token, "(")
            && sentence.MetricFrom(token + 1) is { } aside
            && sentence.IsMark(aside.Last + 1, ")")
        )
        {
            return aside;
        }
        if (NumberRoles.IsComparative(sentence, token))
        {
            return BehindComparative(sentence, token);
        }
        if (sentence.MetricFrom(token) is { } metric)
        {
            return metric;
        }
        while (
            sentence.Word(token) is "absolute" or "relative" or "average" || NumberRoles.IsChangeNoun(sentence, token)
        )
        {
            token++;
        }
        return sentence.Word(token) is "in" or "of" or "on" ? AfterArticles(sentence, token + 1) : null;
    }

    private static MetricMention? BehindComparative(NumberSentence sentence, int token)
    {
        for (var next = token + 1; next <= token + 2; next++)
        {
            if (sentence.MetricFrom(next) is { } metric)
            {
                return metric;
            }
        }
        var key = sentence.Word(token) switch
        {
            "faster" or "slower" or "quicker" => "speed",
            "smaller" or "larger" or "lighter" or "bigger" => "size",
            "cheaper" => "cost",
            _ => null,
        };
        return key is null ? null : new MetricMention(token, token, key);
    }

    private static MetricMention? AfterArticles(NumberSentence sentence, int token)
    {
        for (var most = token + 3; token < most && sentence.MetricFrom(token) is null && sentence.Is(token, Articles); )
        {
            token++;
        }
        return sentence.MetricFrom(token);
    }

    /// <summary>"an F1 of 71.3", "accuracy on CIFAR-10 is 97 %", "FID 2.05", "improves the BLEU score by 2.3"</summary>
    public static MetricMention? Before(NumberSentence sentence, Quantity number)
    {
        var token = sentence.BeforeQualified(number);
        var by = sentence.Word(token) is "by" or "By";
        var bound = token;
        if (by && sentence.MetricTo(bound - 1) is not null)
        {
            return OfVerb(sentence, bound - 1);
        }
        token = BeforeAside(sentence, token);
        for (var i = 0; i < MostBinding && sentence.MetricTo(token) is null && sentence.Is(token, Binding); i++)
        {
            token = BeforeAside(sentence, BeforeAdverb(sentence, token - 1));
        }
        if (NumberRoles.IsChangeNoun(sentence, token) && sentence.MetricTo(token) is null)
        {
            token--;
        }
        token = token < bound ? BeforeDataSet(sentence, token) : token;
        var metric = sentence.MetricTo(token);
        // "matches the performance of 3x as many experts" is no performance of 3x.
        return metric is { IsQuality: true } && number.Unit is Units.Times && !by
            ? null
            : metric ?? (by ? OfVerb(sentence, bound - 1) : null);
    }

    // "5 billion parameters" measure nothing but themselves.
    public static bool SaysItself(Quantity number) =>
        number.Unit is { } unit
        && unit.Length > 3
        && unit is not (Units.Points or Units.Scale)
        && !unit.Contains("FLOP", StringComparison.OrdinalIgnoreCase);

    // "Mean Reciprocal Rank (MRR)" ends with a metric.
    private static int BeforeAside(NumberSentence sentence, int token) =>
        sentence.IsMark(token, ")")
        && sentence.MetricTo(token - 1) is { } aside
        && sentence.IsMark(aside.First - 1, "(")
            ? token - 1
            : token;

    private static int BeforeAdverb(NumberSentence sentence, int token) =>
        sentence.Word(token) is { Length: > 4 } word && word.EndsWith("ly") ? token - 1 : token;

    // "accuracy on the CIFAR-10 test set is": over the data set, if one stands there.
    private static int BeforeDataSet(NumberSentence sentence, int token)
    {
        var end = token;
        while (end > token - 3 && sentence.DataSetTo(end) is null && DataSetLists.IsNoun(sentence, end))
        {
            end--;
        }
        if (sentence.DataSetTo(end) is not { } dataSet)
        {
            return token;
        }
        var before = dataSet.First - 1;
        before = sentence.Word(before) is "the" ? before - 1 : before;
        return DataSetLists.IsPreposition(sentence, before) ? before - 1 : token;
    }

    // The object of "improves … by", if it is the only metric there.
    private static MetricMention? OfVerb(NumberSentence sentence, int token)
    {
        MetricMention? found = null;
        for (var least = Math.Max(0, token - MostWordsToVerb); token >= least; token--)
        {
            var isMetric = sentence.Metrics.FirstOrNull(metric => metric.First <= token && token <= metric.Last);
            if (sentence.Is(token, Verbs) && isMetric is null)
            {
                return found;
            }
            if (sentence.Is(token, Rivalling))
            {
                return found is { } named && sentence.Word(named.First - 1) is "in" or "of" ? found : null;
            }
            // "cut training time by 62 % and memory by 58 %": the verb is the one of the number before.
            if (sentence.Word(token) is "and" && sentence.Quantities.Exists(other => other.Last == token - 1))
            {
                return found;
            }
            if (sentence.IsMark(token, ",;:()") || sentence.Is(token, Boundaries) || sentence.IsFigure(token))
            {
                return null;
            }
            if (isMetric is { } metric && found is { } other && other.First != metric.First)
            {
                return null;
            }
            found = isMetric ?? found;
        }
        return null;
    }
}
