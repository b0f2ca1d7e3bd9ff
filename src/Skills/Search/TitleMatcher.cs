using Microsoft.Data.Sqlite;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Search;

/// <summary>A paper whose title may be the one that was typed.</summary>
internal sealed record TitleMatch(TitleRow Title, TitleFit Fit);

/// <summary>
/// Finds the titles that fit what was typed best. The index only says which papers have which words; how well they fit is
/// judged on the titles themselves (<see cref="TitleAlignment"/>). Reads a bounded number of index entries whatever is asked.
/// </summary>
internal sealed class TitleMatcher(
    SqliteConnection connection,
    Vocabulary vocabulary,
    string text,
    CancellationToken ct
)
{
    private const int LongestText = 1_200; // letters; a title has at most 1,000
    private const int MostWords = 40;
    private const int MostEntries = 12_000; // read from the index for one question
    private const int MostEntriesOfWord = 4_000; // commoner words tell too little for what they cost
    private const int MostStarting = 30;
    private const int MostTitles = 100; // read and compared for one question
    private const int FewWords = 4;
    private const double Enough = 0.7; // of what a title can share with what was typed
    private const double Good = 0.8; // so much of what was typed: no need to look further

    private readonly IReadOnlyList<string> words =
    [
        .. Words.Of(text.Length > LongestText ? text[..LongestText] : text).Take(MostWords),
    ];
    private readonly Dictionary<long, TitleMatch> judged = [];

    public IReadOnlyList<TitleMatch> Best(int count)
    {
        if (words.Count == 0)
        {
            return [];
        }
        var alignment = new TitleAlignment(words, vocabulary);
        var known = new WordGroups(vocabulary, words, alsoKnown: false);
        Judge(TitleRows.Starting(connection, string.Join(' ', words), MostStarting), alignment);
        var isSure = JudgeSharing(known, alignment);
        // A mistake may have made another real word: where few words tell which title it is, that one misleads.
        if (!IsGood() && words.Count <= FewWords)
        {
            var similar = new WordGroups(vocabulary, words, alsoKnown: true);
            Judge(Postings.OfTitles(connection, similar.All(), MostTitles), alignment);
        }
        if (!IsGood() && !isSure)
        {
            foreach (var all in known.AllButOne())
            {
                Judge(Postings.OfTitles(connection, all, MostTitles), alignment);
            }
        }
        return
        [
            .. judged
                .Values.OrderByDescending(match => match.Fit.Score)
                .ThenByDescending(match => match.Title.Row)
                .Take(count),
        ];
    }

    private bool IsGood() => judged.Values.Any(match => match.Fit.Missing < 0.05 && match.Fit.Asked > Good);

    // The papers that share most with it, reckoned from its rarest words; false where those could not tell them apart.
    private bool JudgeSharing(WordGroups groups, TitleAlignment alignment)
    {
        var shares = new Shares();
        var left = MostEntries;
        var covered = 0.0;
        var isEnough = false;
        foreach (var group in groups.RarestFirst)
        {
            if (group.Titled > Math.Min(left, MostEntriesOfWord))
            {
                break;
            }
            var rows = Postings.OfTitles(connection, group.Match, left);
            left -= rows.Count;
            covered += group.Weight;
            shares.Add(rows, group.Weight);
            isEnough = covered > Enough * groups.Weight && shares.CountOfNearBest() < MostTitles;
            if (isEnough)
            {
                break;
            }
        }
        Judge(shares.Best(MostTitles), alignment);
        if (!isEnough)
        {
            Judge(Postings.OfTitles(connection, groups.All(), MostTitles), alignment);
        }
        return isEnough;
    }

    private void Judge(List<long> rows, TitleAlignment alignment) =>
        Judge(TitleRows.At(connection, rows.Where(row => !judged.ContainsKey(row))), alignment);

    private void Judge(List<TitleRow> titles, TitleAlignment alignment)
    {
        ct.ThrowIfCancellationRequested();
        foreach (var title in titles)
        {
            judged[title.Row] = new TitleMatch(title, alignment.Fit(title.Title));
        }
    }
}
