namespace PaperBot.Skills.Papers;

/// <summary>
/// A record made ready for the store: cleaned, named and cut into words. Done apart from the writing, because it takes as
/// long and can be done on another core.
/// </summary>
internal sealed record PreparedPaper(long Line, PaperRecord Record, PaperRow Row, string TitleKey, string IndexWords)
{
    /// <summary>Why a record cannot be kept; null where it can.</summary>
    public static string? Objection(PaperRecord record) =>
        record switch
        {
            { Title.Length: > PaperText.LongestTitle } =>
                $"the title has {record.Title.Length:N0} characters, more than {PaperText.LongestTitle:N0}",
            { Abstract.Length: > PaperText.LongestAbstract } =>
                $"the abstract has {record.Abstract.Length:N0} characters, more than {PaperText.LongestAbstract:N0}",
            _ when PaperText.Clean(record.Title).Length == 0 => "the title is missing",
            _ => null,
        };

    public static PreparedPaper From(long line, PaperRecord raw, IndexText.Builder index)
    {
        var record = raw with
        {
            Title = PaperText.Clean(raw.Title),
            Abstract = PaperText.Clean(raw.Abstract),
            Authors = Clean(raw.Authors),
            Categories = Clean(raw.Categories),
            Keywords = Clean(raw.Keywords),
            Venue = CleanOrNull(raw.Venue),
            Doi = CleanOrNull(raw.Doi),
            License = CleanOrNull(raw.License),
        };
        var row = PaperRow.From(record, record.ArxivId ?? PaperId.FromTitle(record.Title));
        var words = index.Of(row.ToPaper(record.Abstract));
        return new PreparedPaper(line, record, row, Papers.TitleKey.Of(record.Title), words);
    }

    private static IReadOnlyList<string> Clean(IReadOnlyList<string> texts) =>
        texts.Count == 0 ? texts : [.. texts.Select(PaperText.Clean).Where(text => text.Length > 0).Distinct()];

    private static string? CleanOrNull(string? text) => PaperText.Clean(text) is { Length: > 0 } clean ? clean : null;
}
