using System.Globalization;
using System.Text;
using PaperBot.Chat;
using PaperBot.Skills.People;

namespace PaperBot.Commands;

/// <summary>Pure: somebody's reading list as an answer.</summary>
internal static class SavedReply
{
    public static Reply List(IReadOnlyList<SavedPaper> saved) =>
        new()
        {
            Private = true,
            Title = "Your papers",
            Text =
                saved.Count == 0
                    ? "You have saved nothing. Press Save under a paper, or type /save and its title."
                    : Counted(saved.Count),
            Items =
            [
                .. saved.Select(
                    (one, i) =>
                        new ReplyItem(
                            $"{i + 1}.",
                            one.Paper?.Title ?? one.Id.Value,
                            one.Paper?.Link,
                            "",
                            one.Paper is null
                                ? $"no longer in the library; /unsave {one.Id} takes it off"
                                : one.At.ToString("'saved on' d MMMM yyyy", CultureInfo.InvariantCulture),
                            one.Paper?.Id.Value
                        )
                ),
            ],
            ChoicePrompt = "Summarize one of these",
            Choices =
            [
                .. saved
                    .Where(one => one.Paper is not null)
                    .Select(one => new ReplyChoice(one.Paper!.Title, $"/summarize paper:{one.Id}")), // the line above
            ],
            Buttons =
                saved.Count == 0
                    ? []
                    :
                    [
                        new ReplyButton("BibTeX", "/saved format:bibtex"),
                        new ReplyButton("CSV", "/saved format:csv"),
                        new ReplyButton("Markdown", "/saved format:markdown"),
                    ],
        };

    /// <param name="format">bibtex, csv or markdown.</param>
    public static Reply File(IReadOnlyList<SavedPaper> saved, string format)
    {
        var (name, type, text) = format switch
        {
            "bibtex" => ("papers.bib", "text/x-bibtex", SavedExport.ToBibTeX(saved)),
            "csv" => ("papers.csv", "text/csv", SavedExport.ToCsv(saved)),
            _ => ("papers.md", "text/markdown", SavedExport.ToMarkdown(saved)),
        };
        return new Reply
        {
            Private = true,
            Title = "Your papers",
            Text = Counted(saved.Count),
            Files = [new ReplyFile(name, type, Encoding.UTF8.GetBytes(text), Counted(saved.Count))],
        };
    }

    private static string Counted(int count) =>
        count == 1 ? "1 paper." : string.Create(CultureInfo.InvariantCulture, $"{count} papers, the newest first.");
}
