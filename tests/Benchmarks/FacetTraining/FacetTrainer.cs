using PaperBot.Skills.Language;

namespace PaperBot.Benchmarks.FacetTraining;

/// <summary>
/// Weights for <see cref="FacetModel"/> from labelled abstracts: the likeliest under a penalty on large ones. Deterministic.
/// </summary>
internal sealed class FacetTrainer
{
    // Chosen by four-fold cross-validation on CSAbstruct train (docs/models.md).
    private const double Penalty = 120;
    private const double StepPenalty = 0.1;
    private const double Doubt = 0.7;
    private const int MostRounds = 100;
    private const double Enough = 1e-4;

    private const int Facets = FacetChain.Facets;

    // Doubt about a label is spread over the facets as these shares: "other" is rare and hard to mistake.
    private static readonly double[] Otherwise = [0.24, 0.24, 0.24, 0.24, 0.04];

    private readonly uint[] _features;
    private readonly List<TrainingAbstract> _abstracts;

    private FacetTrainer(uint[] features, List<TrainingAbstract> abstracts)
    {
        _features = features;
        _abstracts = abstracts;
    }

    /// <param name="rareness">Features seen fewer times than this are left out.</param>
    /// <returns>The file of weights, as <see cref="FacetModelFile"/> writes it.</returns>
    public static byte[] Train(IReadOnlyList<LabelledAbstract> data, int rareness = 3)
    {
        var seen = new Dictionary<uint, int>();
        foreach (var labelled in data)
        {
            Each(labelled, (_, feature) => seen[feature.Feature] = seen.GetValueOrDefault(feature.Feature) + 1);
        }
        uint[] features =
        [
            .. seen.Where(count => count.Value >= rareness && count.Key != 0).Select(count => count.Key).Order(),
        ];
        var trainer = new FacetTrainer(features, [.. data.Select(labelled => Prepare(labelled, features))]);
        var weights = new double[(features.Length * Facets) + (FacetChain.Places * FacetChain.Steps)];
        Lbfgs.Minimise(weights, trainer.Loss, MostRounds, Enough);
        return FacetModelFile.Write(
            features,
            weights.AsSpan(0, features.Length * Facets),
            weights.AsSpan(features.Length * Facets)
        );
    }

    private static void Each(LabelledAbstract labelled, Action<int, WeighedFeature> take) =>
        FacetFeatures.Each(
            labelled.Sentences,
            [.. labelled.Sentences.Select(PlainText.Of)],
            (i, features) => features.ForEach(feature => take(i, feature))
        );

    private static TrainingAbstract Prepare(LabelledAbstract labelled, uint[] features)
    {
        var count = labelled.Sentences.Length;
        var own = new List<(int Row, float Value)>[count];
        for (var i = 0; i < count; i++)
        {
            own[i] = [];
        }
        Each(
            labelled,
            (i, feature) =>
            {
                var row = Array.BinarySearch(features, feature.Feature);
                if (row >= 0)
                {
                    own[i].Add((row, feature.Value));
                }
            }
        );
        // Several people labelled each sentence; where they did not agree, the label is believed less.
        var targets = new double[count * Facets];
        for (var i = 0; i < count; i++)
        {
            var believed = 1 - (Doubt * (1 - labelled.SurenessOf(i)));
            for (var facet = 0; facet < Facets; facet++)
            {
                targets[(i * Facets) + facet] =
                    ((int)labelled.FacetOf(i) == facet ? believed : 0) + ((1 - believed) * Otherwise[facet]);
            }
        }
        return new TrainingAbstract([.. own.Select(list => list.ToArray())], targets);
    }

    // The negative logarithm of how likely the labels are, with the penalty; its slope goes into the second argument.
    private double Loss(double[] weights, double[] slope)
    {
        Array.Clear(slope);
        var steps = weights.AsSpan(_features.Length * Facets);
        var stepSlope = slope.AsSpan(_features.Length * Facets);
        var likelySteps = new double[steps.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            likelySteps[i] = Math.Exp(steps[i]);
        }
        var loss = 0.0;
        foreach (var one in _abstracts)
        {
            var count = one.Features.Length;
            var scores = Scores(one, weights);
            var chances = new double[scores.Length];
            var pairs = new double[count * FacetChain.Steps];
            loss += FacetChain.Run(scores, likelySteps, chances, pairs);
            for (var i = 0; i < scores.Length; i++)
            {
                loss -= one.Targets[i] * scores[i];
                chances[i] -= one.Targets[i];
            }
            loss -= AddSteps(one, steps, pairs, stepSlope);
            AddSlopes(one, chances, slope);
        }
        return loss
            + Penalise(weights.AsSpan(0, _features.Length * Facets), slope, Penalty)
            + Penalise(steps, stepSlope, StepPenalty);
    }

    private static double[] Scores(TrainingAbstract one, double[] weights)
    {
        var scores = new double[one.Features.Length * Facets];
        for (var i = 0; i < one.Features.Length; i++)
        {
            foreach (var (row, value) in one.Features[i])
            {
                for (var facet = 0; facet < Facets; facet++)
                {
                    scores[(i * Facets) + facet] += weights[(row * Facets) + facet] * value;
                }
            }
        }
        return scores;
    }

    private static void AddSlopes(TrainingAbstract one, double[] differences, double[] slope)
    {
        for (var i = 0; i < one.Features.Length; i++)
        {
            foreach (var (row, value) in one.Features[i])
            {
                for (var facet = 0; facet < Facets; facet++)
                {
                    slope[(row * Facets) + facet] += differences[(i * Facets) + facet] * value;
                }
            }
        }
    }

    // Returns the score of the steps that the labels take.
    private static double AddSteps(
        TrainingAbstract one,
        ReadOnlySpan<double> steps,
        ReadOnlySpan<double> pairs,
        Span<double> slope
    )
    {
        var score = 0.0;
        for (var i = 1; i < one.Features.Length; i++)
        {
            var place = FacetChain.PlaceOf(i, one.Features.Length) * FacetChain.Steps;
            for (var step = 0; step < FacetChain.Steps; step++)
            {
                var target =
                    one.Targets[((i - 1) * Facets) + (step / Facets)] * one.Targets[(i * Facets) + (step % Facets)];
                score += target * steps[place + step];
                slope[place + step] += pairs[(i * FacetChain.Steps) + step] - target;
            }
        }
        return score;
    }

    private static double Penalise(ReadOnlySpan<double> weights, Span<double> slope, double penalty)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * weights[i];
            slope[i] += penalty * weights[i];
        }
        return penalty / 2 * sum;
    }

    /// <param name="Features">Each sentence's, by row of the weights.</param>
    /// <param name="Targets">Five probabilities a sentence: what the annotators say.</param>
    private sealed record TrainingAbstract((int Row, float Value)[][] Features, double[] Targets);
}
