using PaperBot.Skills.Language;

namespace PaperBot.Benchmarks.FacetTraining;

/// <summary>
/// Weights for <see cref="FacetContext"/>: logistic regression from a sentence's features to its place and the cues around
/// it, by two rounds of AdaGrad (Duchi, Hazan and Singer, JMLR 2011). One thread, in one order, without chance.
/// </summary>
internal sealed class ContextTrainer
{
    private const int Size = FacetContext.Size;
    private const int Rounds = 2;
    private const float Pace = 0.3f;
    private const float Damping = 0.02f;

    // Sentences are taken in strides, so that neighbours do not come one after the other; a prime meets every one once.
    private const long Stride = 7_368_787;

    private readonly UnlabelledAbstracts _data;
    private readonly uint[] _features;
    private readonly float[] _weights;
    private readonly float[] _seen;

    private ContextTrainer(UnlabelledAbstracts data, int rareness)
    {
        _data = data;
        _features = Number(data, rareness);
        _weights = new float[_features.Length * Size];
        _seen = new float[_features.Length];
    }

    /// <param name="data">Is used up: its features are written over.</param>
    /// <param name="rareness">Features seen fewer times than this are left out.</param>
    /// <returns>The file of weights, as <see cref="FacetContextFile"/> writes it.</returns>
    public static byte[] Train(UnlabelledAbstracts data, int rareness)
    {
        var trainer = new ContextTrainer(data, rareness);
        for (var i = 0; i < Rounds * data.Count; i++)
        {
            trainer.Learn((int)(i * Stride % data.Count), Pace * (1 - (i / (float)(Rounds * data.Count))));
        }
        var means = new float[Size];
        var spreads = new float[Size];
        trainer.Measure(means, spreads);
        return FacetContextFile.Write(trainer._features, trainer._weights, means, spreads);
    }

    // The features that are kept, ascending; in the data their rows stand instead, and uint.MaxValue for all others.
    private static uint[] Number(UnlabelledAbstracts data, int rareness)
    {
        var counts = new int[1 << FacetContext.Bits];
        for (var i = 0; i < data.Count; i++)
        {
            foreach (var feature in data.FeaturesOf(i))
            {
                counts[feature]++;
            }
        }
        var rows = new uint[counts.Length];
        var kept = new List<uint>();
        for (var feature = 0u; feature < counts.Length; feature++)
        {
            rows[feature] = uint.MaxValue;
            if (feature != 0 && counts[feature] >= rareness)
            {
                rows[feature] = (uint)kept.Count;
                kept.Add(feature);
            }
        }
        for (var i = 0; i < data.Count; i++)
        {
            foreach (ref var feature in data.FeaturesOf(i))
            {
                feature = rows[feature];
            }
        }
        return [.. kept];
    }

    private void Learn(int sentence, float pace)
    {
        Span<float> told = stackalloc float[Size];
        var share = Tell(sentence, told);
        ToChances(told);
        var square = 0f;
        for (var k = 0; k < Size; k++)
        {
            told[k] -= IsSo(sentence, k) ? 1 : 0;
            square += told[k] * told[k];
        }
        square *= share * share / Size;
        foreach (var row in _data.FeaturesOf(sentence))
        {
            if (row == uint.MaxValue)
            {
                continue;
            }
            _seen[row] += square;
            var step = pace * share / (MathF.Sqrt(_seen[row]) + Damping);
            var weights = _weights.AsSpan((int)row * Size, Size);
            for (var k = 0; k < weights.Length; k++)
            {
                weights[k] -= step * told[k];
            }
        }
    }

    private bool IsSo(int sentence, int k) =>
        k < FacetContext.Places ? _data.PlaceOf(sentence) == k : _data.HasCue(sentence, k - FacetContext.Places);

    // Returns what each feature counts.
    private float Tell(int sentence, Span<float> told)
    {
        told.Clear();
        var known = 0;
        foreach (var row in _data.FeaturesOf(sentence))
        {
            if (row == uint.MaxValue)
            {
                continue;
            }
            known++;
            var weights = _weights.AsSpan((int)row * Size, Size);
            for (var k = 0; k < weights.Length; k++)
            {
                told[k] += weights[k];
            }
        }
        var share = 1 / MathF.Sqrt(Math.Max(1, known));
        foreach (ref var value in told)
        {
            value *= share;
        }
        return share;
    }

    // One place of six, and each cue for itself.
    private static void ToChances(Span<float> told)
    {
        var places = told[..FacetContext.Places];
        var most = places[0];
        foreach (var place in places)
        {
            most = Math.Max(most, place);
        }
        var sum = 0f;
        foreach (ref var place in places)
        {
            place = MathF.Exp(place - most);
            sum += place;
        }
        foreach (ref var place in places)
        {
            place /= sum;
        }
        foreach (ref var cue in told[FacetContext.Places..])
        {
            cue = 1 / (1 + MathF.Exp(-cue));
        }
    }

    private void Measure(float[] means, float[] spreads)
    {
        var sums = new double[Size];
        var squares = new double[Size];
        Span<float> told = stackalloc float[Size];
        for (var i = 0; i < _data.Count; i++)
        {
            Tell(i, told);
            FacetContext.Centre(told);
            for (var k = 0; k < Size; k++)
            {
                sums[k] += told[k];
                squares[k] += told[k] * told[k];
            }
        }
        for (var k = 0; k < Size; k++)
        {
            var mean = sums[k] / Math.Max(1, _data.Count);
            means[k] = (float)mean;
            spreads[k] = (float)Math.Sqrt(Math.Max(1e-6, (squares[k] / Math.Max(1, _data.Count)) - (mean * mean)));
        }
    }
}
