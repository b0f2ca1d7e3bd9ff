using PaperBot.Skills.Papers;

namespace PaperBot.Fakes;

/// <summary>A paper with only what the test cares about.</summary>
internal static class NewPaper
{
    public static Paper Like(
        string title = "Sparse Widgets for Long Contexts",
        string @abstract = "We introduce sparse widgets. They cut memory by 37% on a 128k-token task.",
        string? id = null
    ) =>
        new()
        {
            Id = id is null ? PaperId.FromTitle(title) : PaperId.Stored(id),
            Title = title,
            Abstract = @abstract,
            Origin = PaperOrigin.File,
        };

    public static PaperRecord Record(
        string title = "Sparse Widgets for Long Contexts",
        string @abstract = "We introduce sparse widgets. They cut memory by 37% on a 128k-token task.",
        string? arxivId = null,
        int? version = null,
        PaperOrigin origin = PaperOrigin.File,
        int? votes = null,
        int? rank = null,
        DateOnly? listingDay = null
    ) =>
        new()
        {
            Origin = origin,
            ArxivId = arxivId is null ? null : PaperId.Stored(arxivId),
            Version = version,
            Title = title,
            Abstract = @abstract,
            Votes = votes,
            Rank = rank,
            ListingDay = listingDay,
        };
}
