namespace PaperBot.Skills.Language;

/// <summary>A metric that stands before its number, or is said once for several numbers.</summary>
internal static class SharedMetric
{
    public static MetricMention? Of(NumberSentence sentence, Quantity number) =>
        NumberMetric.Before(sentence, number) is { } before
            ? Paired(RowUpTo(sentence, before), 1, 0)
            : OfAside(sentence, number) ?? OfParallel(sentence, number);

    /// <param name="list">Numbers in a row, this one among them.</param>
    public static MetricMention? OfList(NumberSentence sentence, Quantity number, List<Quantity> list)
    {
        var row =
            NumberMetric.Behind(sentence, list[^1]) is { } behind ? RowFrom(sentence, behind)
            : NumberMetric.Before(sentence, list[0]) is { } before ? RowUpTo(sentence, before)
            : [];
        return row.Count > 0 ? Paired(row, list.Count, list.IndexOf(number)) : OfAside(sentence, number);
    }

    // "BLEU of 27.4 and 28.1" is BLEU twice, "a PSNR and SSIM of 31.2 and 0.92" is one of each; "precision and recall of
    // 90 %" may be both or a mean.
    private static MetricMention? Paired(List<MetricMention> row, int numbers, int place) =>
        row.Count == 1 ? row[0]
        : row.Count == numbers ? row[place]
        : null;

    private static List<MetricMention> RowUpTo(NumberSentence sentence, MetricMention last)
    {
        var row = new List<MetricMention> { last };
        for (var token = last.First - 1; sentence.Word(token) is "and" or "/" or "," or "&"; )
        {
            token -= sentence.Word(token) is "and" && sentence.IsMark(token - 1, ",") ? 2 : 1;
            if (sentence.MetricTo(token) is not { } before)
            {
                break;
            }
            row.Insert(0, before);
            token = before.First - 1;
        }
        return row;
    }

    private static List<MetricMention> RowFrom(NumberSentence sentence, MetricMention first)
    {
        var row = new List<MetricMention> { first };
        for (var token = first.Last + 1; sentence.Word(token) is "and" or "/" or "," or "&"; )
        {
            token += sentence.Word(token) is "," && sentence.Word(token + 1) is "and" ? 2 : 1;
            if (sentence.MetricFrom(token) is not { } next)
            {
                break;
            }
            row.Add(next);
            token = next.Last + 1;
        }
        return row;
    }

    // "accuracy is best on Flowers (98.8 %) and Cars (91.7 %)": the only metric before.
    private static MetricMention? OfAside(NumberSentence sentence, Quantity number)
    {
        var before = sentence.BeforeQualified(number);
        return
            sentence.IsMark(before, "(")
            && sentence.DataSetTo(before - 1) is not null
            && sentence.Metrics.FindAll(metric => metric.Last < number.First && metric.IsQuality) is [var only]
            ? only
            : null;
    }

    // "a perplexity of 18.3 on A and 20.1 on B"
    private static MetricMention? OfParallel(NumberSentence sentence, Quantity number)
    {
        var place = sentence.Quantities.IndexOf(number);
        var token = sentence.BeforeQualified(number);
        token -= sentence.Word(token) is "and" && sentence.IsMark(token - 1, ",") ? 2 : 1;
        return
            place > 0
            && sentence.Quantities[place - 1] is var other
            && other.Unit == number.Unit
            && sentence.Word(token + 1) is "and" or ","
            && DataSetLists.From(sentence, other.Last + 2) is ([_], var end)
            && end == token
            && DataSetLists.From(sentence, number.Last + 2) is ([_], _)
            ? NumberMetric.Before(sentence, other) ?? NumberMetric.Behind(sentence, other)
            : null;
    }
}
