using System.Globalization;
using PaperBot.Chat;
using PaperBot.Skills.Details;
using PaperBot.Skills.Papers;

namespace PaperBot.Commands;

/// <summary>Pure: one paper with all that is known of it as an answer.</summary>
internal static class DetailsReply
{
    private const int MostAuthors = 12;

    public static Reply For(PaperDetails details) =>
        new()
        {
            Again = $"/paper paper:{details.Paper.Id}",
            Title = details.Paper.Title,
            Link = details.Paper.Link,
            Text =
                details.Paper.Abstract.Length > 0
                    ? details.Paper.Abstract
                    : "The library holds no abstract of this paper.",
            Fields = [.. Fields(details).Where(field => field.Text.Length > 0)],
            Notes = PaperNotes.SampleIfAny([details.Paper]),
            Buttons =
            [
                PaperNotes.Summarize(details.Paper),
                PaperNotes.Related(details.Paper),
                .. details.Versions.Count > 1 ? [PaperNotes.Changes(details.Paper)] : Array.Empty<ReplyButton>(),
                PaperNotes.Save(details.Paper),
                PaperNotes.Vote(details.Paper),
            ],
        };

    private static IEnumerable<ReplyField> Fields(PaperDetails details)
    {
        var paper = details.Paper;
        yield return Field("Authors", Authors(paper));
        yield return Field(
            "Published",
            paper.Published?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) ?? paper.Year?.ToString()
        );
        yield return Field("Venue", paper.Venue);
        yield return Field(
            "arXiv",
            paper.Id.IsArxiv ? $"{paper.Id}{(paper.Version is null ? "" : $", version {paper.Version}")}" : null
        );
        yield return Field("Categories", string.Join(", ", paper.Categories));
        yield return Field("Keywords", string.Join(", ", paper.Keywords));
        yield return Field("Votes", details.Votes?.ToString("N0", CultureInfo.InvariantCulture));
        yield return Field("Code", paper.Code?.AbsoluteUri) with
        {
            Links = paper.Code is { } code ? [code] : [],
        };
        yield return Field(
            "Abstracts kept",
            details.Versions.Count > 1 ? $"{details.Versions.Count} versions, the newest is shown" : null
        );
    }

    private static ReplyField Field(string name, string? text) => new(name, text ?? "", []);

    private static string Authors(Paper paper) =>
        paper.Authors.Count <= MostAuthors
            ? string.Join(", ", paper.Authors)
            : $"{string.Join(", ", paper.Authors.Take(MostAuthors))} and {paper.Authors.Count - MostAuthors} more";
}
