using Microsoft.Data.Sqlite;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Search;

/// <summary>One thing to find in a paper.</summary>
/// <param name="Stems">As the index has it: any of them will do.</param>
/// <param name="Papers">About how many papers have it.</param>
/// <param name="Weight">How much it says that a paper has it.</param>
internal sealed record SearchTerm(IReadOnlyList<string> Stems, long Papers, double Weight)
{
    public string? Match => FtsQuery.AnyOf(Stems.Select(FtsQuery.Word));
}

/// <summary>The words that were asked for as terms, the rarest first.</summary>
internal static class SearchTerms
{
    private const int MostTerms = 32;
    private const int MostCorrections = 3;
    private const double CorrectedWeight = 0.8;

    public static IReadOnlyList<SearchTerm> From(
        SqliteConnection connection,
        WordCounts counts,
        Vocabulary vocabulary,
        IReadOnlyList<string> words
    )
    {
        var papers = counts.Total(connection);
        var terms = new List<SearchTerm>();
        foreach (var (word, glued) in Telling(vocabulary, words))
        {
            List<string> stems = [Stem.Of(word), .. glued];
            var having = stems.Sum(stem => counts.Of(connection, stem));
            if (having > 0)
            {
                terms.Add(new SearchTerm(stems, having, WordCounts.Weight(papers, having)));
                continue;
            }
            var meant = Meant(vocabulary, word);
            having = meant.Sum(stem => counts.Of(connection, stem));
            // A word that nobody has, however spelt, is kept: without it, all words would be found where one is not.
            var weight = WordCounts.Weight(papers, having);
            terms.Add(
                having > 0
                    ? new SearchTerm(meant, having, weight * CorrectedWeight)
                    : new SearchTerm(
                        stems,
                        0,
                        Math.Min(weight, terms.Count == 0 ? weight : terms.Max(term => term.Weight))
                    )
            );
        }
        return [.. terms.OrderBy(term => term.Papers)];
    }

    // Of very many words, those that few titles have: which are rare in abstracts too.
    private static IEnumerable<(string Word, IReadOnlyList<string> Glued)> Telling(
        Vocabulary vocabulary,
        IReadOnlyList<string> words
    )
    {
        var telling = new Dictionary<string, (string Word, List<string> Glued)>();
        for (var i = 0; i < words.Count; i++)
        {
            if (IndexText.IsTooCommon(words[i]))
            {
                continue;
            }
            var glued = Glued(vocabulary, words, i);
            if (!telling.TryAdd(Stem.Of(words[i]), (words[i], glued)))
            {
                telling[Stem.Of(words[i])].Glued.AddRange(glued);
            }
        }
        return telling
            .Values.OrderBy(term => vocabulary.Titled(term.Word))
            .Take(MostTerms)
            .Select(term => (term.Word, (IReadOnlyList<string>)[.. term.Glued.Distinct()]));
    }

    // "efficient net" is found where EfficientNet stands, too.
    private static List<string> Glued(Vocabulary vocabulary, IReadOnlyList<string> words, int place)
    {
        var glued = new List<string>();
        for (var first = Math.Max(0, place - 1); first <= place && first + 1 < words.Count; first++)
        {
            var word = words[first] + words[first + 1];
            if (vocabulary.Titled(word) > 0)
            {
                glued.Add(Stem.Of(word));
            }
        }
        return glued;
    }

    private static List<string> Meant(Vocabulary vocabulary, string word)
    {
        var similar = vocabulary.Similar(word, WordLikeness.MistakesIn(word.Length), MostCorrections);
        return
        [
            .. similar
                .Where(one => word.Length > 2 && one.Distance == similar[0].Distance)
                .Select(one => Stem.Of(vocabulary.Word(one.Index).ToString()))
                .Distinct(),
        ];
    }
}
