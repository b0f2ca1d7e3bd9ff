using System.Runtime.InteropServices;

namespace PaperBot.Skills.Language.OneSentence;

/// <summary>How likely each word of an abstract, and each two that follow each other, is repeated in one sentence about it.</summary>
internal sealed class WordSalience
{
    private const float Again = 0.3f; // what the second time of a word is worth

    private readonly AbstractWords _words;
    private readonly float[][] _wordChances;
    private readonly float[][] _pairChances;

    public WordSalience(AbstractWords words, SalienceFeatures features, TldrWeights weights)
    {
        _words = words;
        _wordChances = new float[words.Sentences.Length][];
        _pairChances = new float[words.Sentences.Length][];
        var best = new Dictionary<uint, float>();
        for (var s = 0; s < words.Sentences.Length; s++)
        {
            var own = words.Sentences[s];
            _wordChances[s] = new float[own.Length];
            _pairChances[s] = new float[own.Length];
            for (var i = 0; i < own.Length; i++)
            {
                var chance = Chance(weights.Words.Sum(features.OfWord(s, i)));
                _wordChances[s][i] = chance;
                if (i > 0)
                {
                    _pairChances[s][i] = Chance(weights.Pairs.Sum(features.OfPair(s, i)));
                }
                ref var most = ref CollectionsMarshal.GetValueRefOrAddDefault(best, own[i].Stem, out _);
                most = Math.Max(most, chance);
            }
        }
        All = best.Values.Sum();
    }

    /// <summary>The sum over all words of the abstract, each where it is likeliest.</summary>
    public float All { get; }

    /// <summary>The sum over the whole sentence.</summary>
    public float Of(int sentence) => _wordChances[sentence].Sum();

    /// <summary>The sum over some words of a sentence, each as often as it stands there.</summary>
    public float Of(int sentence, int[] places) => places.Sum(i => _wordChances[sentence][i]);

    /// <summary>What a form of these words shares with one sentence about the abstract: so many words and pairs, on average.</summary>
    public (float Words, float Pairs) Shared(int sentence, int[] places)
    {
        var words = 0f;
        var pairs = 0f;
        var seen = new HashSet<uint>();
        for (var i = 0; i < places.Length; i++)
        {
            words +=
                _wordChances[sentence][places[i]] * (seen.Add(_words.Sentences[sentence][places[i]].Stem) ? 1 : Again);
            if (i > 0 && places[i - 1] == places[i] - 1)
            {
                pairs += _pairChances[sentence][places[i]];
            }
        }
        return (words, pairs);
    }

    private static float Chance(float score) => 1 / (1 + MathF.Exp(-score));
}
