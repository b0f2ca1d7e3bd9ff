using PaperBot.Skills.Related;

namespace PaperBot.Skills.Tests.Related;

public sealed class SymmetricEigenTests
{
    [Fact]
    public void A_matrix_computed_by_hand_has_its_eigenvalues_and_vectors()
    {
        var (values, vectors) = SymmetricEigen.Of(
            new double[,]
            {
                { 2, 1 },
                { 1, 2 },
            }
        );

        Assert.Equal([3.0, 1.0], values, (one, other) => Math.Abs(one - other) < 1e-9);
        Assert.Equal(vectors[0, 0], vectors[1, 0], 9); // (1, 1)
        Assert.Equal(vectors[0, 1], -vectors[1, 1], 9); // (1, -1)
    }

    [Fact]
    public void The_vectors_turn_any_symmetric_matrix_into_its_values()
    {
        const int Size = 20;
        var random = new Random(7);
        var matrix = new double[Size, Size];
        for (var i = 0; i < Size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                matrix[i, j] = matrix[j, i] = random.NextDouble() - 0.5;
            }
        }

        var (values, vectors) = SymmetricEigen.Of(matrix);

        for (var column = 0; column < Size; column++)
        {
            for (var row = 0; row < Size; row++)
            {
                var product = Enumerable.Range(0, Size).Sum(k => matrix[row, k] * vectors[k, column]);
                Assert.Equal(values[column] * vectors[row, column], product, 8);
            }
        }
        Assert.Equal(values.OrderDescending(), values);
    }
}
