using PaperBot.Skills.Papers;
using PaperBot.Skills.Related;

namespace PaperBot.Benchmarks.Related;

/// <summary>
/// Queries made of papers at hand, to tune a ranking where nobody has judged one. Each tells something else, so that what
/// helps with all of them is no accident: keywords that authors share, phrases that are hidden from the ranking, one half
/// of an abstract for the other, a title or a one-sentence summary for its abstract.
/// </summary>
internal sealed class ProxyQueries
{
    private const int Near = 50; // candidates by words, and as many by topics
    private const int Far = 25; // candidates that are only a little like it
    private const int LeastRelevant = 4;
    private const int MostHavingKeyword = 200;
    private const int MostHavingPhrase = 60;

    private readonly Random random = new(20260106);
    private readonly IReadOnlyList<PaperRecord> papers;
    private readonly List<PlainPaper> plain;
    private readonly List<PaperProfile> profiles;
    private readonly PaperProfiler profiler;

    /// <param name="papers">What the queries are made of.</param>
    /// <param name="learnt">From these papers.</param>
    public ProxyQueries(IReadOnlyList<PaperRecord> papers, LearntTerms learnt)
    {
        this.papers = papers;
        profiler = new PaperProfiler(learnt);
        plain =
        [
            .. papers.Select(
                (paper, i) => new PlainPaper($"{i}", PaperText.Clean(paper.Title), PaperText.Clean(paper.Abstract))
            ),
        ];
        profiles = [.. plain.Select(paper => profiler.Read(paper.Title, paper.Abstract))];
    }

    public ProxySet Titles(int most) =>
        KnownItems(
            "a title for its abstract",
            most,
            i => new PlainPaper($"q{i}", plain[i].Title, ""),
            i => plain[i] with { Title = "" }
        );

    public ProxySet Halves(int most) =>
        KnownItems(
            "one half for the other",
            most,
            i => new PlainPaper($"q{i}", "", Half(i, 0)),
            i => plain[i] with { Title = "", Abstract = Half(i, 1) }
        );

    /// <param name="summaries">One for each paper; empty where it has none.</param>
    /// <param name="most">How many queries.</param>
    public ProxySet Summaries(IReadOnlyList<string> summaries, int most) =>
        KnownItems(
            "a summary for its paper",
            most,
            i => new PlainPaper($"q{i}", summaries[i], ""),
            i => plain[i],
            i => summaries[i].Length > 0
        );

    /// <summary>Papers that share rare keywords are near each other.</summary>
    /// <param name="aspect">Only keywords that the sentences about it name; null for all.</param>
    /// <param name="hidden">Whether the keywords' words are taken out of the paper that asks.</param>
    public ProxySet Keywords(PaperAspect? aspect, bool hidden, int most)
    {
        var keys = papers.Select(paper => paper.Keywords.Select(Key).Where(key => key.Length > 0).ToHashSet()).ToList();
        var having = keys.SelectMany(all => all).CountBy(key => key).ToDictionary();
        var queries = new List<ProxyQuery>();
        foreach (var i in Shuffled())
        {
            var text = aspect is null
                ? null
                : $" {string.Join(' ', Sentences(i, aspect.Value).SelectMany(Words.Of).Select(Stem.Of))} ";
            var asked = keys[i]
                .Where(key =>
                    having[key] is >= 3 and <= MostHavingKeyword
                    && (text is null || text.Contains($" {key} ", StringComparison.Ordinal))
                )
                .ToList();
            var all = asked.Sum(key => Math.Log((double)papers.Count / having[key]));
            Add(
                queries,
                i,
                aspect,
                hidden ? asked.SelectMany(key => key.Split(' ')).ToHashSet() : [],
                other =>
                    asked.Where(keys[other].Contains).Sum(key => Math.Log((double)papers.Count / having[key])) / all
            );
            if (queries.Count == most)
            {
                break;
            }
        }
        return new ProxySet($"keywords {aspect}{(hidden ? " hidden" : "")}", queries);
    }

