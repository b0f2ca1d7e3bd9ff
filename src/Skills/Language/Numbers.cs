using System.Text.RegularExpressions;

namespace PaperBot.Skills.Language;

/// <summary>
/// Numbers that say something: with a unit, a multiplier or a metric, quoted with the words right around them
/// ("improves accuracy by 1.6-2.1x", "97.70 % test accuracy on CIFAR-10"). Years, enumerations, citations and numbers
/// inside names are none.
/// </summary>
internal static partial class Numbers
{
    // So far a verb may stand before its number: "improves the training speed of X over existing solutions by 2x".
    private const int MostWordsBefore = 10;

    public static IEnumerable<Fact> In(Sentence sentence)
    {
        var text = sentence.Text;
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            yield break;
        }
        var position = 0;
        foreach (Match match in Value().Matches(text))
        {
            var end = EndOf(text, match.Index + match.Length);
            var start = StartOf(text, match.Index, position);
            if (
                HasUnit().IsMatch(match.ValueSpan)
                || HasMetric(text, start, match.Index, match.Index + match.Length, end)
            )
            {
                position = end;
                yield return new Fact(FactKind.Number, text[start..end], match.Value, sentence.Number);
            }
        }
    }

    // A number without a unit counts where the metric stands beside it: "an F1 of 71.3".
    private static bool HasMetric(string text, int start, int number, int afterNumber, int end) =>
        text.AsSpan(number..afterNumber).Contains('.')
        && (Metric().IsMatch(text.AsSpan(start..number)) || Metric().IsMatch(text.AsSpan(afterNumber..end)));

    // The metric and the data set behind the number, where they follow directly.
    private static int EndOf(string text, int end)
    {
        var metric = MetricAfter().Match(text, end, Math.Min(80, text.Length - end));
        end = metric.Success ? end + metric.Length : end;
        var place = PlaceAfter().Match(text, end, Math.Min(120, text.Length - end));
        return place.Success ? end + place.Length : end;
    }

    // Back over "by up to", then to the verb or the metric that the number belongs to, if there is one nearby.
    private static int StartOf(string text, int number, int limit)
    {
        var start = number;
        var bound = false;
        while (
            WordBefore(text, start, limit) is { } qualifier
            && Qualifier().IsMatch(text.AsSpan(qualifier..start).TrimEnd())
        )
        {
            bound |= Binding().IsMatch(text.AsSpan(qualifier..start).TrimEnd());
            start = qualifier;
        }
        var best = start;
        var position = start;
        for (var i = 0; i < MostWordsBefore && WordBefore(text, position, limit) is { } word; i++)
        {
            var letters = text.AsSpan(word..position).TrimEnd();
            if (letters[^1] is ',' or ';' or ':' or ')' or '.' || letters[0] == '(')
            {
                break;
            }
            if (Boundary().IsMatch(letters))
            {
                break;
            }
            position = word;
            if (Verb().IsMatch(letters))
            {
                return position;
            }
            if (bound && Metric().IsMatch(letters))
            {
                best = position;
            }
        }
        return best > start || best == start ? TrimBinding(text, best, start, number) : best;
    }

    // "by 37 %" without its verb is better said "37 %".
    private static int TrimBinding(string text, int best, int start, int number)
    {
        if (best < start)
        {
            return best;
        }
        while (start < number && LooseBinding().Match(text, start, number - start) is { Success: true } binding)
        {
            start += binding.Length;
        }
        return start;
    }

    private static int? WordBefore(string text, int position, int limit)
    {
        if (position <= limit || text[position - 1] != ' ')
        {
            return null;
        }
        var start = position - 1;
        while (start > limit && text[start - 1] != ' ')
        {
            start--;
        }
        return start < position - 1 ? start : null;
    }
}
