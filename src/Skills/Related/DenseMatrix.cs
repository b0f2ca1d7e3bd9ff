namespace PaperBot.Skills.Related;

/// <summary>A matrix with few columns, row by row, and the little algebra that <see cref="TopicLearner"/> needs.</summary>
internal sealed class DenseMatrix(int rows, int columns)
{
    private const float Nothing = 1e-9f; // of the largest eigenvalue: a direction that has less is none

    public int Rows => rows;

    public int Columns => columns;

    public float[] Values { get; } = new float[rows * columns];

    public Span<float> Row(int row) => Values.AsSpan(row * columns, columns);

    /// <returns>A matrix whose columns span the same and are orthonormal.</returns>
    public DenseMatrix Orthonormal()
    {
        var (values, vectors) = SymmetricEigen.Of(Gram());
        var turn = new DenseMatrix(columns, columns);
        for (var place = 0; place < columns; place++)
        {
            var scale = values[place] > values[0] * Nothing ? 1 / Math.Sqrt(values[place]) : 0;
            for (var row = 0; row < columns; row++)
            {
                turn.Row(row)[place] = (float)(vectors[row, place] * scale);
            }
        }
        return Times(turn);
    }

    /// <summary>Turns a basis so that its first columns are the directions in which this matrix is largest.</summary>
    /// <param name="basis">As many columns as this matrix.</param>
    /// <param name="most">How many columns are wanted.</param>
    public DenseMatrix Principal(DenseMatrix basis, int most)
    {
        var (_, vectors) = SymmetricEigen.Of(Gram());
        var turn = new DenseMatrix(columns, most);
        for (var row = 0; row < columns; row++)
        {
            for (var place = 0; place < most; place++)
            {
                turn.Row(row)[place] = (float)vectors[row, place];
            }
        }
        return basis.Times(turn);
    }

    private DenseMatrix Times(DenseMatrix right)
    {
        var product = new DenseMatrix(rows, right.Columns);
        for (var row = 0; row < rows; row++)
        {
            var to = product.Row(row);
            var from = Row(row);
            for (var i = 0; i < columns; i++)
            {
                if (from[i] != 0)
                {
                    SparseVector.Add(to, right.Row(i), from[i]);
                }
            }
        }
        return product;
    }

    // Its transpose times itself.
    private double[,] Gram()
    {
        var sums = new DenseMatrix(columns, columns);
        for (var row = 0; row < rows; row++)
        {
            var values = Row(row);
            for (var i = 0; i < columns; i++)
            {
                if (values[i] != 0)
                {
                    SparseVector.Add(sums.Row(i), values, values[i]);
                }
            }
        }
        var gram = new double[columns, columns];
        for (var i = 0; i < columns; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                gram[i, j] = (sums.Row(i)[j] + sums.Row(j)[i]) / 2.0;
            }
        }
        return gram;
    }
}
