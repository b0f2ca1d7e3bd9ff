namespace PaperBot.Benchmarks.TldrTraining;

/// <summary>The linear weights that come nearest to what is wanted of rows, under a penalty on their squares.</summary>
/// <param name="rows">Of each, the numbers of the features that it has.</param>
/// <param name="wanted">Of each, its value; 0 to 1 where this is logistic.</param>
/// <param name="logistic">Logistic regression; otherwise least squares.</param>
internal sealed class SparseFit(int[][] rows, float[] wanted, double penalty, bool logistic)
{
    private const int MostRounds = 60;
    private const double Enough = 1e-4;

    public float[] Weights(int features)
    {
        var weights = new double[features];
        Lbfgs.Minimise(weights, Loss, MostRounds, Enough);
        return [.. weights.Select(weight => (float)weight)];
    }

    private double Loss(double[] at, double[] slope)
    {
        var loss = 0.0;
        for (var i = 0; i < at.Length; i++)
        {
            loss += penalty / 2 * at[i] * at[i];
            slope[i] = penalty * at[i];
        }
        for (var row = 0; row < rows.Length; row++)
        {
            var score = 0.0;
            foreach (var i in rows[row])
            {
                score += at[i];
            }
            var (own, difference) = logistic ? Logistic(score, wanted[row]) : Squared(score, wanted[row]);
            loss += own;
            foreach (var i in rows[row])
            {
                slope[i] += difference;
            }
        }
        return loss;
    }

    // Stable for large scores of either sign.
    private static (double Loss, double Slope) Logistic(double score, float wanted) =>
        (
            Math.Max(score, 0) - (score * wanted) + Math.Log(1 + Math.Exp(-Math.Abs(score))),
            (1 / (1 + Math.Exp(-score))) - wanted
        );

    private static (double Loss, double Slope) Squared(double score, float wanted) =>
        ((score - wanted) * (score - wanted) / 2, score - wanted);
}
