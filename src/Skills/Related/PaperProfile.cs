using PaperBot.Skills.Language;

namespace PaperBot.Skills.Related;

/// <summary>A text as its words and as its place among the topics.</summary>
internal sealed record Gist(SparseVector Words, float[] Topics)
{
    public bool IsEmpty => Words.Terms.Length == 0;

    /// <summary>How near two texts are, 0 to 1: the mean of the cosines of their words and of their topics.</summary>
    public float Nearness(Gist other) =>
        (Words.With(other.Words) + Math.Max(0, SparseVector.Dot(Topics, other.Topics))) / 2;
}

/// <summary>One sentence of a paper.</summary>
/// <param name="Gist">What it says.</param>
/// <param name="Aspect">What it is about; null for neither.</param>
internal sealed record SentenceGist(Gist Gist, PaperAspect? Aspect);

/// <summary>A paper read for being compared with others.</summary>
/// <param name="Whole">Title and abstract; the title counts more.</param>
/// <param name="Title">The title alone.</param>
/// <param name="Aspects">By <see cref="PaperAspect"/>: the sentences about it; empty where the abstract has none.</param>
/// <param name="Sentences">Of the abstract, in order.</param>
/// <param name="Counts">Of the terms of the whole; what the title has counts more.</param>
internal sealed record PaperProfile(
    Gist Whole,
    Gist Title,
    IReadOnlyList<Gist> Aspects,
    IReadOnlyList<SentenceGist> Sentences,
    IReadOnlyDictionary<int, float> Counts
)
{
    /// <summary>What it says about one aspect; all of it where the abstract has no sentence on that.</summary>
    public Gist Of(PaperAspect? aspect) =>
        aspect is { } one && !Aspects[(int)one].IsEmpty ? Aspects[(int)one] : Whole;
}

/// <summary>Reads papers for one ranking. Not for several threads.</summary>
internal sealed class PaperProfiler(LearntTerms learnt)
{
    public static float TitleTimes = 2;
    public static float IdfPower = 1;
    public static float Sub = 1;
    private readonly TermReader reader = new(learnt.Lexicon);

    public Lexicon Lexicon => learnt.Lexicon;

    public PaperProfile Read(string title, string @abstract)
    {
        var counts = CountsOf(title, @abstract);
        var byAspect = PaperAspects.All.Select(_ => new Dictionary<int, float>()).ToArray();
        var sentences = new List<SentenceGist>();
        foreach (var sentence in Reading.Of(title, @abstract).Sentences)
        {
            var own = new Dictionary<int, float>();
            reader.Count(sentence.Text, 1, own);
            var aspect = PaperAspects.Of(sentence.Facet);
            if (aspect is { } known)
            {
                foreach (var (term, count) in own)
                {
                    byAspect[(int)known][term] = byAspect[(int)known].GetValueOrDefault(term) + count;
                }
            }
            sentences.Add(new SentenceGist(GistOf(own), aspect));
        }
        return new PaperProfile(GistOf(counts), GistOf(CountsOf(title, "")), [.. byAspect.Select(GistOf)], sentences, counts);
    }

    /// <summary>The same without looking at single sentences, which takes a tenth of the time.</summary>
    public PaperProfile ReadWhole(string title, string @abstract)
    {
        var counts = CountsOf(title, @abstract);
        var none = new Gist(SparseVector.Empty, new float[learnt.Topics.Dimensions]);
        return new PaperProfile(GistOf(counts), GistOf(CountsOf(title, "")), [none, none, none], [], counts);
    }

    /// <summary>Its words alone.</summary>
    public SparseVector Words(string title, string @abstract) => WordsOf(CountsOf(title, @abstract));

    private Dictionary<int, float> CountsOf(string title, string @abstract)
    {
        var counts = new Dictionary<int, float>();
        reader.Count(title, TitleTimes, counts);
        reader.Count(@abstract, 1, counts);
        return counts;
    }

    private Gist GistOf(IReadOnlyDictionary<int, float> counts)
    {
        var words = WordsOf(counts);
        return new Gist(words, learnt.Topics.PlaceOf(words));
    }

    private SparseVector WordsOf(IReadOnlyDictionary<int, float> counts) =>
        SparseVector.Of(
            counts.Select(term =>
                (
                    term.Key,
                    (Sub > 0 ? 1 + Sub * MathF.Log(term.Value) : term.Value)
                        * MathF.Pow(learnt.Lexicon.WeightOf(term.Key), IdfPower)
                )
            )
        );
}
