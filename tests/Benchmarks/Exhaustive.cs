using PaperBot.Skills.Papers;

namespace PaperBot.Benchmarks;

/// <summary>
/// The yardstick of searching: every paper scored by BM25F (S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework:
/// BM25 and Beyond", 2009, section 3.6) over title, abstract and keywords, all in memory.
/// </summary>
internal sealed class Exhaustive
{
    private const double Saturation = 1.2;
    private const double LengthPart = 0.6;
    private const double TitleTimes = 4;
    private const double KeywordTimes = 2;

    private readonly IReadOnlyList<PaperRecord> papers;
    private readonly Dictionary<string, List<(int Paper, float Count)>> index = [];

    public Exhaustive(IReadOnlyList<PaperRecord> papers)
    {
        this.papers = papers;
        var bodies = papers.Select(paper => Stems(paper.Abstract)).ToList();
        var usual = bodies.Average(body => body.Count);
        for (var i = 0; i < papers.Count; i++)
        {
            var counts = new Dictionary<string, double>();
            var length = 1 - LengthPart + LengthPart * bodies[i].Count / usual;
            AddTo(counts, Stems(papers[i].Title), TitleTimes);
            AddTo(counts, bodies[i], 1 / length);
            AddTo(counts, Stems(string.Join(' ', papers[i].Keywords)), KeywordTimes);
            foreach (var (stem, count) in counts)
            {
                if (!index.TryGetValue(stem, out var list))
                {
                    index.Add(stem, list = []);
                }
                list.Add((i, (float)count));
            }
        }
    }

    /// <returns>The best papers, best first.</returns>
    public IReadOnlyList<PaperRecord> Search(string words, int most)
    {
        var scores = new float[papers.Count];
        foreach (var stem in Stems(words).Distinct())
        {
            if (index.TryGetValue(stem, out var list))
            {
                var weight = Math.Log(1 + (papers.Count - list.Count + 0.5) / (list.Count + 0.5));
                foreach (var (paper, count) in list)
                {
                    scores[paper] += (float)(weight * count / (count + Saturation));
                }
            }
        }
        var best = new PriorityQueue<int, float>();
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] > 0)
            {
                best.Enqueue(i, scores[i]);
                if (best.Count > most)
                {
                    best.Dequeue();
                }
            }
        }
        return [.. best.UnorderedItems.OrderByDescending(item => item.Priority).Select(item => papers[item.Element])];
    }

    private static void AddTo(Dictionary<string, double> counts, IEnumerable<string> stems, double times)
    {
        foreach (var stem in stems)
        {
            counts[stem] = counts.GetValueOrDefault(stem) + times;
        }
    }

    private static List<string> Stems(string text) =>
        [.. Words.Of(PaperText.Clean(text)).Where(word => !IndexText.IsTooCommon(word)).Select(Stem.Of)];
}
