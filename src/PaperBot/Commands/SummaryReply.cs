using PaperBot.Chat;
using PaperBot.Skills.Language;
using PaperBot.Skills.Summarize;

namespace PaperBot.Commands;

/// <summary>Pure: a summary as an answer.</summary>
internal static class SummaryReply
{
    private const int MostFacts = 6;

    public static Reply For(Summary summary) =>
        new()
        {
            Again = $"/summarize paper:{summary.Paper.Id}",
            Title = summary.Paper.Title,
            Link = summary.Paper.Link,
            Text = summary switch
            {
                { Whole: { } whole } => whole,
                { Tldr: { } tldr } => $"{tldr.Text} [{tldr.Sentence}]",
                _ => summary.Note ?? "",
            },
            Fields =
            [
                .. summary.Points.Select(point => new ReplyField(point.Label, point.Text, [point.Sentence])),
                .. Facts(summary),
            ],
            Notes = [.. Notes(summary), .. PaperNotes.SampleIfAny([summary.Paper])],
            Buttons =
            [
                PaperNotes.Related(summary.Paper),
                PaperNotes.Details(summary.Paper),
                PaperNotes.CompareWith(summary.Paper),
            ],
        };

    private static IEnumerable<string> Notes(Summary summary)
    {
        if (summary.Note is { } note && (summary.Whole ?? summary.Tldr?.Text) is not null)
        {
            yield return char.ToUpperInvariant(note[0]) + note[1..].TrimEnd('.') + ".";
        }
        if (summary.Tldr is not null && summary.Whole is null)
        {
            yield return PaperNotes.Made(summary.Engine, summary.AbstractVersion);
        }
    }

    private static IEnumerable<ReplyField> Facts(Summary summary)
    {
        var numbers = summary.Facts.Where(fact => fact.Kind == FactKind.Number).Take(MostFacts).ToList();
        var dataSets = summary.Facts.Where(fact => fact.Kind == FactKind.DataSet).Take(MostFacts).ToList();
        var links = summary.Facts.Where(fact => fact.Kind == FactKind.Link).Take(MostFacts).ToList();
        return new[] { ("Numbers", numbers), ("Data", dataSets), ("Links", links) }
            .Where(kind => kind.Item2.Count > 0)
            .Select(kind => new ReplyField(
                kind.Item1,
                string.Join(" · ", kind.Item2.Select(fact => fact.Text).Distinct()),
                [.. kind.Item2.Select(fact => fact.Sentence).Distinct().Order()]
            )
            {
                Links =
                    kind.Item2 == links ? [.. links.Select(fact => Address(fact.Text)).OfType<Uri>().Distinct()] : [],
            });
    }

    private static Uri? Address(string text) =>
        Uri.TryCreate(
            text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}",
            UriKind.Absolute,
            out var link
        )
            ? link
            : null;
}
