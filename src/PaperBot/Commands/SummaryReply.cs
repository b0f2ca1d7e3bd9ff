using PaperBot.Chat;
using PaperBot.Skills.Answers;
using PaperBot.Skills.Language;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Summarize;
using PaperBot.Skills.Writing;

namespace PaperBot.Commands;

/// <summary>Pure: a summary as an answer.</summary>
internal static class SummaryReply
{
    private const int MostFacts = 6;
    private const int MostBullets = 3;

    private static readonly string[] LastBullets = ["Result", "Problem", "Aim", "Background", "Approach"];

    public static Reply For(SummaryAnswer answer) =>
        answer.Written is { } written
            ? Written(answer, written)
            : For(answer.Own, answer.Style) with
            {
                Notes = [.. PaperNotes.Instead(answer.Instead), .. For(answer.Own, answer.Style).Notes],
            };

    /// <summary>Of PaperBot's own engine.</summary>
    public static Reply For(Summary summary, SummaryStyle style = SummaryStyle.Structured) =>
        new()
        {
            Again = Again(summary.Paper, style, null),
            Title = summary.Paper.Title,
            Link = summary.Paper.Link,
            Text = summary switch
            {
                { Whole: { } whole } => whole,
                { Tldr: not null } when style == SummaryStyle.Bullets => Bullets(summary),
                { Tldr: { } tldr } => $"{tldr.Text} [{tldr.Sentence}]",
                _ => summary.Note ?? "",
            },
            Fields = style switch
            {
                SummaryStyle.Tldr => [],
                SummaryStyle.Bullets => [.. Facts(summary)],
                _ =>
                [
                    .. summary.Points.Select(point => new ReplyField(point.Label, point.Text, [point.Sentence])),
                    .. Facts(summary),
                ],
            },
            Notes = [.. Notes(summary), .. PaperNotes.SampleIfAny([summary.Paper])],
            Buttons = [.. Onward(summary.Paper), .. AnswerButtons.For([summary.Paper])],
        };

    /// <summary>What is ready of a summary that is being written.</summary>
    public static Reply SoFar(Paper paper, IReadOnlyList<WrittenPart> parts) =>
        new()
        {
            Title = paper.Title,
            Link = paper.Link,
            Text = Running(parts, isList: parts.Count > 1) + " …",
        };

    private static Reply Written(SummaryAnswer answer, KeptAnswer written)
    {
        var paper = answer.Own.Paper;
        var language = written.Language == ReaderLanguage.English.Name ? null : written.Language;
        return new Reply
        {
            Again = Again(paper, answer.Style, language),
            Title = paper.Title,
            Link = paper.Link,
            Text = Running(
                [.. written.Parts.Where(part => part.Label.Length == 0)],
                isList: answer.Style == SummaryStyle.Bullets
            ),
            Fields =
            [
                .. written
                    .Parts.Where(part => part.Label.Length > 0)
                    .Select(part => new ReplyField(
                        part.IsOwn ? $"{part.Label} (quoted)" : part.Label,
                        part.Text,
                        Sources(part)
                    )),
                .. answer.Style == SummaryStyle.Tldr ? [] : Facts(answer.Own),
            ],
            Notes =
            [
                .. answer.Instead is { } reason ? [$"{reason}; here it is in English."] : Array.Empty<string>(),
                .. Quoted(written),
                PaperNotes.WrittenBy(written),
                .. PaperNotes.SampleIfAny([paper]),
            ],
            Buttons =
            [
                .. Onward(paper),
                .. AnswerButtons.For(written),
                .. language is null ? [InMine(paper, answer.Style)] : Array.Empty<ReplyButton>(),
            ],
        };
    }

    private static IEnumerable<string> Quoted(KeptAnswer written) =>
        written.Parts.Any(part => part.IsOwn)
            ?
            [
                "What the model wrote of a part marked “quoted” did not hold; PaperBot's own engine quotes the abstract there.",
            ]
            : [];

    private static IEnumerable<ReplyButton> Onward(Paper paper) =>
        [PaperNotes.Related(paper), PaperNotes.Details(paper), PaperNotes.CompareWith(paper), PaperNotes.Save(paper)];

    private static ReplyButton InMine(Paper paper, SummaryStyle style) =>
        new("In my language", Again(paper, style, ReaderLanguage.Mine));

    private static string Again(Paper paper, SummaryStyle style, string? language)
    {
        var line = $"/summarize paper:{paper.Id}";
        line += style == SummaryStyle.Structured ? "" : $" style:{style.ToString().ToLowerInvariant()}";
        return language is null ? line : $"{line} language:{language}";
    }

    private static string Running(IReadOnlyList<WrittenPart> parts, bool isList) =>
        string.Join(
            isList ? "\n" : " ",
            parts.Select(part =>
                $"{(isList ? "• " : "")}{part.Text}{string.Concat(Sources(part).Select(number => $" [{number}]"))}"
            )
        );

    private static IReadOnlyList<int> Sources(WrittenPart part) =>
        [.. part.Support.Select(support => support.Sentence).Distinct().Order()];

    // The one sentence and what was found, then the problem, then the approach: so many as there is room for.
    private static string Bullets(Summary summary) =>
        string.Join(
            '\n',
            summary
                .Points.OrderBy(point => Array.IndexOf(LastBullets, point.Label))
                .Select(point => (point.Text, point.Sentence))
                .Prepend((summary.Tldr!.Text, summary.Tldr.Sentence)) // asked for where there is one
                .Take(MostBullets)
                .OrderBy(bullet => bullet.Sentence)
                .Select(bullet => $"• {bullet.Text} [{bullet.Sentence}]")
        );

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
