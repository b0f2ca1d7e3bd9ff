using PaperBot.Skills.Language.OneSentence;

namespace PaperBot.Benchmarks.TldrTraining;

/// <summary>
/// Weights for <see cref="TldrModel"/> from abstracts with the one sentence that people wrote, in two steps: what words are
/// worth, then how that and all else makes a form of a sentence come near to what people wrote. So that the second step
/// learns how far the first can be trusted, each abstract is shown to it with word weights from the other four fifths of
/// the data. Deterministic.
/// </summary>
internal static class TldrTrainer
{
    private const int Folds = 5;
    private const double Penalty = 250;

    /// <returns>The file of weights, as <see cref="TldrModelFile"/> writes it.</returns>
    public static byte[] Train(IReadOnlyList<TldrExample> examples)
    {
        var data = new SalienceData(examples);
        var groups = new (IReadOnlyList<float[]> Rows, IReadOnlyList<double> Wanted)[examples.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            var others = fold;
            var weights = SalienceData.ToWeights(data.Fit(i => i % Folds != others));
            for (var i = fold; i < examples.Count; i += Folds)
            {
                var candidates = new TldrFeatures(examples[i].Reading, weights).Candidates();
                groups[i] = (
                    [.. candidates.Select(one => one.Features)],
                    // The measure that gave the best of all three in cross-validation (docs/models.md).
                    [.. candidates.Select(one => examples[i].ScoreOf(one.Text).L)]
                );
            }
        }
        var fits = data.Fit(_ => true);
        return TldrModelFile.Write([.. fits.Select(fit => (fit.Features, fit.Weights))], Ridge.Fit(groups, Penalty));
    }
}
