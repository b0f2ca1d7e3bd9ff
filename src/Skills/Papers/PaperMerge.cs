namespace PaperBot.Skills.Papers;

/// <summary>How far what is said may replace what is known, in rising order.</summary>
internal enum Standing
{
    /// <summary>Of an older version than the one known: it only fills gaps.</summary>
    Older,

    /// <summary>Of a less trusted source: likewise.</summary>
    Weaker,

    /// <summary>As good as what is known: it replaces what it does not make poorer.</summary>
    Equal,

    /// <summary>Of a more trusted source: it replaces.</summary>
    Stronger,

    /// <summary>Of a newer version: it replaces.</summary>
    Newer,
}

/// <summary>Pure: what is known and what is said become what will be known.</summary>
internal static class PaperMerge
{
    /// <remarks>
    /// The version decides, then trust (the order of <see cref="PaperOrigin"/>). Who names no version is taken to speak of
    /// the first: Hugging Face and Semantic Scholar keep what they read when a paper appeared. This is one order for all
    /// records, so that nothing can win in a circle, in whichever order they arrive.
    /// </remarks>
    public static Standing Compare(PaperRow known, PaperRow said) =>
        ((said.Version ?? 1).CompareTo(known.Version ?? 1), said.Origin.CompareTo(known.Origin)) switch
        {
            (> 0, _) => Standing.Newer,
            (< 0, _) => Standing.Older,
            (_, > 0) => Standing.Stronger,
            (_, < 0) => Standing.Weaker,
            _ => Standing.Equal,
        };

    /// <param name="known">What the library has.</param>
    /// <param name="said">What a source says.</param>
    /// <param name="titleIsFormer">The paper had this title before it had today's.</param>
    public static PaperRow Combine(PaperRow known, PaperRow said, bool titleIsFormer)
    {
        var standing = Compare(known, said);
        var prevails = standing >= Standing.Equal;
        var venue = Pick(known.Venue, said.Venue, prevails);
        return known with
        {
            Key = PaperId.Stored(known.Key).IsArxiv ? known.Key : said.Key,
            Version = Larger(known.Version, said.Version),
            Title = prevails && (standing > Standing.Equal || !titleIsFormer) ? said.Title : known.Title,
            Authors = Richer(known.Authors, said.Authors, standing),
            Published = Earlier(known.Published, said.Published),
            Categories = Richer(known.Categories, said.Categories, standing),
            Keywords = Richer(known.Keywords, said.Keywords, standing),
            Venue = venue,
            Year = PickYear(known, said, venue, prevails),
            Page = Pick(known.Page, said.Page, prevails),
            Code = Pick(known.Code, said.Code, prevails),
            Doi = Pick(known.Doi, said.Doi, prevails),
            License = Pick(known.License, said.License, prevails),
            Origin = prevails ? said.Origin : known.Origin,
        };
    }

    /// <summary>Whether an abstract is another one cut short ("…" at its end or not): then it says nothing new.</summary>
    public static bool IsCutOf(string shorter, string longer)
    {
        var rest = shorter.AsSpan().TrimEnd("….").TrimEnd();
        return shorter.Length < longer.Length + 3 && rest.Length > 0 && longer.AsSpan().StartsWith(rest);
    }

    private static string? Pick(string? known, string? said, bool prevails) => prevails ? said ?? known : known ?? said;

    // The year belongs to the venue: "ICLR 2025" must not become "ICLR 2024" by the day of the preprint.
    private static int? PickYear(PaperRow known, PaperRow said, string? venue, bool prevails) =>
        known.Venue == said.Venue ? (prevails ? said.Year ?? known.Year : known.Year ?? said.Year)
        : venue == known.Venue ? known.Year ?? said.Year
        : said.Year ?? known.Year;

    // Days are stored as yyyy-MM-dd, so their order is that of their text. The feeds name the day of announcement, which
    // is later than the first version's, and never an earlier one.
    private static string? Earlier(string? one, string? other) =>
        one is null || (other is not null && string.CompareOrdinal(other, one) < 0) ? other : one;

    private static int? Larger(int? one, int? other) => one is null || other > one ? other : one;

    // Lists are JSON arrays. Among equals the longer one wins: a file with the first author only takes nothing away.
    private static string? Richer(string? known, string? said, Standing standing) =>
        standing switch
        {
            > Standing.Equal => said ?? known,
            Standing.Equal when (said?.Length ?? 0) >= (known?.Length ?? 0) => said,
            _ => known ?? said,
        };
}
