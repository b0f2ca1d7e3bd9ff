using System.ComponentModel;
using Microsoft.Data.Sqlite;
using Microsoft.SemanticKernel;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Search;

/// <summary>Words to papers.</summary>
public sealed class SearchSkill(Database database, TitleVocabulary vocabulary, WordCounts counts)
{
    /// <summary>At most so many papers are given.</summary>
    public const int MostHits = 50;

    private const int LeastRead = 40; // papers compared for one question
    private const int LeastReadOfMany = 80; // the more words, the less their number in a paper tells
    private const int ManyTerms = 6;
    private const int MostOfTitle = 5;
    private const string OfTitle = "SELECT paper FROM titles WHERE title_key = ?1 ORDER BY paper DESC LIMIT ?2";

    /// <returns>Best first; empty where nothing was found. Papers that lack some of the words come after those that have all.</returns>
    [
        KernelFunction("search"),
        Description("Finds papers by words in their title, abstract, authors, keywords, categories or venue.")
    ]
    public IReadOnlyList<SearchHit> Search(
        [Description("Words to find; words in double quotes must stand next to each other")] string words,
        [Description("How many papers at most, 1 to 50")] int count = 10,
        CancellationToken ct = default
    )
    {
        var asked = AskedWords.From(words);
        if (asked.Words.Count == 0)
        {
            return [];
        }
        var most = Math.Clamp(count, 1, MostHits);
        using var connection = database.Open();
        var known = vocabulary.Get(connection);
        var terms = SearchTerms.From(connection, counts, known, asked.Words);
        if (terms.Count == 0)
        {
            return TitlesLike(connection, known, words, most, ct);
        }
        // A title of a word or letter that thousands have would not be among the candidates.
        var titled = connection.Rows(OfTitle, reader => reader.GetInt64(0), TitleKey.Of(words), MostOfTitle);
        var rows = new PaperCandidates(connection, known).Of(
            terms,
            Math.Max(terms.Count > ManyTerms ? LeastReadOfMany : LeastRead, 2 * most)
        );
        ct.ThrowIfCancellationRequested();
        return Rank(PaperStore.At(connection, titled.Union(rows)), asked, terms, most);
    }

    private static List<SearchHit> Rank(
        IEnumerable<Paper> papers,
        AskedWords asked,
        IReadOnlyList<SearchTerm> terms,
        int most
    )
    {
        IReadOnlyList<string> stems = [.. asked.Words.Select(Stem.Of)];
        var score = new PaperScore(terms, stems, asked.Phrases);
        var snippet = new Snippet(terms);
        return
        [
            .. papers
                .Select(paper => (Paper: paper, Fit: score.Of(paper)))
                .Where(hit => hit.Fit.Score > 0)
                .OrderBy(hit => hit.Fit.IsPartial)
                .ThenByDescending(hit => hit.Fit.Score)
                .Take(most)
                .Select(hit => new SearchHit(
                    hit.Paper,
                    snippet.From(hit.Paper.Abstract),
                    hit.Fit.Score,
                    hit.Fit.IsPartial
                )),
        ];
    }

    // Words like "all you are" are not in the index of papers, but they may be a title.
    private static List<SearchHit> TitlesLike(
        SqliteConnection connection,
        Vocabulary known,
        string words,
        int most,
        CancellationToken ct
    )
    {
        var matches = TitleJudgement.Plausible(new TitleMatcher(connection, known, words, ct).Best(most));
        var papers = PaperStore.At(connection, matches.Select(match => match.Title.Row));
        var snippet = new Snippet([]);
        return
        [
            .. papers.Zip(
                matches,
                (paper, match) =>
                    new SearchHit(
                        paper,
                        snippet.From(paper.Abstract),
                        Math.Min(1, match.Fit.Score),
                        match.Fit.Asked < 1
                    )
            ),
        ];
    }
}
