using System.Collections.Frozen;

namespace PaperBot.Skills.Language;

/// <summary>Which data set a number of a sentence was measured on; none where the words leave a doubt.</summary>
internal static class NumberDataSet
{
    private const int MostWordsBehind = 12;
    private const int MostWordsToPreposition = 3;

    private static readonly FrozenSet<string> Boundaries = NumberSentence.Set(
        "while which that but whereas when where because since who and respectively than compared"
    );

    // "pretrained on ImageNet" says nothing of where the result was measured.
    private static readonly FrozenSet<string> Training = NumberSentence.Set(
        "pretrained pre-trained trained training pretraining pre-training fine-tuned finetuned fine-tuning initialized initialised "
            + "transfer transferred distilled learned from train pretrain pretrains tuned weights"
    );

    /// <param name="metric">What the number is of, if that is known.</param>
    public static PlacedDataSet? Of(NumberSentence sentence, Quantity number, MetricMention? metric)
    {
        // What a model costs is rarely said of a data set, and then in other words.
        if (sentence.DataSets.Count == 0 || metric is { IsQuality: false } || NumberMetric.SaysItself(number))
        {
            return null;
        }
        var list = NumberLists.Around(sentence, number);
        var place = list.IndexOf(number);
        var respectively = sentence.Text.Contains("espectively", StringComparison.Ordinal);
        if (Behind(sentence, list[^1]) is { Count: > 0 } behind)
        {
            return Of(behind, list.Count, place, respectively);
        }
        if (Beside(sentence, number, metric) is { } beside)
        {
            return beside;
        }
        if (list.Count > 1 && respectively)
        {
            return Ahead(sentence, list) is { } ahead && ahead[place].Name.Length > 0 ? ahead[place] : null;
        }
        return number.Unit is null or Units.Percent or Units.Points or "dB" ? OnlyOne(sentence, number) : null;
    }

    private static PlacedDataSet? Of(List<PlacedDataSet> dataSets, int numbers, int place, bool respectively)
    {
        var dataSet =
            dataSets.Count == 1 ? dataSets[0]
            : dataSets.Count == numbers && respectively ? dataSets[place]
            : null;
        return dataSet is { Name.Length: > 0 } ? dataSet : null;
    }

    // "84.3 % top-1 accuracy on ImageNet", "by 3.2 % over the baseline on CIFAR-10 and CIFAR-100"
    private static List<PlacedDataSet> Behind(NumberSentence sentence, Quantity last)
    {
        for (var token = last.Last + 1; token <= last.Last + MostWordsBehind && token < sentence.Count; token++)
        {
            if (DataSetLists.IsPreposition(sentence, token))
            {
                var (found, _) = DataSetLists.From(sentence, token + 1);
                if (found.Count > 0)
                {
                    return found;
                }
            }
            if ((NextOfOne(sentence, token) ?? CostOf(sentence, token)) is { } next)
            {
                token = next.Last;
                continue;
            }
            var isAside = sentence.IsMark(token, "(") && sentence.IsMark(token + 2, ")");
            token += isAside ? 2 : 0;
            if (
                !isAside
                && (
                    sentence.IsMark(token, ",;:.(")
                    || sentence.IsFigure(token)
                    || (sentence.Is(token, Boundaries) && !IsBetweenMetrics(sentence, token))
                )
            )
            {
                break;
            }
        }
        return [];
    }

    // "59.4 with only 31 billion active parameters on A"
    private static Quantity? CostOf(NumberSentence sentence, int token)
    {
        if (sentence.Word(token) is not ("with" or "using" or "at"))
        {
            return null;
        }
        var cost = sentence.Quantities.Find(number =>
            number.First > token && sentence.BeforeQualified(number) == token
        );
        return
            cost is not null
            && (NumberMetric.SaysItself(cost) || NumberMetric.Behind(sentence, cost) is { IsQuality: false })
            ? cost
            : null;
    }

    // "17.3 % top-1 and 3.5 % top-5 error on A", "a PSNR of 31.2 dB and an SSIM of 0.92 on A": with one data set in the
    // sentence it is that of both.
    private static Quantity? NextOfOne(NumberSentence sentence, int token)
    {
        if (sentence.DataSets.Count != 1 || sentence.Word(token) is not "and")
        {
            return null;
        }
        var next = sentence.Word(token + 1) is "a" or "an" or "the" ? token + 2 : token + 1;
        if (sentence.MetricFrom(next) is { } metric)
        {
            next = sentence.Word(metric.Last + 1) is "of" ? metric.Last + 2 : metric.Last + 1;
        }
        return sentence.Quantities.Find(number => number.First == next);
    }

