using System.Runtime.InteropServices;
using PaperBot.Skills.Language;

namespace PaperBot.Benchmarks.Language;

/// <summary>
/// How well somebody splits texts: a boundary is a place where a sentence begins, but for the first of a text.
/// </summary>
/// <param name="Right">Boundaries that are where they should be.</param>
/// <param name="Wrong">Boundaries inside of a sentence.</param>
/// <param name="Missed">Boundaries that were not seen.</param>
/// <param name="Exact">Texts without either.</param>
/// <param name="Texts">All texts.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BoundaryScore(int Right, int Wrong, int Missed, int Exact, int Texts)
{
    /// <summary>0 to 1, as are the others; 1 where there is nothing to be seen.</summary>
    public double Precision => Share(Right, Right + Wrong);

    public double Recall => Share(Right, Right + Missed);

    public double F1 => Share(2 * Right, (2 * Right) + Wrong + Missed);

    public double ExactShare => Share(Exact, Texts);

    public static BoundaryScore operator +(BoundaryScore a, BoundaryScore b) =>
        new(a.Right + b.Right, a.Wrong + b.Wrong, a.Missed + b.Missed, a.Exact + b.Exact, a.Texts + b.Texts);

    public static BoundaryScore Of(Passage passage, IReadOnlyList<Sentence> split)
    {
        var wanted = Starts(passage.Sentences);
        var found = Starts(split);
        var right = found.Count(wanted.Contains);
        return new BoundaryScore(
            right,
            found.Count - right,
            wanted.Count - right,
            right == found.Count && right == wanted.Count ? 1 : 0,
            1
        );
    }

    private static HashSet<int> Starts(IReadOnlyList<Sentence> sentences) =>
        [.. sentences.Skip(1).Select(sentence => sentence.Start)];

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}
