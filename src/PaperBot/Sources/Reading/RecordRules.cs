using PaperBot.Skills.Latex;
using PaperBot.Skills.Papers;

namespace PaperBot.Sources.Reading;

/// <summary>What every reader does with what it found: HTML and LaTeX decoded, limits kept, or refused with the reason.</summary>
internal static class RecordRules
{
    private const int MostAuthors = 5_000;
    private const int MostLabels = 100;
    private const int LongestLabel = 200;
    private const int LongestVenue = 300;

    /// <param name="line">Where the record begins, from 1.</param>
    /// <param name="found">As it was found.</param>
    /// <param name="fromSource">Its texts were LaTeX source and are decoded already.</param>
    public static ReadItem Check(long line, PaperRecord found, bool fromSource = false)
    {
        if (Objection(found) is { } tooLong)
        {
            return new ReadRefusal(line, tooLong);
        }
        var record = found with
        {
            Title = PaperText.Clean(fromSource ? found.Title : LatexText.Plain(HtmlText.Plain(found.Title))),
            Abstract = fromSource ? found.Abstract : LatexText.Plain(HtmlText.Plain(found.Abstract)),
            Authors = Labels(found.Authors, MostAuthors, fromSource),
            Categories = Labels(found.Categories, MostLabels, fromSource: true),
            Keywords = Labels(found.Keywords, MostLabels, fromSource),
            Venue = Short(found.Venue, LongestVenue),
            Doi = Short(found.Doi, LongestLabel),
            License = Short(found.License, LongestVenue),
            Year = found.Year is >= 1500 and <= 2200 ? found.Year : null,
        };
        return record.Title.Length == 0 ? new ReadRefusal(line, "the title is missing") : new ReadPaper(line, record);
    }

    private static string? Objection(PaperRecord record) =>
        record.Title.Length > PaperText.LongestTitle
            ? $"the title has {record.Title.Length:N0} characters, more than {PaperText.LongestTitle:N0}"
        : record.Abstract.Length > PaperText.LongestAbstract
            ? $"the abstract has {record.Abstract.Length:N0} characters, more than {PaperText.LongestAbstract:N0}"
        : null;

    private static IReadOnlyList<string> Labels(IReadOnlyList<string> found, int most, bool fromSource)
    {
        if (found.Count == 0)
        {
            return found;
        }
        var labels = new List<string>(Math.Min(found.Count, most));
        foreach (var text in found)
        {
            if (
                labels.Count < most
                && text.Length <= LongestLabel
                && PaperText.Clean(fromSource ? text : LatexText.Plain(text)) is { Length: > 0 } label
            )
            {
                labels.Add(label);
            }
        }
        return labels;
    }

    private static string? Short(string? text, int longest) =>
        text is not null && text.Length <= longest && PaperText.Clean(text) is { Length: > 0 } clean ? clean : null;
}