    /// <summary>
    /// Papers that share a rare pair of words are near each other; the pairs are taken out of the paper that asks. A pair that
    /// stands in sentences on something else counts half.
    /// </summary>
    public ProxySet Phrases(PaperAspect aspect, int most)
    {
        var pairs = plain.Select((_, i) => PaperAspects.All.Select(one => PairsOf(i, one)).ToArray()).ToList();
        var having = pairs
            .SelectMany(all => all.SelectMany(one => one).Distinct())
            .CountBy(pair => pair)
            .ToDictionary();
        var queries = new List<ProxyQuery>();
        foreach (var i in Shuffled())
        {
            var asked = pairs[i]
                [(int)aspect]
                .Where(pair => having[pair] is >= 4 and <= MostHavingPhrase)
                .OrderBy(pair => having[pair])
                .Take(6)
                .ToHashSet();
            var all = asked.Sum(pair => Math.Log((double)papers.Count / having[pair]));
            Add(
                queries,
                i,
                aspect,
                asked.SelectMany(pair => pair.Split(' ')).ToHashSet(),
                other =>
                    asked.Sum(pair =>
                        (
                            pairs[other][(int)aspect].Contains(pair) ? 1
                            : pairs[other].Any(one => one.Contains(pair)) ? 0.5
                            : 0
                        ) * Math.Log((double)papers.Count / having[pair])
                    ) / all
            );
            if (queries.Count == most)
            {
                break;
            }
        }
        return new ProxySet($"phrases {aspect}", queries);
    }

    /// <summary>
    /// Papers whose titles name the same problem, or the same method, are near each other in that: "method for problem",
    /// "problem via method". The titles themselves are hidden from the ranking.
    /// </summary>
    public ProxySet TitleParts(PaperAspect aspect, int most)
    {
        var parts = plain.Select(paper => TitlePart.Of(paper.Title)).ToList();
        var having = parts.SelectMany(part => part.Stems().Distinct()).CountBy(stem => stem).ToDictionary();
        var queries = new List<ProxyQuery>();
        foreach (var i in Shuffled())
        {
            if (queries.Count == most)
            {
                break;
            }
            var asked = parts[i].Of(aspect);
            if (asked.Count < 2 || profiles[i].Aspects[(int)aspect].IsEmpty)
            {
                continue;
            }
            var asks = plain[i] with { Id = $"q{i}", Title = "" };
            var candidates = Candidates(profiler.Read("", asks.Abstract), i, aspect);
            var all = asked.Sum(Weight);
            var grades = new Dictionary<string, double>();
            foreach (var other in candidates)
            {
                var there = parts[other].Of(aspect) is { Count: > 0 } part ? part : parts[other].Rest;
                var share = asked.Where(there.Contains).Sum(Weight) / all;
                if (share > 0.3)
                {
                    grades.Add(
                        plain[other].Id,
                        share > 0.75 ? 3
                            : share > 0.5 ? 2
                            : 1
                    );
                }
            }
            if (grades.Count >= LeastRelevant)
            {
                queries.Add(
                    new ProxyQuery(
                        asks,
                        aspect,
                        [.. candidates.Select(other => plain[other] with { Title = "" })],
                        grades
                    )
                );
            }
        }
        return new ProxySet($"titles {aspect}", queries);

        double Weight(string stem) => Math.Log((double)plain.Count / having[stem]);
    }

    private void Add(
        List<ProxyQuery> queries,
        int asking,
        PaperAspect? aspect,
        HashSet<string> hidden,
        Func<int, double> share
    )
    {
        if (aspect is { } one && profiles[asking].Aspects[(int)one].IsEmpty)
        {
            return;
        }
        var asks = new PlainPaper(
            $"q{asking}",
            Without(plain[asking].Title, hidden),
            Without(plain[asking].Abstract, hidden)
        );
        var candidates = Candidates(profiler.Read(asks.Title, asks.Abstract), asking, aspect);
        var grades = candidates
            .Select(other => (other, Share: share(other)))
            .Where(other => other.Share > 0)
            .ToDictionary(
                other => plain[other.other].Id,
                other =>
                    other.Share > 0.5 ? 3.0
                    : other.Share > 0.25 ? 2
                    : 1
            );
        if (grades.Count >= LeastRelevant)
        {
            queries.Add(new ProxyQuery(asks, aspect, [.. candidates.Select(other => plain[other])], grades));
        }
    }

