using System.Runtime.InteropServices;
using PaperBot.Skills.Language;
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
        var rows = Enumerable.Range(0, _ends.Count).Where(row => isTaken(_groups[row])).ToList();
        var features = Seen(rows, rareness);
        var fit = new SparseFit(Rows(rows, features), [.. rows.Select(row => _wanted[row])], penalty, logistic);
        return new HashedFit(features, fit.Weights(features.Length));
    }

    // Ascending.
    private uint[] Seen(List<int> rows, int rareness)
    {
        var seen = new Dictionary<uint, int>();
        foreach (var row in rows)
        {
            foreach (var feature in FeaturesOf(row))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(seen, feature, out _)++;
            }
        }
        return [.. seen.Where(count => count.Value >= rareness && count.Key != 0).Select(count => count.Key).Order()];
    }

    // Of each row, the features that were seen, by their number.
    private int[][] Rows(List<int> rows, uint[] features)
    {
        var table = new FeatureTable(features);
        var known = new int[rows.Count][];
        for (var i = 0; i < known.Length; i++)
        {
            var own = new List<int>();
            foreach (var feature in FeaturesOf(rows[i]))
            {
                if (table.RowOf(feature) is >= 0 and var number)
                {
                    own.Add(number);
                }
            }
            known[i] = [.. own];
        }
        return known;
    }

    private ReadOnlySpan<uint> FeaturesOf(int row)
    {
        var begin = row == 0 ? 0 : _ends[row - 1];
        return CollectionsMarshal.AsSpan(_features)[begin.._ends[row]];
    }
}

/// <param name="Features">Ascending.</param>
/// <param name="Weights">As many.</param>
internal sealed record HashedFit(uint[] Features, float[] Weights)
{
    public HashedWeights ToWeights() => new(Features, Weights);
}
