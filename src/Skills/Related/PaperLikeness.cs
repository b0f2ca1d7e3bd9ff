namespace PaperBot.Skills.Related;

/// <summary>The ways in which two papers are compared: the columns of what <see cref="PaperLikeness"/> gives.</summary>
internal enum Likeness
{
    /// <summary>The cosine of the words of both papers; "Topics" is the same of their places among the topics.</summary>
    Words,
    Topics,

    /// <summary>How well the words of the one are found in the other.</summary>
    Bm25,
    TitleWords,
    TitleTopics,

    /// <summary>Of the sentences about the aspect in both.</summary>
    AspectWords,
    AspectTopics,

    /// <summary>Of the sentences about the aspect in the one and all that the other says.</summary>
    AspectInWhole,
    AspectBm25,

    /// <summary>Each sentence about the aspect and the one of the other paper that is nearest to it, on average.</summary>
    SentenceWords,
    SentenceTopics,
}

/// <summary>Pure: how near papers are to one, in each of several ways.</summary>
/// <param name="paper">The one.</param>
/// <param name="aspect">Null where they are compared as a whole: the ways of aspects and sentences are then 0.</param>
/// <param name="lexicon">How telling terms are.</param>
internal sealed class PaperLikeness(PaperProfile paper, PaperAspect? aspect, Lexicon lexicon)
{
    public static readonly int Ways = Enum.GetValues<Likeness>().Length;

    // BM25's k1 and b as for searches.
    private const float Saturation = 1.2f;
    private const float LengthPart = 0.6f;
    private const float UsualLength = 110; // terms of a title and abstract
    private const float OtherAspect = 0.8f; // what a sentence counts that is about something else

    /// <returns>By <see cref="Likeness"/>, each comparable within its column only.</returns>
    public float[] With(PaperProfile other)
    {
        var ways = new float[Ways];
        ways[(int)Likeness.Words] = paper.Whole.Words.With(other.Whole.Words);
        ways[(int)Likeness.Topics] = paper.Whole.TopicsWith(other.Whole);
        ways[(int)Likeness.TitleWords] = paper.Title.Words.With(other.Title.Words);
        ways[(int)Likeness.TitleTopics] = paper.Title.TopicsWith(other.Title);
        if (aspect is null)
        {
            ways[(int)Likeness.Bm25] = Bm25(paper.Whole.Words, other);
            return ways;
        }
        var asked = paper.Of(aspect);
        var there = other.Of(aspect);
        ways[(int)Likeness.AspectWords] = asked.Words.With(there.Words);
        ways[(int)Likeness.AspectTopics] = asked.TopicsWith(there);
        ways[(int)Likeness.AspectInWhole] = asked.Words.With(other.Whole.Words);
        ways[(int)Likeness.AspectBm25] = Bm25(asked.Words, other);
        (ways[(int)Likeness.SentenceWords], ways[(int)Likeness.SentenceTopics]) = Sentences(other);
        return ways;
    }

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

    private (float Words, float Topics) Sentences(PaperProfile other)
    {
        var sum = (Words: 0f, Topics: 0f);
        var count = 0;
        foreach (var sentence in paper.Sentences.Where(sentence => sentence.Aspect == aspect))
        {
            var best = (Words: 0f, Topics: 0f);
            foreach (var there in other.Sentences)
            {
                var times = there.Aspect == aspect ? 1 : OtherAspect;
                best.Words = Math.Max(best.Words, times * sentence.Gist.Words.With(there.Gist.Words));
                best.Topics = Math.Max(best.Topics, times * sentence.Gist.TopicsWith(there.Gist));
            }
            sum = (sum.Words + best.Words, sum.Topics + best.Topics);
            count++;
        }
        return count == 0 ? (0, 0) : (sum.Words / count, sum.Topics / count);
    }
}
