using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Editions;

/// <summary>Pure: what a reader should know of a day. A quiet day, a broken source and the sample read differently.</summary>
internal static class EditionNotice
{
    public const string Sample =
        "These are PaperBot's sample papers: import or fetch real ones, and the sample makes room for them.";
    public const string AllPosted =
        "Nothing new today: every paper on the lists that are known has been posted before.";
    public const string NoPapers = "There is nothing to post yet: the library has no papers. Import or fetch some.";

    private const int LongestSentence = 300;

    /// <returns>Null where the day is as usual.</returns>
    public static string? For(IReadOnlyList<Pick> picks, IReadOnlyList<SourceNews> news, bool libraryIsEmpty) =>
        For(picks.Count, picks.Any(pick => pick.IsSample), news, libraryIsEmpty);

    /// <inheritdoc cref="For(IReadOnlyList{Pick}, IReadOnlyList{SourceNews}, bool)"/>
    public static string? For(int picks, bool hasSample, IReadOnlyList<SourceNews> news, bool libraryIsEmpty)
    {
        var broken = news.Where(source => !source.Healthy).ToList();
        var sentences = new List<string>();
        if (hasSample)
        {
            sentences.Add(Sample);
        }
        if (broken.Count > 0)
        {
            sentences.Add($"{Join(broken)}, so today's list may be incomplete.");
        }
        else if (news.Count > 0 && news.All(source => source.EmptyAsExpected))
        {
            sentences.Add($"Quiet day: {Join(news)}.");
        }
        else if (picks == 0)
        {
            sentences.Add(libraryIsEmpty ? NoPapers : AllPosted);
        }
        return sentences.Count > 0 ? string.Join(' ', sentences) : null;
    }

    private static string Join(IEnumerable<SourceNews> news) => string.Join("; ", news.Select(Clause).Distinct());

    private static string Clause(SourceNews news)
    {
        var sentence = PaperText.Clean(news.Sentence).TrimEnd('.', ' ');
        return sentence switch
        {
            "" => news.Healthy ? $"{news.Source} lists nothing today" : $"{news.Source} could not be read",
            { Length: > LongestSentence } => sentence[..LongestSentence] + "…",
            _ => sentence,
        };
    }
}
