using System.Collections.Frozen;

namespace PaperBot.Skills.Language;

/// <summary>How a number stands to what it measures.</summary>
public enum NumberRole
{
    /// <summary>The value itself: "an accuracy of 84.3 %".</summary>
    Value,

    /// <summary>By how much it differs from another: "by 2.3 points", "8.4x smaller".</summary>
    Change,

    /// <summary>What the value is held against: "against 80.9 %", "compared with 68.7 %".</summary>
    Other,
}

internal static class NumberRoles
{
    private const int MostWordsToRival = 7;

    private static readonly FrozenSet<string> Nouns = NumberSentence.Set(
        "improvement improvements gain gains increase increases reduction reductions drop drops decrease decreases boost boosts "
            + "saving savings speedup speedups speed-up speed-ups advantage margin margins degradation enhancement enhancements "
            + "acceleration decline rise difference gap loss lift uplift"
    );

    private static readonly FrozenSet<string> Comparatives = NumberSentence.Set(
        "higher lower better worse fewer more less faster slower smaller larger greater cheaper shorter longer lighter quicker "
            + "above below ahead behind stronger bigger"
    );

    private static readonly FrozenSet<string> Rivals = NumberSentence.Set(
        "than compared vs versus previous previously equal equals over against surpassing outperforming exceeding"
    );

    private static readonly FrozenSet<string> Fillers = NumberSentence.Set(
        "absolute relative average overall performance significant further total"
    );

    private static readonly FrozenSet<string> Verbs = NumberSentence.Set(
        "gains gained gain saves save saved saving drops dropped drop loses lost lose improves improved improve reduces reduced "
            + "reduce increases increased outperforms surpasses cuts cut falls fell rises rose shaving adds added adding decreases"
    );

    public static NumberRole Of(NumberSentence sentence, Quantity number)
    {
        // What stands before or behind a row of numbers is said of each.
        var list = NumberLists.Around(sentence, number);
        var before = sentence.BeforeQualified(list[0]);
        var word = sentence.Word(before);
        if (number.BeforeEnd is not null)
        {
            return NumberRole.Value;
        }
        if (word is "by" or "By" || number.HasPlus || number.Unit is Units.Times)
        {
            return NumberRole.Change;
        }
        if (IsRival(sentence, list[0], before))
        {
            return NumberRole.Other;
        }
        if (Twin(sentence, list[0], before) is { } twin)
        {
            return Of(sentence, twin);
        }
        return word is "to" && number.Unit is not Units.Points ? NumberRole.Value
            : number.Unit is Units.Points && !IsScore(sentence, before) ? NumberRole.Change
            : NounBefore(sentence, before)
            || ComparedAfter(sentence, list[^1].Last + 1)
            || IsChangeVerb(sentence, number, before)
                ? NumberRole.Change
            : NumberRole.Value;
    }

    /// <summary>"smaller", and whatever else ends so; "more", "less", "above".</summary>
    public static bool IsComparative(NumberSentence sentence, int token) =>
        sentence.Is(token, Comparatives)
        || (
            sentence.Word(token) is { Length: > 5 } word
            && word.EndsWith("er")
            && word is not ("layer" or "number" or "paper" or "power" or "order" or "under" or "after")
        );

    /// <summary>What says of "3x" that something became more or less, and not that something was done three times.</summary>
    public static bool SaysChange(NumberSentence sentence, Quantity number)
    {
        var list = NumberLists.Around(sentence, number);
        var before = sentence.BeforeQualified(list[0]);
        return sentence.Word(before) is "by" or "By"
            || sentence.Word(number.Last).EndsWith("fold")
            || sentence.Word(number.Last + 1) is "the"
            || NounBefore(sentence, before)
            || IsComparative(sentence, list[^1].Last + 1)
            || ComparedAfter(sentence, list[^1].Last + 1)
            || sentence.Is(before, Verbs);
    }

    public static bool IsChangeNoun(NumberSentence sentence, int token) => sentence.Is(token, Nouns);

