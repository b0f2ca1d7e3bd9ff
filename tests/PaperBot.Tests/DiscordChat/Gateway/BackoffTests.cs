using PaperBot.DiscordChat.Gateway;

namespace PaperBot.Tests.DiscordChat.Gateway;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(-1, 0, 0)]
    [InlineData(1, 0.5, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(3, 2, 4)]
    [InlineData(5, 8, 16)]
    [InlineData(6, 15, 30)]
    [InlineData(50, 15, 30)]
    [InlineData(int.MaxValue, 15, 30)]
    public void The_wait_doubles_up_to_half_a_minute_and_chance_halves_it_at_most(
        int failures,
        double least,
        double most
    )
    {
        Assert.Equal(TimeSpan.FromSeconds(least), Backoff.Wait(failures, 0));
        Assert.Equal(TimeSpan.FromSeconds(most), Backoff.Wait(failures, 1));
    }
}
