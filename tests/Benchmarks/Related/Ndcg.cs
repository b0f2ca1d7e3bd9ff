namespace PaperBot.Benchmarks.Related;

/// <summary>
/// Normalised discounted cumulative gain at the first fifth of the candidates, as CSFCube is judged (Mysore et al., "CSFCube",
/// 2021, NDCG%20): gains are the grades themselves, the first two places count whole, place n from then on 1 / log2 n, and
/// the best order of the same candidates is 1.
/// </summary>
internal static class Ndcg
{
    private const double Part = 0.2;

    /// <param name="grades">Of all candidates, in the order in which they were ranked; 0 and more.</param>
    /// <returns>0 to 1; 0 where no grade is above 0.</returns>
    public static double AtFifth(IReadOnlyList<double> grades)
    {
        var places = (int)(Part * grades.Count);
        var best = Gain([.. grades.OrderDescending()], places);
        return best > 0 ? Gain(grades, places) / best : 0;
    }

    private static double Gain(IReadOnlyList<double> grades, int places)
    {
        var gain = 0.0;
        for (var i = 0; i < places; i++)
        {
            gain += i < 2 ? grades[i] : grades[i] / Math.Log2(i + 1);
        }
        return gain;
    }
}
