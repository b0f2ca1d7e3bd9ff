using Microsoft.Extensions.Logging;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Trending;

namespace PaperBot.Skills.Editions;

/// <summary>Picks the best papers that no edition has had yet, and sums each up in a sentence.</summary>
public sealed partial class EditionBuilder(
    TrendingStore trending,
    PaperStore papers,
    IEditionSentences sentences,
    TimeProvider clock,
    ILogger<EditionBuilder> logger
)
{
    // More are looked at than picked: one paper may stand twice in the library, under two ids and one title.
    private const int Spare = 20;
    private const int LongestStart = 200;

    /// <param name="day">The day that the edition is of; it is built from what the library knows now.</param>
    /// <param name="most">How many picks at most.</param>
    /// <param name="news">How the sources fared; empty where none was asked.</param>
    public Edition Build(DateOnly day, int most, IReadOnlyList<SourceNews> news, CancellationToken ct = default)
    {
        var picks = new List<Pick>();
        foreach (var paper in Ranked(most))
        {
            ct.ThrowIfCancellationRequested();
            picks.Add(PickOf(picks.Count + 1, paper, ct));
        }
        var notice = EditionNotice.For(picks, news, libraryIsEmpty: papers.State().Papers == 0);
        return new Edition(day, picks, notice, clock.GetUtcNow());
    }

    /// <summary>The papers that <see cref="Build"/> would pick now, best first.</summary>
    public IReadOnlyList<Paper> Choose(int most) => [.. Ranked(most).Select(found => found.Paper)];

    // The week rather than the day: what was listed yesterday has had time to be voted for. Older lists fill what is left.
    private IEnumerable<TrendingPaper> Ranked(int most) =>
        Unposted(TrendingPeriod.Week, most)
            .Concat(Unposted(TrendingPeriod.All, most))
            .DistinctBy(paper => paper.Paper.Id)
            .DistinctBy(paper => TitleKey.Of(paper.Paper.Title))
            .Take(most);

    private IEnumerable<TrendingPaper> Unposted(TrendingPeriod period, int most)
    {
        foreach (var paper in trending.Find(new TrendingQuery(period, [], most + Spare, Unposted: true)).Papers)
        {
            yield return paper;
        }
    }

    private Pick PickOf(int rank, TrendingPaper found, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var sentence = SentenceOf(found.Paper, sentences, logger, ct);
        return new Pick(
            rank,
            found.Paper.Id,
            found.Paper.Title,
            found.Paper.Link,
            sentence.Text,
            found.Reason,
            found.Paper.IsSample
        )
        {
            Writer = sentence.Writer,
        };
    }

    /// <summary>The sentence of a paper, or the start of its abstract where there is none.</summary>
    public static EditionSentence SentenceOf(
        Paper paper,
        IEditionSentences sentences,
        ILogger logger,
        CancellationToken ct = default
    )
    {
        try
        {
            var sentence = sentences.Of(paper);
            if (PaperText.Clean(sentence.Text) is { Length: > 0 } text)
            {
                return sentence with { Text = text };
            }
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogNotSummarised(logger, e, paper.Id);
        }
        return new EditionSentence(StartOf(paper.Abstract), null);
    }

    private static string StartOf(string text)
    {
        if (text.Length <= LongestStart)
        {
            return text.Length > 0 ? text : "Its abstract is not known.";
        }
        var end = text.LastIndexOf(' ', LongestStart);
        if (end < LongestStart / 2)
        {
            end = char.IsLowSurrogate(text[LongestStart]) ? LongestStart - 1 : LongestStart;
        }
        return $"{text[..end].TrimEnd('.', ',', ';', ':', ' ')}…";
    }

    [LoggerMessage(LogLevel.Warning, "{Paper} could not be summarised; the edition shows the start of its abstract.")]
    private static partial void LogNotSummarised(ILogger logger, Exception exception, PaperId paper);
}
