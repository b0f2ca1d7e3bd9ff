using System.Collections.Frozen;

namespace PaperBot.Skills.Language;

/// <summary>
/// Numbers that say something: with a unit, a multiplier or a metric, quoted with the words right around them
/// ("improves accuracy by 1.6-2.1x", "97.70 % test accuracy on CIFAR-10"). Years, enumerations, citations and numbers
/// inside names are none.
/// </summary>
internal static class Numbers
{
    private const int MostWordsFromDataSet = 10;

    private static readonly FrozenSet<string> Counters = NumberSentence.Set(
        "section sections table tables figure figures fig eq equation appendix step task tasks version chapter level stage phase part "
            + "track class no theorem lemma algorithm alg round day week layer top"
    );

    private static readonly FrozenSet<string> Versioned = NumberSentence.Set("version v section release python cuda");

    // What may follow a number that counts nothing.
    private static readonly FrozenSet<string> Ends = NumberSentence.Set(
        "on in for with and at to over while which compared respectively using across vs after by from when whereas but than as against or"
    );

    public static IEnumerable<Fact> In(ReadSentence sentence)
    {
        if (!sentence.Text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return [];
        }
        var parts = new NumberSentence(sentence.Text, sentence.DataSets);
        var read = new List<ReadNumber>();
        foreach (var number in parts.Quantities)
        {
            var from = read.Count > 0 ? read[^1].Span.LastToken + 1 : 0;
            if (MayMeasure(parts, number) && Read(parts, number, from) is { } next)
            {
                read.Add(next);
            }
        }
        return read.Select(number => FactOf(parts, number, TextOf(parts, number, read), sentence.Number));
    }

    private static ReadNumber? Read(NumberSentence sentence, Quantity number, int from)
    {
        var role = NumberRoles.Of(sentence, number);
        var metric = NumberMetric.Of(sentence, number) ?? (role == NumberRole.Other ? RivalOf(sentence, number) : null);
        var saysSomething =
            number.SaysSomething && (number.Unit != Units.Times || NumberRoles.SaysChange(sentence, number));
        var dataSet = NumberDataSet.Of(sentence, number, metric);
        // "55.89 on MATH" is a result, whatever is counted there.
        var isOnData = number.HasDecimals && dataSet is not null && dataSet.First > number.Last;
        if (metric is null && !saysSomething && !isOnData)
        {
            return null;
        }
        var span = NumberSpan.Of(sentence, number, metric, dataSet, role, from);
        var amount = Math.Max(from, sentence.BeforeQualified(number) + 1);
        return new ReadNumber(
            number,
            role,
            metric,
            dataSet,
            span,
            amount < number.First ? sentence.At(amount).Start : number.Start
        );
    }

    // Numbers in a row are quoted together: "21.7 and 17.6 BLEU". A bare one is quoted from its data set on: "On GPQA, it
    // reaches 85.9 %".
    private static string TextOf(NumberSentence sentence, ReadNumber number, List<ReadNumber> all)
    {
        var list = NumberLists.Around(sentence, number.Number);
        var row = all.FindAll(other => list.Contains(other.Number));
        var start = row.Min(other => other.Span.Start);
        var end = row.Max(other => other.Span.End);
        if (start >= row.Min(other => other.Amount) && end == row.Max(other => other.Number.End))
        {
            start = Math.Min(start, FromDataSet(sentence, number, list[0]));
        }
        return end - start <= NumberSpan.Longest
            ? sentence.Text[start..end]
            : sentence.Text[number.Span.Start..number.Span.End];
    }

    private static int FromDataSet(NumberSentence sentence, ReadNumber number, Quantity first)
    {
        if (number is not { Role: not NumberRole.Other, DataSet: { } dataSet } || dataSet.Last >= first.First)
        {
            return first.Start;
        }
        for (var token = dataSet.Last + 1; token < first.First; token++)
        {
            if (
                sentence.IsMark(token, ";:()")
                || sentence.IsFigure(token)
                || token - dataSet.Last > MostWordsFromDataSet
            )
            {
                return first.Start;
            }
        }
        var isPlace = DataSetLists.IsPreposition(sentence, dataSet.First - 1);
        return sentence.At(isPlace ? dataSet.First - 1 : dataSet.First).Start;
    }

    // "81.6 % accuracy against 80.9 %": of the same metric as the number before.
    private static MetricMention? RivalOf(NumberSentence sentence, Quantity number)
    {
        var before = sentence.Quantities.IndexOf(number) - 1;
        return
            before >= 0
            && sentence.Quantities[before].Unit == number.Unit
            && NumberLists.Around(sentence, number).Count == 1
            ? NumberMetric.Of(sentence, sentence.Quantities[before])
            : null;
    }

    private static Fact FactOf(NumberSentence sentence, ReadNumber read, string quoted, int of)
    {
        var (text, number) = (sentence.Text, read.Number);
        return new Fact(FactKind.Number, quoted, text[number.Start..number.End], of)
        {
            Measured = new Measured(read.Role, text[Math.Min(read.Amount, number.Start)..number.End], number.Unit)
            {
                Metric = read.Metric is { } metric
                    ? text[sentence.At(metric.First).Start..sentence.At(metric.Last).End]
                    : null,
                MetricKey = read.Metric?.Key,
                DataSet = read.DataSet?.Name,
            },
        };
    }

    // No year, no number of a section or a page, no confidence, no chance.
    private static bool MayMeasure(NumberSentence sentence, Quantity number)
    {
        var next = sentence.Word(number.Last + 1);
        if (next is "confidence" or "significance" or "CI" || next.StartsWith("cross"))
        {
            return false;
        }
        if (number.Unit is not null || number.HasDecimals)
        {
            return !sentence.Is(number.First - 1, Versioned);
        }
        var digits = number.End - number.Start;
        var isYear = digits == 4 && sentence.Text[number.Start] is '1' or '2' && number.First == number.Last;
        return !isYear
            && !sentence.Is(number.First - 1, Counters)
            && !IsItem(sentence, number)
            && (sentence.MetricFrom(number.Last + 1) is not null || EndsThere(sentence, number.Last + 1));
    }

    // "an accuracy of 11 gestures" is no 11.
    private static bool EndsThere(NumberSentence sentence, int token) =>
        token >= sentence.Count || sentence.IsMark(token, ".,;:()/–-") || sentence.Is(token, Ends);

    // "1) weave", "(2) cut"
    private static bool IsItem(NumberSentence sentence, Quantity number) =>
        sentence.IsMark(number.Last + 1, ")")
        && (number.First == 0 || sentence.IsMark(number.First - 1, "(") || sentence.IsMark(number.First - 1, ",;:"))
        && sentence.MetricTo(number.First - 2) is null
        && sentence.DataSetTo(number.First - 2) is null;

    /// <param name="Amount">Where the number begins with what qualifies it.</param>
    private sealed record ReadNumber(
        Quantity Number,
        NumberRole Role,
        MetricMention? Metric,
        PlacedDataSet? DataSet,
        NumberSpan Span,
        int Amount
    );
}
