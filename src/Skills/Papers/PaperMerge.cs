namespace PaperBot.Skills.Papers;

/// <summary>Pure: what is known and what is said become what will be known; the richer and the more trusted field wins.</summary>
internal static class PaperMerge
{
    /// <summary>Whether the texts that are said replace those that are known.</summary>
    /// <remarks>
    /// A newer version always does, an older one never. Within one version the more trusted source does, and the same
    /// source again. Trust is the order of <see cref="PaperOrigin"/>.
    /// </remarks>
    public static bool Prevails(PaperRow known, PaperRow said) =>
        (known.Version, said.Version) switch
        {
            ({ } old, { } young) when young != old => young > old,
            _ => said.Origin >= known.Origin,
        };

    public static PaperRow Combine(PaperRow known, PaperRow said)
    {
        var prevails = Prevails(known, said);
        return known with
        {
            Key = PaperId.Stored(known.Key).IsArxiv ? known.Key : said.Key,
            Version = Larger(known.Version, said.Version),
            Title = prevails && !SameWords(known, said) ? said.Title : known.Title,
            Authors = prevails ? said.Authors ?? known.Authors : known.Authors ?? said.Authors,
            Published = Earlier(known.Published, said.Published),
            Categories = Richer(known.Categories, said.Categories),
            Keywords = Richer(known.Keywords, said.Keywords),
            Venue = Pick(known.Venue, said.Venue, prevails),
            Year = prevails ? said.Year ?? known.Year : known.Year ?? said.Year,
            Page = Pick(known.Page, said.Page, prevails),
            Code = Pick(known.Code, said.Code, prevails),
            Doi = Pick(known.Doi, said.Doi, prevails),
            License = Pick(known.License, said.License, prevails),
            Origin = known.Origin > said.Origin ? known.Origin : said.Origin,
        };
    }

    // From one and the same kind of source, another spelling of the same title is no news; a better source's spelling is.
    private static bool SameWords(PaperRow known, PaperRow said) =>
        known.Origin == said.Origin && TitleKey.Of(known.Title) == TitleKey.Of(said.Title);

    private static string? Pick(string? known, string? said, bool prevails) => prevails ? said ?? known : known ?? said;

    // Days are stored as yyyy-MM-dd, so their order is that of their text.
    private static string? Earlier(string? one, string? other) =>
        one is null || (other is not null && string.CompareOrdinal(other, one) < 0) ? other : one;

    private static int? Larger(int? one, int? other) => one is null || other > one ? other : one;

    private static string? Richer(string? known, string? said) =>
        said is not null && (known is null || said.Length > known.Length) ? said : known;
}
