namespace PaperBot.Skills.Related;

/// <summary>The ways in which two papers are compared; each is a column of what <see cref="PaperLikeness"/> gives.</summary>
internal enum Likeness
{
    /// <summary>Words of the whole papers, cosine.</summary>
    Words,

    /// <summary>Topics of the whole papers, cosine.</summary>
    Topics,

    /// <summary>BM25 of the words of one paper in the other.</summary>
    Bm25,

    TitleWords,
    TitleTopics,
    AspectWords,
    AspectTopics,
    AspectInWhole,
    AspectInWholeTopics,
    SentenceWords,
    SentenceTopics,
    AspectBm25,
    OtherAspectWords,
    OtherAspectTopics,
}

/// <summary>Pure: how near a paper is to another, in each of several ways.</summary>
internal sealed class PaperLikeness(PaperProfile paper, PaperAspect? aspect, Lexicon lexicon)
{
    public static readonly int Ways = Enum.GetValues<Likeness>().Length;
    private const float Saturation = 1.2f; // k1
    private const float LengthPart = 0.6f; // b
    private const float UsualLength = 110; // terms
    public static float OtherAspect = 0.8f; // what a likeness counts to a sentence that is about something else

    private readonly Gist asked = paper.Of(aspect);

    /// <returns>By <see cref="Likeness"/>, each 0 or more; only comparable within its column.</returns>
    public float[] With(PaperProfile other)
    {
        var ways = new float[Ways];
        var there = other.Of(aspect);
        ways[(int)Likeness.Words] = paper.Whole.Words.With(other.Whole.Words);
        ways[(int)Likeness.Topics] = Dot(paper.Whole, other.Whole);
        ways[(int)Likeness.Bm25] = Bm25(paper.Whole.Words, other);
        ways[(int)Likeness.TitleWords] = paper.Title.Words.With(other.Title.Words);
        ways[(int)Likeness.TitleTopics] = Dot(paper.Title, other.Title);
        ways[(int)Likeness.AspectWords] = asked.Words.With(there.Words);
        ways[(int)Likeness.AspectTopics] = Dot(asked, there);
        ways[(int)Likeness.AspectInWhole] = asked.Words.With(other.Whole.Words);
        ways[(int)Likeness.AspectInWholeTopics] = Dot(asked, other.Whole);
        ways[(int)Likeness.AspectBm25] = Bm25(asked.Words, other);
        (ways[(int)Likeness.SentenceWords], ways[(int)Likeness.SentenceTopics]) = Sentences(other);
        foreach (var way in PaperAspects.All.Where(way => way != aspect))
        {
            ways[(int)Likeness.OtherAspectWords] += paper.Aspects[(int)way].Words.With(other.Aspects[(int)way].Words);
            ways[(int)Likeness.OtherAspectTopics] += Dot(paper.Aspects[(int)way], other.Aspects[(int)way]);
        }
        return ways;
    }

    private static float Dot(Gist one, Gist other) => SparseVector.Dot(one.Topics, other.Topics);

    private float Bm25(SparseVector words, PaperProfile other)
    {
        var length = 0f;
        foreach (var count in other.Counts.Values)
        {
            length += count;
        }
        var norm = Saturation * (1 - LengthPart + LengthPart * length / UsualLength);
        var sum = 0f;
        for (var i = 0; i < words.Terms.Length; i++)
        {
            if (other.Counts.TryGetValue(words.Terms[i], out var count))
            {
                sum += words.Weights[i] * lexicon.WeightOf(words.Terms[i]) * count / (count + norm);
            }
        }
        return sum;
    }

    // Each sentence that was asked about finds the one that is nearest to it.
    private (float Words, float Topics) Sentences(PaperProfile other)
    {
        var words = 0f;
        var topics = 0f;
        var count = 0;
        foreach (var sentence in paper.Sentences)
        {
            if (aspect is not null && sentence.Aspect != aspect)
            {
                continue;
            }
            count++;
            var best = (Words: 0f, Topics: 0f);
            foreach (var there in other.Sentences)
            {
                var times = aspect is null || there.Aspect == aspect ? 1 : OtherAspect;
                best.Words = Math.Max(best.Words, times * sentence.Gist.Words.With(there.Gist.Words));
                best.Topics = Math.Max(best.Topics, times * Dot(sentence.Gist, there.Gist));
            }
            words += best.Words;
            topics += best.Topics;
        }
        return count == 0 ? (0, 0) : (words / count, topics / count);
    }
}
