using Microsoft.Data.Sqlite;

namespace PaperBot.Skills.Search;

/// <summary>
/// The papers worth reading for a search: those that share most with it, reckoned from its rarer words, and for words
/// that are all common the newest that have them all, in the title or elsewhere. Reads a bounded part of the index.
/// </summary>
internal sealed class PaperCandidates(SqliteConnection connection, Vocabulary vocabulary)
{
    private const int MostEntries = 6_000; // read from the index for one question
    private const int MostEntriesOfTerm = 2_500;
    private const int ManyTerms = 6; // of a sentence or question, in which no word tells which paper: twice as many are read
    private const int MostTogether = 6; // terms looked up together
    private const int MostNewest = 150;
    private const int MostInTitle = 3; // terms looked up in titles two by two
    private const int MostTitles = 60;
    private const double Enough = 0.7; // of all that can be shared
    private const double TitleBonus = 0.5;

    /// <param name="terms">The rarest first.</param>
    /// <param name="most">How many papers to name, best first.</param>
    public List<long> Of(IReadOnlyList<SearchTerm> terms, int most)
    {
        var shares = new Shares();
        var total = terms.Sum(term => term.Weight);
        if (!AddRare(terms, shares, Enough * total, most))
        {
            AddCommon(terms, shares);
        }
        if (terms.Count <= MostTogether)
        {
            var inTitle = FtsQuery.AllOf(terms.Select(InTitle));
            shares.Add(Postings.OfTitles(connection, inTitle, MostTitles), total * (1 + TitleBonus));
        }
        return shares.Best(most);
    }

    private bool AddRare(IReadOnlyList<SearchTerm> terms, Shares shares, double enough, int most)
    {
        var times = terms.Count > ManyTerms ? 2 : 1;
        var left = times * MostEntries;
        var covered = 0.0;
        foreach (var term in terms)
        {
            if (term.Papers > Math.Min(left, times * MostEntriesOfTerm))
            {
                return false;
            }
            var rows = Postings.OfPapers(connection, term.Match, left);
            left -= rows.Count;
            covered += term.Weight;
            shares.Add(rows, term.Weight);
            if (covered > enough && shares.CountOfNearBest() <= most)
            {
                return true;
            }
        }
        return true;
    }

    private void AddCommon(IReadOnlyList<SearchTerm> terms, Shares shares)
    {
        foreach (
            var together in new[] { MostTogether, 2 }
                .Select(count => terms.Take(count).ToList())
                .DistinctBy(some => some.Count)
        )
        {
            var all = FtsQuery.AllOf(together.Select(term => term.Match));
            shares.Add(Postings.OfPapers(connection, all, MostNewest), together.Sum(term => term.Weight));
        }
        // Which of the many are about it, their titles tell: those that have two of the words, or the rarest.
        var rarest = terms.Take(MostInTitle).ToList();
        foreach (var (one, other) in rarest.SelectMany((one, i) => rarest.Skip(i + 1).Select(other => (one, other))))
        {
            var both = FtsQuery.AllOf([InTitle(one), InTitle(other)]);
            shares.Add(Postings.OfTitles(connection, both, MostTitles), TitleBonus * (one.Weight + other.Weight));
        }
        shares.Add(Postings.OfTitles(connection, InTitle(terms[0]), MostNewest), TitleBonus * terms[0].Weight);
    }

    private string? InTitle(SearchTerm term) => FtsQuery.AnyOf(Forms(term).Select(FtsQuery.Word));

    // The words of titles are indexed as they are written.
    private IEnumerable<string> Forms(SearchTerm term) =>
        term.Stems.SelectMany(stem => vocabulary.WithStem(stem)).Concat(term.Stems).Distinct();
}