    // "higher accuracy and recall on"
    private static bool IsBetweenMetrics(NumberSentence sentence, int token) =>
        sentence.Word(token) is "and"
        && sentence.MetricTo(token - 1) is not null
        && sentence.MetricFrom(token + 1) is not null;

    // "an ImageNet top-1 accuracy of 84.3 %", "74.6 % ImageNet accuracy", "Flowers (98.8 %)", "accuracy on CIFAR-10 is 97 %"
    private static PlacedDataSet? Beside(NumberSentence sentence, Quantity number, MetricMention? metric)
    {
        var before = sentence.BeforeQualified(number);
        if (sentence.IsMark(before, "("))
        {
            return DataSetBefore(sentence, before - 1);
        }
        // "surpasses the best model on the CLEVR dataset by 9.5 %"
        if (
            sentence.Word(before) is "by"
            && DataSetBefore(sentence, before - 1) is { } place
            && IsWhereMeasured(sentence, place)
        )
        {
            return place;
        }
        if (sentence.DataSetFrom(number.Last + 1) is { } behind && metric?.First == behind.Last + 1)
        {
            return behind;
        }
        if (metric is { } named && named.Last < number.First)
        {
            if (sentence.DataSetTo(named.First - 1) is { } beforeMetric)
            {
                return beforeMetric;
            }
            return
                sentence.DataSets.FindAll(dataSet => dataSet.First > named.Last && dataSet.Last < number.First)
                    is [var between]
                && DataSetLists.From(sentence, named.Last + 2) is ([_], _)
                ? between
                : null;
        }
        return null;
    }

    private static PlacedDataSet? DataSetBefore(NumberSentence sentence, int token)
    {
        for (
            var least = token - 2;
            token > least && sentence.DataSetTo(token) is null && DataSetLists.IsNoun(sentence, token);

        )
        {
            token--;
        }
        return sentence.DataSetTo(token);
    }

    // "on CIFAR-10 and CIFAR-100, errors of 2.1 % and 15.3 %, respectively": the only row of that length.
    private static List<PlacedDataSet>? Ahead(NumberSentence sentence, List<Quantity> list)
    {
        List<PlacedDataSet>? found = null;
        for (var token = 0; token < list[0].First; token++)
        {
            if (sentence.DataSetFrom(token) is null)
            {
                continue;
            }
            var (row, last) = DataSetLists.From(sentence, token);
            if (found is not null || row.Count != list.Count)
            {
                return null;
            }
            found = row;
            token = last;
        }
        return found;
    }

    // "On ImageNet, the model attains 87 % accuracy": the sentence speaks of one data set, before its number.
    private static PlacedDataSet? OnlyOne(NumberSentence sentence, Quantity number)
    {
        var only = sentence.DataSets[0];
        var key = KnownDataSets.Canonical(KnownDataSets.KeyOf(only.Name));
        return
            only.Last < number.First
            && sentence.DataSets.TrueForAll(other => KnownDataSets.Canonical(KnownDataSets.KeyOf(other.Name)) == key)
            && IsWhereMeasured(sentence, only)
            && !IsElsewhere(sentence, number)
            ? only
            : null;
    }

    private static bool IsWhereMeasured(NumberSentence sentence, PlacedDataSet dataSet)
    {
        if (sentence.Is(dataSet.Last + 1, Training))
        {
            return false;
        }
        for (var token = dataSet.First - 1; token >= Math.Max(0, dataSet.First - 1 - MostWordsToPreposition); token--)
        {
            if (sentence.Word(token) is "on" or "On" or "over" or "for" or "For" or "in" or "In")
            {
                return !sentence.Is(token - 1, Training) && !sentence.Is(token - 2, Training);
            }
        }
        return false;
    }

    // A place of its own behind the number, or another clause: "; on detection it gains 2 %".
    private static bool IsElsewhere(NumberSentence sentence, Quantity number)
    {
        for (var token = number.Last + 1; token < Math.Min(number.Last + 6, sentence.Count); token++)
        {
            if (sentence.Word(token) is "on" && sentence.Word(token + 1) is not "average")
            {
                return true;
            }
            if (sentence.IsMark(token, ",;:.()") || sentence.IsFigure(token))
            {
                return false;
            }
        }
        return false;
    }
}
