using System.Runtime.InteropServices;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Search;

/// <summary>
/// Pure: how well a paper fits what was asked: BM25 with the fields taken together (S. Robertson, H. Zaragoza, "The
/// Probabilistic Relevance Framework: BM25 and Beyond", 2009, section 3.6), more where words follow each other as they were
/// asked, and most where the title has them all.
/// </summary>
internal sealed class PaperScore
{
    private const double Saturation = 1.2; // k1
    private const double LengthPart = 0.6; // b
    private const double UsualLength = 180; // words of an abstract
    private const double TitleTimes = 4; // what a word in the title counts more than one in the abstract
    private const double TagTimes = 2; // the same for authors, keywords, categories and venue
    private const double AdjacentInTitle = 0.4; // of the rarer word's weight
    private const double AdjacentInText = 0.2;
    private const double WholeTitle = 0.6; // of all weights, where the title has all words
    private const double Most = 1 + AdjacentInTitle + 2 * WholeTitle;

    private readonly IReadOnlyList<SearchTerm> terms;
    private readonly double total;
    private readonly StemFinder finder;
    private readonly int[] termOf; // by the number of a stem; StemFinder.None where it is no term's
    private readonly IReadOnlyList<int[]> phrases;
    private readonly HashSet<(int, int)> pairs; // that follow each other as they were asked
    private readonly int asked;

    // What the last paper was read into.
    private readonly List<int> title = [];
    private readonly List<int> text = [];
    private readonly List<int> tags = [];

    /// <param name="terms">What is to be found.</param>
    /// <param name="askedStems">All words that were asked, in their order, as stems.</param>
    /// <param name="phrases">Stems that must follow each other; all of them asked.</param>
    public PaperScore(
        IReadOnlyList<SearchTerm> terms,
        IReadOnlyList<string> askedStems,
        IReadOnlyList<IReadOnlyList<string>> phrases
    )
    {
        this.terms = terms;
        total = terms.Sum(term => term.Weight);
        finder = new StemFinder(terms.SelectMany(term => term.Stems).Concat(askedStems));
        termOf = new int[finder.Count];
        Array.Fill(termOf, StemFinder.None);
        for (var i = terms.Count - 1; i >= 0; i--)
        {
            foreach (var stem in terms[i].Stems)
            {
                termOf[finder.NumberOf(stem)] = i;
            }
        }
        this.phrases = [.. phrases.Select(phrase => phrase.Select(finder.NumberOf).ToArray())];
        asked = askedStems.Count;
        pairs =
        [
            .. askedStems
                .Zip(askedStems.Skip(1), (one, next) => (finder.NumberOf(one), finder.NumberOf(next)))
                .Where(pair => termOf[pair.Item1] >= 0 && termOf[pair.Item2] >= 0),
        ];
    }

    /// <returns>The score, 0 to 1, and whether a word or phrase is missing.</returns>
    public (double Score, bool IsPartial) Of(Paper paper)
    {
        Read(paper);
        var inTitle = Counts(title);
        var inText = Counts(text);
        var inTags = Counts(tags);
        var length = 1 - LengthPart + LengthPart * text.Count / UsualLength;
        var score = 0.0;
        var titled = 0.0;
        var isPartial = phrases.Any(phrase => !Has(title, phrase) && !Has(text, phrase) && !Has(tags, phrase));
        for (var i = 0; i < terms.Count; i++)
        {
            var count = TitleTimes * inTitle[i] + inText[i] / length + TagTimes * inTags[i];
            score += terms[i].Weight * count / (count + Saturation);
            titled += inTitle[i] > 0 ? terms[i].Weight : 0;
            isPartial |= count == 0;
        }
        score += AdjacentInTitle * Adjacent(title) + AdjacentInText * Adjacent(text);
        if (titled >= total)
        {
            // The shorter the title, the more it is about just this.
            score += WholeTitle * total * (1 + (double)Math.Min(asked, title.Count) / title.Count);
        }
        return (total == 0 ? 0 : Math.Min(1, score / (Most * total)), isPartial);
    }

    private void Read(Paper paper)
    {
        title.Clear();
        text.Clear();
        tags.Clear();
        finder.Read(paper.Title, title);
        finder.Read(paper.Abstract, text);
        ReadTags(paper.Authors);
        ReadTags(paper.Keywords);
        ReadTags(paper.Categories);
        finder.Read(paper.Venue, tags);
    }

    private void ReadTags(IReadOnlyList<string> labels)
    {
        foreach (var label in labels)
        {
            finder.Read(label, tags);
            tags.Add(StemFinder.None); // no phrase reaches from one label into the next
        }
    }

    private int[] Counts(List<int> stems)
    {
        var counts = new int[terms.Count];
        foreach (var stem in stems)
        {
            if (stem != StemFinder.None && termOf[stem] is >= 0 and var term)
            {
                counts[term]++;
            }
        }
        return counts;
    }

    // The weight of the pairs of words that follow each other here as they were asked.
    private double Adjacent(List<int> stems)
    {
        var weight = 0.0;
        HashSet<(int, int)>? seen = null;
        for (var i = 1; i < stems.Count; i++)
        {
            var pair = (stems[i - 1], stems[i]);
            if (pair.Item1 >= 0 && pair.Item2 >= 0 && pairs.Contains(pair) && (seen ??= []).Add(pair))
            {
                weight += Math.Max(terms[termOf[pair.Item1]].Weight, terms[termOf[pair.Item2]].Weight);
            }
        }
        return weight;
    }

    private static bool Has(List<int> stems, int[] phrase) => CollectionsMarshal.AsSpan(stems).IndexOf(phrase) >= 0;
}
