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

    private static IEnumerable<ReplyField> Facts(Summary summary) =>
        new[]
        {
            Field("Numbers", summary, FactKind.Number),
            Field("Data", summary, FactKind.DataSet),
            Field("Methods", summary, FactKind.Method),
            Field("Links", summary, FactKind.Link),
        }.OfType<ReplyField>();

    private static ReplyField? Field(string name, Summary summary, FactKind kind)
    {
        var facts = summary
            .Facts.Where(fact => fact.Kind == kind)
            .DistinctBy(fact => fact.Text)
            .Take(MostFacts)
            .ToList();
        return facts.Count == 0
            ? null
            : new ReplyField(
                name,
                string.Join(" · ", facts.Select(fact => fact.Text)),
                [.. facts.Select(fact => fact.Sentence).Distinct().Order()]
            )
            {
                Links =
                    kind == FactKind.Link ? [.. facts.Select(fact => Address(fact.Text)).OfType<Uri>().Distinct()] : [],
            };
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
