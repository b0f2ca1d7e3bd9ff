using PaperBot.DiscordChat.Gateway;
using PaperBot.DiscordSimulator;
using PaperBot.Fakes;

namespace PaperBot.Tests.DiscordChat.Gateway;

public sealed class IdentifyTurnsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Five = TimeSpan.FromSeconds(5.5); // and a little more, for the way to Discord

    private readonly ManualClock clock = new();
    private readonly IdentifyTurns turns;
    private readonly List<TimeSpan> usedUp = [];

    public IdentifyTurnsTests() => turns = new IdentifyTurns(clock);

    [Fact]
    public async Task Shards_begin_one_every_five_seconds_in_their_order()
    {
        turns.Learn(1000, 1000, TimeSpan.FromDays(1), maxConcurrency: 1);
        var shards = Enumerable.Range(0, 4).Select(number => TakeAsync(number, of: 4)).ToList();

        for (var number = 0; number < 4; number++)
        {
            await shards[number].WaitAsync(Patience);
            Assert.All(shards.Skip(number + 1), later => Assert.False(later.IsCompleted));
            await SomebodyWaitsAsync(number < 3 ? number + 1 : 0);
            clock.Advance(Five);
        }
    }

    [Fact]
    public async Task As_many_as_Discord_allows_begin_at_once_and_the_others_behind_their_own()
    {
        turns.Learn(1000, 1000, TimeSpan.FromDays(1), maxConcurrency: 3);
        var shards = Enumerable.Range(0, 5).Select(number => TakeAsync(number, of: 5)).ToList();

        await Task.WhenAll(shards.Take(3)).WaitAsync(Patience);
        Assert.False(shards[3].IsCompleted);
        Assert.False(shards[4].IsCompleted);

        await SomebodyWaitsAsync(2);
        clock.Advance(Five);
        await Task.WhenAll(shards).WaitAsync(Patience);
    }

    [Fact]
    public async Task The_five_seconds_count_from_the_identify_and_not_from_the_connecting()
    {
        turns.Learn(1000, 1000, TimeSpan.FromDays(1), maxConcurrency: 1);
        await TakeAsync(0, of: 2);
        var second = TakeAsync(1, of: 2);
        await SomebodyWaitsAsync(1);
        clock.Advance(TimeSpan.FromSeconds(3));
        turns.Begun(new Shard(0, 2));

        clock.Advance(Five - TimeSpan.FromSeconds(3));
        await SomebodyWaitsAsync(2);

        Assert.Equal(TimeSpan.FromSeconds(3), clock.Asked[^1]);
        Assert.False(second.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(3));
        await second.WaitAsync(Patience);
    }

    [Fact]
    public async Task Who_never_came_to_identify_lets_the_next_one_go_at_once()
    {
        turns.Learn(1000, 1, TimeSpan.FromDays(1), maxConcurrency: 1);
        await TakeAsync(0, of: 1);

        turns.GiveBack(new Shard(0, 1));

        Assert.True(TakeAsync(0, of: 1).IsCompleted);
    }

    [Fact]
    public async Task When_the_days_starts_are_used_up_nobody_begins_until_they_are_there_again()
    {
        turns.Learn(2, 1, TimeSpan.FromHours(3), maxConcurrency: 1);
        await TakeAsync(0, of: 1);
        clock.Advance(TimeSpan.FromHours(1));

        var next = TakeAsync(0, of: 1);
        await SomebodyWaitsAsync(1);

        Assert.Equal([TimeSpan.FromHours(2)], usedUp);
        Assert.False(next.IsCompleted);
        clock.Advance(TimeSpan.FromHours(2));
        await next.WaitAsync(Patience);
        clock.Advance(Five);
        Assert.True(TakeAsync(0, of: 1).IsCompleted); // two a day
        clock.Advance(Five);
        Assert.False(TakeAsync(0, of: 1).IsCompleted);
        Assert.Equal(TimeSpan.FromDays(1) - 2 * Five, usedUp[^1]);
    }

    [Theory]
    [InlineData(-1000)]
    [InlineData(1000)]
    public async Task Setting_the_clock_on_the_wall_changes_no_turn(int days)
    {
        turns.Learn(2, 2, TimeSpan.FromHours(3), maxConcurrency: 1);
        await TakeAsync(0, of: 1);
        clock.SetBy(TimeSpan.FromDays(days));

        var next = TakeAsync(0, of: 1);
        await SomebodyWaitsAsync(1);
        Assert.Equal(Five, clock.Asked[^1]);
        clock.Advance(Five);
        await next.WaitAsync(Patience);
        clock.Advance(Five);

        Assert.False(TakeAsync(0, of: 1).IsCompleted);
        Assert.Equal(TimeSpan.FromHours(3) - 2 * Five, usedUp[^1]);
    }

    [Fact]
    public async Task Who_stops_waiting_does_not_hold_the_others_up()
    {
        using var stop = new CancellationTokenSource();
        turns.Learn(1000, 1000, TimeSpan.FromDays(1), maxConcurrency: 1);
        await TakeAsync(0, of: 3);
        var second = turns.TakeAsync(new Shard(1, 3), usedUp.Add, stop.Token);
        var third = TakeAsync(2, of: 3);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        await SomebodyWaitsAsync(2);
        clock.Advance(Five);

        await third.WaitAsync(Patience);
    }

    private Task TakeAsync(int number, int of) =>
        turns.TakeAsync(new Shard(number, of), usedUp.Add, CancellationToken.None);

    private Task SomebodyWaitsAsync(int times) =>
        Until.HoldsAsync(() => clock.Asked.Count >= times, Patience, $"somebody waits for the time {times}");
}
