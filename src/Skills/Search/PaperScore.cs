using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Search;

/// <summary>
/// Pure: how well a paper fits what was asked: BM25 with the fields taken together (S. Robertson, H. Zaragoza, "The
/// Probabilistic Relevance Framework: BM25 and Beyond", 2009, section 3.6), more where words follow each other as they were
/// asked, and most where the title has them all.
/// </summary>
internal sealed class PaperScore(
    IReadOnlyList<SearchTerm> terms,
    IReadOnlyList<string> askedStems,
    IReadOnlyList<IReadOnlyList<string>> phrases
)
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

    private readonly Dictionary<string, int> termOf = Numbered(terms);
    private readonly double total = terms.Sum(term => term.Weight);

    /// <returns>The score, 0 to 1, and whether a word or phrase is missing.</returns>
    public (double Score, bool IsPartial) Of(Paper paper)
    {
        var title = Stems(paper.Title);
        var text = Stems(paper.Abstract);
        var tags = Stems(
            string.Join(" / ", [.. paper.Authors, .. paper.Keywords, .. paper.Categories, paper.Venue ?? ""])
        );
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
            score += WholeTitle * total * (1 + (double)Math.Min(askedStems.Count, title.Count) / title.Count);
        }
        return (total == 0 ? 0 : Math.Min(1, score / (Most * total)), isPartial);
    }

    private static IReadOnlyList<string> Stems(string text) => [.. Words.Of(text).Select(Stem.Of)];

    private int[] Counts(IReadOnlyList<string> stems)
    {
        var counts = new int[terms.Count];
        foreach (var stem in stems)
        {
            if (termOf.TryGetValue(stem, out var term))
            {
                counts[term]++;
            }
        }
        return counts;
    }

    // The weight of the pairs of words that follow each other here as they were asked.
    private double Adjacent(IReadOnlyList<string> stems)
    {
        var weight = 0.0;
        var seen = new HashSet<(string, string)>();
        for (var i = 1; i < stems.Count; i++)
        {
            if (
                termOf.TryGetValue(stems[i], out var term)
                && termOf.TryGetValue(stems[i - 1], out var before)
                && pairs.Contains((stems[i - 1], stems[i]))
                && seen.Add((stems[i - 1], stems[i]))
            )
            {
                weight += Math.Max(terms[term].Weight, terms[before].Weight);
            }
        }
        return weight;
    }

    private readonly HashSet<(string, string)> pairs = [.. askedStems.Zip(askedStems.Skip(1))];

    private static bool Has(IReadOnlyList<string> stems, IReadOnlyList<string> phrase)
    {
        for (var i = 0; i + phrase.Count <= stems.Count; i++)
        {
            var j = 0;
            while (j < phrase.Count && stems[i + j] == phrase[j])
            {
                j++;
            }
            if (j == phrase.Count)
            {
                return true;
            }
        }
        return false;
    }

    private static Dictionary<string, int> Numbered(IReadOnlyList<SearchTerm> terms)
    {
        var numbers = new Dictionary<string, int>();
        for (var i = 0; i < terms.Count; i++)
        {
            foreach (var stem in terms[i].Stems)
            {
                numbers.TryAdd(stem, i);
            }
        }
        return numbers;
    }
}