    private ProxySet KnownItems(
        string name,
        int most,
        Func<int, PlainPaper> asks,
        Func<int, PlainPaper> item,
        Func<int, bool>? wanted = null
    )
    {
        var queries = new List<ProxyQuery>();
        foreach (
            var i in Shuffled().Where(i => profiles[i].Sentences.Count > 3 && (wanted?.Invoke(i) ?? true)).Take(most)
        )
        {
            var query = asks(i);
            var candidates = Candidates(profiler.Read(query.Title, query.Abstract), i, null)
                .Select(other => item(other));
            queries.Add(
                new ProxyQuery(query, null, [.. candidates, item(i)], new Dictionary<string, double> { [$"{i}"] = 1 })
            );
        }
        return new ProxySet(name, queries);
    }

    private List<int> Candidates(PaperProfile asks, int self, PaperAspect? aspect)
    {
        var part = aspect is { } one && !asks.Aspects[(int)one].IsEmpty ? asks.Aspects[(int)one] : asks.Whole;
        var others = Enumerable.Range(0, plain.Count).Where(i => i != self && plain[i].Abstract.Length > 0).ToList();
        var byWords = others
            .OrderByDescending(i => asks.Whole.Words.With(profiles[i].Whole.Words))
            .Take(4 * Near)
            .ToList();
        var byTopics = others
            .OrderByDescending(i => SparseVector.Dot(part.Topics, profiles[i].Whole.Topics))
            .Take(Near);
        var near = byWords.Take(Near).Concat(byTopics).ToHashSet();
        return [.. near.Concat(byWords.Except(near).OrderBy(_ => random.Next()).Take(Far)).OrderBy(_ => random.Next())];
    }

    private IEnumerable<int> Shuffled() => Enumerable.Range(0, plain.Count).OrderBy(_ => random.Next()).ToList();

    private IEnumerable<string> Sentences(int paper, PaperAspect aspect)
    {
        var reading = Skills.Language.Reading.Of(plain[paper].Title, plain[paper].Abstract);
        return reading
            .Sentences.Zip(PaperAspects.Of(reading))
            .Where(sentence => sentence.Second == aspect)
            .Select(sentence => sentence.First.Text);
    }

    private HashSet<string> PairsOf(int paper, PaperAspect aspect)
    {
        var pairs = new HashSet<string>();
        foreach (var sentence in Sentences(paper, aspect))
        {
            var words = Words.Of(sentence);
            for (var i = 1; i < words.Count; i++)
            {
                if (Telling.IsTelling(words[i - 1]) && Telling.IsTelling(words[i]))
                {
                    pairs.Add($"{Stem.Of(words[i - 1])} {Stem.Of(words[i])}");
                }
            }
        }
        return pairs;
    }

    private string Half(int paper, int which) =>
        string.Join(
            ' ',
            Skills
                .Language.Sentences.Of(plain[paper].Abstract)
                .Where(sentence => sentence.Number % 2 == which)
                .Select(sentence => sentence.Text)
        );

    private static string Key(string keyword) => string.Join(' ', Words.Of(keyword).Select(Stem.Of));

    private static string Without(string text, HashSet<string> stems) =>
        stems.Count == 0
            ? text
            : string.Join(
                ' ',
                text.Split(' ')
                    .Select(word =>
                        Words.Of(word).Any(part => stems.Contains(Stem.Of(part)))
                            ? (word.EndsWith('.') ? "it." : "")
                            : word
                    )
            );
}
