using System.Collections.Frozen;

namespace PaperBot.Skills.Papers;

/// <summary>Pure: a record as it was found becomes one that may be kept; what makes no sense in it is left out.</summary>
internal static class RecordCleaning
{
    public const int MostAuthors = 5_000; // the largest collaborations have 3,000
    public const int MostLabels = 100;
    public const int LongestLabel = 200;
    public const int LongestAddress = 2_000;
    private const int FirstYear = 1400;

    // Where a preprint lies is not where it appeared.
    private static readonly FrozenSet<string> NoVenues = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "arXiv",
        "arXiv.org",
        "arXiv preprint",
        "CoRR"
    );

    public static PaperRecord Clean(PaperRecord raw, DateOnly today) =>
        raw with
        {
            ArxivId = Id(raw.ArxivId),
            Version = AtLeast(1, raw.Version),
            Title = PaperText.Clean(raw.Title),
            Abstract = PaperText.Clean(raw.Abstract),
            Authors = Labels(raw.Authors, MostAuthors),
            Published = raw.Published is { } day && day.Year >= FirstYear && day <= today.AddYears(1) ? day : null,
            Categories = Labels(raw.Categories, MostLabels),
            Keywords = Labels(raw.Keywords, MostLabels),
            Venue = Label(raw.Venue) is { } venue && !NoVenues.Contains(venue) ? venue : null,
            Year = raw.Year is >= FirstYear && raw.Year <= today.Year + 5 ? raw.Year : null,
            Page = Address(raw.Page),
            Code = Address(raw.Code),
            Doi = Doi(raw.Doi),
            License = Label(raw.License),
            Votes = AtLeast(0, raw.Votes),
            Comments = AtLeast(0, raw.Comments),
            Stars = AtLeast(0, raw.Stars),
            Rank = AtLeast(1, raw.Rank),
        };

    private static PaperId? Id(PaperId? id) =>
        id is { Value: { } value } && PaperId.TryParse(value, out var parsed, out _) && parsed.IsArxiv ? parsed : null;

    private static int? AtLeast(int least, int? number) => number >= least ? number : null;

    private static IReadOnlyList<string> Labels(IReadOnlyList<string> texts, int most) =>
        texts.Count == 0 ? texts : [.. texts.Select(Label).OfType<string>().Distinct().Take(most)];

    private static string? Label(string? text) =>
        text is { Length: <= LongestLabel } && PaperText.Clean(text) is { Length: > 0 } clean ? clean : null;

    // A name in the address ("https://arxiv.org@elsewhere.example") is there to deceive.
    private static Uri? Address(Uri? address) =>
        address is { IsAbsoluteUri: true, UserInfo.Length: 0, Host.Length: > 0 }
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.AbsoluteUri.Length <= LongestAddress
            ? address
            : null;

    // https://www.doi.org/doi-handbook/HTML/doi-name-syntax.html; people write it as an address too.
    private static string? Doi(string? text)
    {
        var doi = Label(text);
        var start = doi?.IndexOf("10.", StringComparison.Ordinal) ?? -1;
        return start >= 0 && doi![start..] is { } name && name.Contains('/') && !name.Contains(' ') ? name : null; // start >= 0: not null
    }
}
