using PaperBot.Benchmarks.FacetTraining;
using PaperBot.Skills.Language.OneSentence;

namespace PaperBot.Benchmarks.TldrTraining;

/// <summary>Rows of features with the value that is wanted of each, and the linear weights that come nearest to it.</summary>
internal sealed class SparseData
{
    private readonly List<uint> _features = [];
    private readonly List<int> _ends = [];
    private readonly List<float> _wanted = [];
    private readonly List<int> _groups = [];

    /// <param name="group">The abstract it is from.</param>
    public void Add(List<uint> features, float wanted, int group)
    {
        _features.AddRange(features);
        _ends.Add(_features.Count);
        _wanted.Add(wanted);
        _groups.Add(group);
    }

    /// <summary>The likeliest weights for rows that are wanted to be 0 or 1 (logistic regression).</summary>
    /// <param name="rareness">Features seen in fewer rows are left out.</param>
    /// <param name="penalty">On the squares of the weights.</param>
    /// <param name="isTaken">Which groups to learn from.</param>
    public HashedFit Chances(int rareness, double penalty, Func<int, bool> isTaken) =>
        Fit(rareness, penalty, isTaken, logistic: true);

    /// <summary>The weights with the least squared error (ridge regression).</summary>
    /// <inheritdoc cref="Chances"/>
    public HashedFit Values(int rareness, double penalty, Func<int, bool> isTaken) =>
        Fit(rareness, penalty, isTaken, logistic: false);

    private HashedFit Fit(int rareness, double penalty, Func<int, bool> isTaken, bool logistic)
    {
        var seen = new Dictionary<uint, int>();
        var rows = new List<int>();
        for (var row = 0; row < _ends.Count; row++)
        {
            if (isTaken(_groups[row]))
            {
                rows.Add(row);
                for (var i = Begin(row); i < _ends[row]; i++)
                {
                    System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
                        seen,
                        _features[i],
                        out _
                    )++;
                }
            }
        }
        uint[] features =
        [
            .. seen.Where(count => count.Value >= rareness && count.Key != 0).Select(count => count.Key).Order(),
        ];
        var numbers = new Dictionary<uint, int>(features.Length);
        for (var i = 0; i < features.Length; i++)
        {
            numbers[features[i]] = i;
        }
        var ends = new int[rows.Count];
        var known = new List<int>(_features.Count);
        for (var r = 0; r < rows.Count; r++)
        {
            for (var i = Begin(rows[r]); i < _ends[rows[r]]; i++)
            {
                if (numbers.TryGetValue(_features[i], out var number))
                {
                    known.Add(number);
                }
            }
            ends[r] = known.Count;
        }
        var indexes = known.ToArray();
        var wanted = rows.Select(row => _wanted[row]).ToArray();
        var weights = new double[features.Length];
        Lbfgs.Minimise(weights, Loss, 60, 1e-4);
        return new HashedFit(features, [.. weights.Select(weight => (float)weight)]);

        double Loss(double[] at, double[] slope)
        {
            var loss = 0.0;
            for (var i = 0; i < at.Length; i++)
            {
                loss += penalty / 2 * at[i] * at[i];
                slope[i] = penalty * at[i];
            }
            var begin = 0;
            for (var r = 0; r < ends.Length; r++)
            {
                var own = indexes.AsSpan(begin, ends[r] - begin);
                begin = ends[r];
                var score = 0.0;
                foreach (var i in own)
                {
                    score += at[i];
                }
                double difference;
                if (logistic)
                {
                    // Stable for large scores of either sign.
                    loss += Math.Max(score, 0) - (score * wanted[r]) + Math.Log(1 + Math.Exp(-Math.Abs(score)));
                    difference = (1 / (1 + Math.Exp(-score))) - wanted[r];
                }
                else
                {
                    difference = score - wanted[r];
                    loss += difference * difference / 2;
                }
                foreach (var i in own)
                {
                    slope[i] += difference;
                }
            }
            return loss;
        }
    }

    private int Begin(int row) => row == 0 ? 0 : _ends[row - 1];
}

/// <param name="Features">Ascending.</param>
/// <param name="Weights">As many.</param>
internal sealed record HashedFit(uint[] Features, float[] Weights)
{
    public HashedWeights ToWeights() => new(Features, Weights);
}
