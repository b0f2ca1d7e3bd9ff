using PaperBot.Skills.Editions;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Digests;

/// <summary>Pure: which papers a channel's digest of a day brings, and what is to be said of the day.</summary>
/// <param name="Digest">The channel's.</param>
/// <param name="Day">On the wall clock of its zone.</param>
/// <param name="Chosen">Best first, each with which of the channel's wishes it meets.</param>
/// <param name="LookedAt">How many papers were on the lists.</param>
public sealed record DigestChoice(
    Digest Digest,
    DateOnly Day,
    IReadOnlyList<(DigestCandidate Candidate, string Why)> Chosen,
    int LookedAt
)
{
    private const int AskedAtOnce = 50;

    /// <param name="candidates">Best first.</param>
    /// <param name="had">Which of some papers the channel has had.</param>
    public static DigestChoice Of(
        Digest digest,
        DateOnly day,
        IReadOnlyList<DigestCandidate> candidates,
        Func<IReadOnlyList<DigestCandidate>, IReadOnlySet<DigestCandidate>> had
    )
    {
        var filter = new DigestFilter(digest.Settings);
        var chosen = new List<(DigestCandidate, string)>();
        var titles = new HashSet<string>();
        // Piece by piece: most channels find what they want among the first.
        foreach (var piece in candidates.Select(WithWhy).Where(one => one.Why is not null).Chunk(AskedAtOnce))
        {
            var known = had([.. piece.Select(one => one.Candidate)]);
            foreach (var (candidate, why) in piece)
            {
                if (chosen.Count == digest.Settings.Papers)
                {
                    return new DigestChoice(digest, day, chosen, candidates.Count);
                }
                // The same paper may stand twice in the library, under two ids.
                if (!known.Contains(candidate) && !candidate.TitleKeys.Any(titles.Contains))
                {
                    chosen.Add((candidate, why!)); // the where above
                    titles.UnionWith(candidate.TitleKeys);
                }
            }
        }
        return new DigestChoice(digest, day, chosen, candidates.Count);

        (DigestCandidate Candidate, string? Why) WithWhy(DigestCandidate candidate) =>
            (candidate, filter.Why(candidate));
    }

    /// <param name="sentence">The one sentence of a paper.</param>
    /// <param name="news">How the sources fared; empty where none was asked.</param>
    /// <param name="missed">Days that this digest makes up for, oldest first.</param>
    public DigestContent ToContent(
        Func<Paper, EditionSentence> sentence,
        IReadOnlyList<SourceNews> news,
        IReadOnlyList<DateOnly> missed
    )
    {
        var picks = Chosen
            .Select(
                (one, index) =>
                {
                    var (candidate, why) = one;
                    var said = sentence(candidate.Paper);
                    return PickOf(index + 1, candidate, why, said);
                }
            )
            .ToList();
        return new DigestContent(Day, picks, DigestNotice.For(this, news, missed));
    }

    /// <param name="rank">From 1.</param>
    public static DigestPick PickOf(int rank, DigestCandidate candidate, string why, EditionSentence sentence) =>
        new(
            rank,
            candidate.Paper.Id.Value,
            candidate.Paper.Title,
            candidate.Paper.Link,
            sentence.Text,
            sentence.Writer,
            candidate.Reason,
            why,
            candidate.Paper.IsSample
        )
        {
            Code = candidate.Paper.Code,
            Tags = [.. candidate.Paper.Keywords.Concat(candidate.Paper.Categories).Take(10)],
        };
}
