using PaperBot.Skills.Language;

namespace PaperBot.Skills.Related;

/// <summary>Reads papers for one ranking. Not for several threads.</summary>
internal sealed class PaperProfiler(LearntTerms learnt)
{
    private const float TitleTimes = 2;
    private const float Growth = 2; // of a term's weight with the logarithm of how often it stands there

    private readonly TermReader reader = new(learnt.Lexicon);

    public PaperProfile Read(string title, string @abstract)
    {
        var byAspect = PaperAspects.All.Select(_ => new Dictionary<int, float>()).ToArray();
        var sentences = new List<SentenceGist>();
        var reading = Reading.Of(title, @abstract);
        foreach (var (sentence, aspect) in reading.Sentences.Zip(PaperAspects.Of(reading)))
        {
            var own = new Dictionary<int, float>();
            reader.Count(sentence.Text, 1, own);
            if (aspect is { } known)
            {
                reader.Count(sentence.Text, 1, byAspect[(int)known]);
            }
            sentences.Add(new SentenceGist(GistOf(own), aspect));
        }
        return ReadWhole(title, @abstract) with { Aspects = [.. byAspect.Select(GistOf)], Sentences = sentences };
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

    private Gist GistOf(Dictionary<int, float> counts)
    {
        var words = WordsOf(counts);
        return new Gist(words, learnt.Topics.PlaceOf(words));
    }

    private SparseVector WordsOf(Dictionary<int, float> counts) =>
        SparseVector.Of(
            counts.Select(term => (term.Key, (1 + Growth * MathF.Log(term.Value)) * learnt.Lexicon.WeightOf(term.Key)))
        );
}
