using System.Collections.Frozen;

namespace PaperBot.Skills.Language;

/// <summary>
/// Numbers that say something: with a unit, a multiplier or a metric, quoted with the words right around them
/// ("improves accuracy by 1.6-2.1x", "97.70 % test accuracy on CIFAR-10"). Years, enumerations, citations and numbers
/// inside names are none.
/// </summary>
internal static class Numbers
{
    private static readonly FrozenSet<string> Counters = NumberSentence.Set(
        "section sections table tables figure figures fig eq equation appendix step task tasks version chapter level stage phase part "
            + "track class no theorem lemma algorithm alg round day week layer top"
    );

    private static readonly FrozenSet<string> Versioned = NumberSentence.Set("version v section release python cuda");

    public static IEnumerable<Fact> In(ReadSentence sentence)
    {
        if (!sentence.Text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return [];
        }
        var parts = new NumberSentence(sentence.Text, sentence.DataSets);
        var facts = new List<Fact>();
        var from = 0;
        foreach (var number in parts.Quantities)
        {
            if (!MayMeasure(parts, number))
            {
                continue;
            }
            var role = NumberRoles.Of(parts, number);
            var metric = NumberMetric.Of(parts, number) ?? (role == NumberRole.Other ? RivalOf(parts, number) : null);
            if (number.SaysSomething || metric is not null)
            {
                var dataSet = NumberDataSet.Of(parts, number, metric);
                var span = NumberSpan.Of(parts, number, metric, dataSet, role, from);
                facts.Add(FactOf(parts, number, span, role, metric, dataSet?.Name, from) with { Sentence = sentence.Number });
                from = span.LastToken + 1;
            }
        }
        return facts;
    }

    // "81.6 % accuracy against 80.9 %": of the same metric as the number before.
    private static MetricMention? RivalOf(NumberSentence sentence, Quantity number)
    {
        var before = sentence.Quantities.IndexOf(number) - 1;
        return before >= 0 && sentence.Quantities[before].Unit == number.Unit
            ? NumberMetric.Of(sentence, sentence.Quantities[before])
            : null;
    }

    private static Fact FactOf(
        NumberSentence sentence,
        Quantity number,
        NumberSpan span,
        NumberRole role,
        MetricMention? metric,
        string? dataSet,
        int from
    )
    {
        var text = sentence.Text;
        var qualified = Math.Max(from, sentence.BeforeQualified(number) + 1);
        var amount = qualified < number.First ? sentence.At(qualified).Start : number.Start;
        return new Fact(FactKind.Number, text[span.Start..span.End], text[number.Start..number.End], 0)
        {
            Measured = new Measured(role, text[Math.Min(amount, number.Start)..number.End], number.Unit)
            {
                Metric = metric is { } named ? text[sentence.At(named.First).Start..sentence.At(named.Last).End] : null,
                MetricKey = metric?.Key,
                DataSet = dataSet,
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
        return !isYear && !sentence.Is(number.First - 1, Counters) && !IsItem(sentence, number);
    }

    // "1) weave", "(2) cut"
    private static bool IsItem(NumberSentence sentence, Quantity number) =>
        sentence.IsMark(number.Last + 1, ")")
        && (number.First == 0 || sentence.IsMark(number.First - 1, "(") || sentence.IsMark(number.First - 1, ",;:"))
        && sentence.MetricTo(number.First - 2) is null
        && sentence.DataSetTo(number.First - 2) is null;
}
