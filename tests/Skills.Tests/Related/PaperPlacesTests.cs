using PaperBot.Skills.Related;

namespace PaperBot.Skills.Tests.Related;

public sealed class PaperPlacesTests
{
    [Theory]
    [InlineData(5)]
    [InlineData(96)]
    [InlineData(150)]
    public void The_nearest_are_those_that_a_look_at_each_finds(int dimensions)
    {
        var random = new Random(7);
        var places = new PaperPlaces(dimensions);
        var all = new List<float[]>();
        for (var row = 1; row <= 3_000; row++)
        {
            all.Add(Unit(dimensions, random));
            places.Add(row, all[^1]);
        }
        var kept = Math.Min(dimensions, PaperPlaces.Most);
        var asked = Unit(dimensions, random);

        var nearest = places.Nearest(asked, 10);

        var exact = Enumerable
            .Range(1, all.Count)
            .OrderByDescending(row => SparseVector.Dot(asked.AsSpan(0, kept), all[row - 1].AsSpan(0, kept)))
            .Take(10)
            .Select(row => (long)row)
            .ToList();
        Assert.Equal(10, nearest.Count);
        Assert.True(nearest.Intersect(exact).Count() >= 8, "rounded to bytes, a few at the edge may change places");
        Assert.Equal(3_000, places.LastRow);
    }

    [Fact]
    public void Without_topics_or_papers_nothing_is_near()
    {
        var places = new PaperPlaces(0);
        places.Add(1, []);

        Assert.Empty(places.Nearest([], 10));
        Assert.Empty(new PaperPlaces(5).Nearest(new float[5], 10));
    }

    private static float[] Unit(int dimensions, Random random)
    {
        var place = new float[dimensions];
        foreach (ref var value in place.AsSpan())
        {
            value = (float)(random.NextDouble() - 0.5);
        }
        SparseVector.ToUnitLength(place);
        return place;
    }
}
