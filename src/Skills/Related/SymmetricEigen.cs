namespace PaperBot.Skills.Related;

/// <summary>
/// Pure: eigenvalues and eigenvectors of a small symmetric matrix by cyclic Jacobi rotations (G. H. Golub, C. F. Van Loan,
/// "Matrix Computations", 4th edition, section 8.5). Cubic in the size for each sweep; about ten sweeps.
/// </summary>
internal static class SymmetricEigen
{
    private const int MostSweeps = 30;
    private const double Done = 1e-9; // of the whole, off the diagonal

    /// <returns>Eigenvalues, the largest first, and the eigenvectors as columns in the same order.</returns>
    public static (double[] Values, double[,] Vectors) Of(double[,] matrix)
    {
        var size = matrix.GetLength(0);
        var a = (double[,])matrix.Clone();
        var vectors = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            vectors[i, i] = 1;
        }
        for (var sweep = 0; sweep < MostSweeps && !IsDiagonal(a, size); sweep++)
        {
            for (var p = 0; p < size - 1; p++)
            {
                for (var q = p + 1; q < size; q++)
                {
                    Rotate(a, vectors, p, q, size);
                }
            }
        }
        var order = Enumerable.Range(0, size).OrderByDescending(i => a[i, i]).ToArray();
        var sorted = new double[size, size];
        for (var row = 0; row < size; row++)
        {
            for (var place = 0; place < size; place++)
            {
                sorted[row, place] = vectors[row, order[place]];
            }
        }
        return ([.. order.Select(i => a[i, i])], sorted);
    }

    private static bool IsDiagonal(double[,] a, int size)
    {
        var off = 0.0;
        var on = 0.0;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                var square = a[i, j] * a[i, j];
                off += i == j ? 0 : square;
                on += i == j ? square : 0;
            }
        }
        return off <= Done * Done * on;
    }

    private static void Rotate(double[,] a, double[,] vectors, int p, int q, int size)
    {
        if (a[p, q] == 0)
        {
            return;
        }
        var theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        var t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt(theta * theta + 1));
        var cosine = 1 / Math.Sqrt(t * t + 1);
        var sine = t * cosine;
        for (var k = 0; k < size; k++)
        {
            (a[k, p], a[k, q]) = (cosine * a[k, p] - sine * a[k, q], sine * a[k, p] + cosine * a[k, q]);
        }
        for (var k = 0; k < size; k++)
        {
            (a[p, k], a[q, k]) = (cosine * a[p, k] - sine * a[q, k], sine * a[p, k] + cosine * a[q, k]);
            (vectors[k, p], vectors[k, q]) = (
                cosine * vectors[k, p] - sine * vectors[k, q],
                sine * vectors[k, p] + cosine * vectors[k, q]
            );
        }
    }
}