    // "from 30 %" without a "to", "against 80.9 %", "compared with 68.69 %", "(vs. previous 24.68 %)"
    private static bool IsRival(NumberSentence sentence, Quantity number, int before)
    {
        for (var i = before; i >= Math.Max(0, before - 2); i--)
        {
            var word = sentence.Word(i);
            if (word is "against" or "versus" or "vs" || (i == before && word is "from" or "From" && IsMeasure(number)))
            {
                return true;
            }
            if (i < before && word is "compared" or "Compared" or "opposed" or "relative")
            {
                return true;
            }
            if (sentence.IsMark(i, ",;():") || sentence.MetricTo(i) is not null || sentence.IsFigure(i))
            {
                break;
            }
        }
        if (IsRivalAside(sentence, number))
        {
            return true;
        }
        // "than" qualifies in "more than 90 %", and compares in "better than 90 %".
        return number.First > 0 && sentence.Word(number.First - 1) is "than" && !MoreThan(sentence, number.First - 2);
    }

    // "compared to the pretrained one (FID 1.95)", "better than the state of the art (57.7 % box AP"
    private static bool IsRivalAside(NumberSentence sentence, Quantity number)
    {
        var open = number.First - 1;
        while (open > number.First - 5 && open > 0 && !sentence.IsMark(open, "()"))
        {
            open--;
        }
        for (var i = open - 1; sentence.IsMark(open, "(") && i >= Math.Max(0, open - MostWordsToRival); i--)
        {
            if (sentence.Is(i, Rivals))
            {
                return true;
            }
            if (sentence.IsMark(i, ",;()") || sentence.IsFigure(i))
            {
                return false;
            }
        }
        return false;
    }

    // "results from only 8 parameters" are not held against them.
    private static bool IsMeasure(Quantity number) => number.Unit is null or Units.Percent or Units.Points;

    private static bool MoreThan(NumberSentence sentence, int token) =>
        sentence.Word(token)
            is "more"
                or "less"
                or "fewer"
                or "higher"
                or "greater"
                or "lower"
                or "better"
                or "More"
                or "Less";

    private static bool IsScore(NumberSentence sentence, int before) =>
        sentence.Word(before) is "of" && !NounBefore(sentence, before);

    // "an improvement of 3.2 %", "gains in BLEU of up to 2.3", "a 2.1 % gain" is seen from the other side.
    private static bool NounBefore(NumberSentence sentence, int before)
    {
        if (sentence.Word(before) is not ("of" or "by" or "between" or "from" or "is" or "are" or "(" or "to"))
        {
            return false;
        }
        for (var i = before - 1; i >= Math.Max(0, before - 6); i--)
        {
            if (sentence.Is(i, Nouns))
            {
                return true;
            }
            if (sentence.IsMark(i, ",;:.") || sentence.IsFigure(i))
            {
                return false;
            }
        }
        return false;
    }

    // "3.1 % higher", "2.1 % absolute F1 gain", "1.9 % above"
    private static bool ComparedAfter(NumberSentence sentence, int token)
    {
        if (sentence.Is(token, Comparatives) || IsOverAnother(sentence, token))
        {
            return true;
        }
        for (var i = token; i < Math.Min(token + 5, sentence.Count); i++)
        {
            // "a 3 % gain", "1.1 BLEU higher"
            if (sentence.Is(i, Nouns) || (sentence.Is(i, Comparatives) && sentence.MetricTo(i - 1) is not null))
            {
                return true;
            }
            if (!sentence.Is(i, Fillers) && !sentence.Metrics.Exists(metric => metric.First <= i && i <= metric.Last))
            {
                return false;
            }
        }
        return false;
    }

    // "3 % over the baseline", but "90 % over 5 runs" and "over time"
    private static bool IsOverAnother(NumberSentence sentence, int token) =>
        sentence.Word(token) is "over"
        && !sentence.IsFigure(token + 1)
        && sentence.Word(token + 1) is not ("all" or "time" or "several" or "multiple" or "five" or "three" or "ten");

    private static bool IsChangeVerb(NumberSentence sentence, Quantity number, int before) =>
        IsMeasure(number) && sentence.Is(before, Verbs);

    // "1.9 % mIoU and 2.9 % IoU": the second as the first.
    private static Quantity? Twin(NumberSentence sentence, Quantity number, int before)
    {
        var place = sentence.Quantities.IndexOf(number);
        if (place < 1 || sentence.Word(before) is not "and" || NumberMetric.Behind(sentence, number) is null)
        {
            return null;
        }
        var other = sentence.Quantities[place - 1];
        var end = NumberMetric.Behind(sentence, other)?.Last ?? other.Last;
        end = DataSetLists.IsPreposition(sentence, end + 1) ? DataSetLists.From(sentence, end + 2).Last : end;
        return other.Unit == number.Unit && end == before - 1 ? other : null;
    }
}
