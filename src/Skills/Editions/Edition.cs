using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Editions;

/// <summary>One day's picks, as they are posted: a paper that later leaves or changes does not change them.</summary>
/// <param name="Day">The date in the time zone of the daily post; there is one edition a day.</param>
/// <param name="Picks">Best first; empty on a day that has none, and <paramref name="Notice"/> then says why.</param>
/// <param name="Notice">What a reader should know of this day in a plain sentence or two; null where there is nothing to say.</param>
public sealed record Edition(DateOnly Day, IReadOnlyList<Pick> Picks, string? Notice, DateTimeOffset BuiltAt);

/// <param name="Rank">The place in the edition, from 1.</param>
/// <param name="Summary">One sentence; the start of the abstract where the paper could not be summarised.</param>
/// <param name="Reason">Why it was picked, such as "42 votes, +12 since yesterday".</param>
public sealed record Pick(int Rank, PaperId Id, string Title, Uri? Link, string Summary, string Reason, bool IsSample)
{
    /// <summary>The language model that wrote the summary; null for PaperBot's own engine.</summary>
    public string? Writer { get; init; }
}

/// <summary>How a source fared when it was asked for new papers.</summary>
/// <param name="Source">Its name for readers, such as "Hugging Face".</param>
/// <param name="Healthy">Whether its answer can be relied on.</param>
/// <param name="EmptyAsExpected">It had nothing, and that is how it should be: a weekend or a holiday.</param>
/// <param name="Sentence">
/// What happened, such as "Hugging Face could not be reached (503)." or "Hugging Face lists nothing on Saturdays."; may be
/// empty where there is nothing to say.
/// </param>
public sealed record SourceNews(string Source, bool Healthy, bool EmptyAsExpected, string Sentence);
