using PaperBot.Skills.Trending;

namespace PaperBot.Skills.Tests.Trending;

public sealed class TrendingScoreTests
{
    [Theory]
    [InlineData(42, 12, 0, TrendingPeriod.Day, 54)]
    [InlineData(42, null, 0, TrendingPeriod.Day, 42)]
    [InlineData(42, -5, 0, TrendingPeriod.Day, 42)]
    [InlineData(null, null, 0, TrendingPeriod.Day, 0)]
    [InlineData(40, null, 2, TrendingPeriod.Week, 20)]
    [InlineData(40, null, 10, TrendingPeriod.Month, 20)]
    [InlineData(40, 10, 900, TrendingPeriod.All, 50)]
    [InlineData(int.MaxValue, int.MaxValue, 0, TrendingPeriod.All, 2.0 * int.MaxValue)]
    public void The_score_is_the_published_formula(
        int? votes,
        int? growth,
        int age,
        TrendingPeriod period,
        double score
    ) => Assert.Equal(score, TrendingScore.Of(votes, growth, age, period), 9);
}
