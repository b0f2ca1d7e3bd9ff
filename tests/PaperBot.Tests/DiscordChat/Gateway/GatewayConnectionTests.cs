using System.Net.Sockets;
using PaperBot.DiscordChat.Gateway;
using PaperBot.DiscordSimulator;
using PaperBot.Fakes;

namespace PaperBot.Tests.DiscordChat.Gateway;

/// <summary>A shard's life on a clock that stands still: when it beats, waits, gives up a connection and comes back.</summary>
public sealed class GatewayConnectionTests
{
    private const string Thing = """{"op":0,"s":2,"t":"THING","d":{}}""";

    public static TheoryData<string> WaysToBreak => [.. Breaks.Keys];

    private static readonly Dictionary<string, Func<Exception>> Breaks = new()
    {
        ["lost"] = () => new GatewayLostException("the cable was pulled"),
        ["socket"] = () => new SocketException((int)SocketError.ConnectionReset),
        ["corrupt"] = () => new InvalidDataException("unsupported compression"),
        ["disposed"] = () => new ObjectDisposedException("socket"),
        ["null"] = () => new InvalidOperationException("a fault of our own"),
        ["cancelled by nobody"] = () => new OperationCanceledException(),
    };

    [Fact]
    public async Task The_first_heartbeat_comes_after_a_random_part_of_the_interval_and_then_one_each()
    {
        var firsts = new List<TimeSpan>();
        for (var run = 0; run < 6; run++)
        {
            await using var shard = new ShardRun();
            var connection = await shard.UpAsync();
            var first = await shard.WaitsAsync(0, wait => wait != ShardRun.HelloLimit);
            firsts.Add(first);

            shard.Clock.Advance(first);
            await connection.SentAsync(Opcode.Heartbeat);
            await shard.WaitsAsync(0, wait => wait == ShardRun.Interval);
            connection.Says("""{"op":11}""").Says(Thing);
            await shard.HeardAsync("THING");
            shard.Clock.Advance(ShardRun.Interval);
            await connection.SentAsync(Opcode.Heartbeat, times: 2);
        }

        Assert.All(firsts, first => Assert.InRange(first, TimeSpan.Zero, ShardRun.Interval));
        Assert.True(firsts.Distinct().Count() > 1, string.Join(", ", firsts));
    }

    [Fact]
    public async Task A_server_that_answers_no_heartbeat_is_left_and_the_session_resumed_at_once()
    {
        await using var shard = new ShardRun();
        var connection = await shard.UpAsync();
        connection.IsDeaf = true;
        shard.Clock.Advance(await shard.WaitsAsync(0, wait => wait != ShardRun.HelloLimit));
        await connection.SentAsync(Opcode.Heartbeat);
        await shard.WaitsAsync(0, wait => wait == ShardRun.Interval);

        shard.Clock.Advance(ShardRun.Interval);
        var next = await shard.ResumedAsync(2);

        Assert.Equal("resume.example", next.Address!.Host);
        Assert.Equal(4900, connection.LeftWith); // 1000 and 1001 would end the session
        Assert.True(connection.IsDisposed);
    }

    [Fact]
    public async Task A_heartbeat_that_cannot_be_sent_means_that_the_connection_is_dead()
    {
        await using var shard = new ShardRun();
        var connection = await shard.UpAsync();
        connection.SendsFailWith = new GatewayLostException("nothing could be sent for 15 seconds");

        shard.Clock.Advance(await shard.WaitsAsync(0, wait => wait != ShardRun.HelloLimit));

        await shard.ResumedAsync(2);
        Assert.True(connection.IsDisposed);
    }

    [Theory]
    [MemberData(nameof(WaysToBreak))]
    public async Task However_a_connection_breaks_the_session_is_resumed_at_once(string how)
    {
        await using var shard = new ShardRun();
        var connection = await shard.UpAsync();

        connection.BreaksWith(Breaks[how]());
        var next = await shard.ResumedAsync(2);
        next.Says(Thing);

        await shard.HeardAsync("THING");
        Assert.True(connection.IsDisposed);
        Assert.DoesNotContain(next.Sent, json => json.StartsWith("""{"op":2""", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(WaysToBreak))]
    public async Task However_a_send_fails_the_shard_comes_back(string how)
    {
        await using var shard = new ShardRun();
        var connection = await shard.UpAsync();

        connection.SendsFailWith = Breaks[how]();
        connection.Says("""{"op":1,"d":null}""");

        await shard.ResumedAsync(2);
    }

    [Fact]
    public async Task A_listener_that_throws_hears_the_next_event_all_the_same()
    {
        await using var shard = new ShardRun();
        shard.OnEvent = _ => throw new InvalidOperationException("a fault of the listener");
        var connection = await shard.UpAsync();

        connection.Says(Thing).Says(Thing);

        await shard.HeardAsync("THING", times: 2);
        Assert.Single(shard.Gateway.Connections);
    }

    [Fact]
    public async Task Heartbeats_go_on_while_a_listener_takes_its_time()
    {
        using var release = new ManualResetEventSlim();
        await using var shard = new ShardRun();
        var connection = await shard.UpAsync();
        var first = await shard.WaitsAsync(0, wait => wait != ShardRun.HelloLimit);
        shard.OnEvent = _ => release.Wait(ShardRun.Patience);
        connection.Says(Thing);
        await shard.HeardAsync("THING");

        shard.Clock.Advance(first);
        await connection.SentAsync(Opcode.Heartbeat);

        release.Set();
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("")]
    [InlineData("""{"op":0,"s":2,"t":"THI""")]
    [InlineData("""{"op":0,"s":2,"t":"\udc00","d":{}}""")]
    [InlineData("[1,2,3]")]
    public async Task A_malformed_message_never_ends_the_connection(string message)
    {
        await using var shard = new ShardRun();
        var connection = await shard.UpAsync();

        connection.Says(message).Says(Thing);

        await shard.HeardAsync("THING");
        Assert.Single(shard.Gateway.Connections);
    }

    [Fact]
    public async Task A_server_that_never_says_hello_is_left_after_20_seconds()
    {
        await using var shard = new ShardRun();
        var connection = await shard.Gateway.ConnectionAsync(1);
        connection.IsDeaf = true;
        shard.Clock.Advance(await shard.WaitsAsync(0, wait => wait == ShardRun.HelloLimit));

        await shard.UpAsync(2);

        Assert.True(connection.IsDisposed);
    }

    [Fact]
    public async Task A_session_that_is_never_ready_is_left_after_a_minute()
    {
        await using var shard = new ShardRun();
        var connection = await shard.Gateway.ConnectionAsync(1);
        connection.Says(Conversation.Hello);
        await connection.SentAsync(Opcode.Identify);
        shard.Clock.Advance(await shard.WaitsAsync(0, wait => wait == ShardRun.HelloLimit));
        connection.Says("""{"op":11}""");
        var rest = await shard.WaitsAsync(0, wait => wait == TimeSpan.FromSeconds(40));
        await PassAsync(shard, connection, rest);

        await shard.UpAsync(2);

        Assert.True(connection.IsDisposed);
    }

    [Fact]
    public async Task A_hello_that_comes_late_is_still_in_time()
    {
        await using var shard = new ShardRun();
        await shard.Gateway.ConnectionAsync(1);
        await shard.WaitsAsync(0, wait => wait == ShardRun.HelloLimit);
        shard.Clock.Advance(TimeSpan.FromSeconds(19));

        await shard.UpAsync();

        Assert.Single(shard.Gateway.Connections);
    }

    [Fact]
    public async Task Resumes_that_are_never_answered_lead_to_a_new_session()
    {
        await using var shard = new ShardRun();
        (await shard.UpAsync()).Breaks();
        for (var number = 2; number <= 4; number++)
        {
            var connection = await shard.Gateway.ConnectionAsync(number);
            var before = shard.Clock.Asked.Count;
            connection.Says(Conversation.Hello);
            await connection.SentAsync(Opcode.Resume);
            connection.Closes(4006);
            await connection.GoneAsync();
            shard.Clock.Advance(TimeSpan.FromMinutes(1));
            await AfterWaitAsync(shard, before, number + 1);
        }

        await shard.UpAsync(5, "second");

        Assert.Equal("gateway.example", shard.Gateway.Connections[4].Address!.Host);
    }

    [Fact]
    public async Task A_host_that_is_gone_does_not_keep_the_session_from_being_resumed_elsewhere()
    {
        await using var shard = new ShardRun();
        var connection = await shard.UpAsync();
        shard.Gateway.Unreachable["resume.example"] = true;
        connection.Breaks();
        await shard.Gateway.ConnectionAsync(2);
        await AfterWaitAsync(shard, 0, 4);

        var elsewhere = await shard.ResumedAsync(4);

        Assert.Equal("gateway.example", elsewhere.Address!.Host);
    }

    [Fact]
    public async Task The_waits_between_failures_grow_to_a_quarter_of_a_minute_and_begin_anew_once_a_session_has_lasted()
    {
        await using var shard = new ShardRun(unreachable: "gateway.example");
        var most = TimeSpan.FromSeconds(1);
        await shard.Gateway.ConnectionAsync(2); // the second try comes at once
        for (var failure = 1; failure <= 9; failure++)
        {
            var wait = await shard.WaitsAsync(failure - 1);
            Assert.InRange(wait, most / 2, most);
            if (failure == 9)
            {
                shard.Gateway.Unreachable.Clear();
            }
            shard.Clock.Advance(wait);
            most = TimeSpan.FromSeconds(Math.Min(15, most.TotalSeconds * 2));
        }

        var connection = await shard.UpAsync(11);
        shard.Clock.Advance(TimeSpan.FromSeconds(10));
        connection.Says("""{"op":7}""");

        await shard.ResumedAsync(12); // at once: the clock stands still
    }

    [Fact]
    public async Task Tries_that_never_reach_Discord_use_up_no_session_start()
    {
        await using var shard = new ShardRun(starts: 1, unreachable: "gateway.example");
        for (var number = 2; number <= 6; number++)
        {
            await shard.Gateway.ConnectionAsync(number);
            var wait = await shard.WaitsAsync(number - 2);
            if (number == 6)
            {
                shard.Gateway.Unreachable.Clear();
            }
            shard.Clock.Advance(wait);
        }

        await shard.UpAsync(7);
    }

    [Fact]
    public async Task Without_a_session_start_the_shard_waits_for_the_next_day()
    {
        await using var shard = new ShardRun(starts: 0);

        var wait = await shard.WaitsAsync(0);

        Assert.Equal(TimeSpan.FromHours(1), wait);
        Assert.Empty(shard.Gateway.Connections);
        shard.Clock.Advance(wait);
        await shard.UpAsync();
    }

    [Theory]
    [InlineData(1000, 1, 6)]
    [InlineData(500, 10, 60)] // half of the day's 1,000 are used up
    public async Task A_server_that_drops_every_new_session_is_asked_ever_less_often_before_session_starts_run_short(
        int starts,
        int least,
        int most
    )
    {
        await using var shard = new ShardRun(starts);
        var waits = new List<TimeSpan>();
        for (var number = 1; number <= 7; number++)
        {
            var connection = await shard.UpAsync(number, $"session {number}");
            var before = shard.Clock.Asked.Count;
            connection.Closes(4009);
            await connection.GoneAsync();
            waits.Add(await AfterWaitAsync(shard, before, number + 1));
        }

        // An identify in turn waits too: five seconds and a half after the one before.
        Assert.InRange(waits[^1], TimeSpan.FromSeconds(least), TimeSpan.FromSeconds(most));
    }

    [Fact]
    public async Task A_server_that_drops_every_resumed_session_is_asked_every_few_seconds()
    {
        await using var shard = new ShardRun();
        (await shard.UpAsync()).Breaks();
        var waits = new List<TimeSpan>();
        for (var number = 2; number <= 9; number++)
        {
            var connection = await shard.ResumedAsync(number);
            var before = shard.Clock.Asked.Count;
            connection.Closes(4000);
            await connection.GoneAsync();
            waits.Add(await AfterWaitAsync(shard, before, number + 1));
        }

        Assert.InRange(waits[^1], TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task After_an_ended_session_the_shard_waits_a_random_one_to_five_seconds()
    {
        var waits = new List<TimeSpan>();
        for (var run = 0; run < 6; run++)
        {
            await using var shard = new ShardRun();
            var connection = await shard.UpAsync();
            shard.Clock.Advance(TimeSpan.FromSeconds(6)); // the turn to identify is free again
            var before = shard.Clock.Asked.Count;
            connection.Says("""{"op":9,"d":false}""");
            await connection.GoneAsync();
            waits.Add(await AfterWaitAsync(shard, before, 2));
            Assert.Equal(1000, connection.LeftWith);
            await shard.UpAsync(2, "second");
        }

        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)));
        Assert.True(waits.Distinct().Count() > 1, string.Join(", ", waits));
    }

    [Theory]
    [InlineData(-400)]
    [InlineData(400)]
    public async Task Setting_the_clock_on_the_wall_changes_nothing(int days)
    {
        await using var shard = new ShardRun(starts: 2);
        var connection = await shard.UpAsync();
        shard.Clock.SetBy(TimeSpan.FromDays(days));

        shard.Clock.Advance(await shard.WaitsAsync(0, wait => wait != ShardRun.HelloLimit));
        await connection.SentAsync(Opcode.Heartbeat);
        connection.Says("""{"op":11}""").Closes(4009);
        await connection.GoneAsync();
        await AfterWaitAsync(shard, shard.Clock.Asked.Count - 1, 2);
        await shard.UpAsync(2, "second");

        Assert.DoesNotContain(shard.Clock.Asked, wait => wait > TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4012)]
    [InlineData(4013)]
    [InlineData(4014)]
    public async Task A_close_that_nothing_mends_ends_the_shard_with_its_sentence(int code)
    {
        await using var shard = new ShardRun();
        var connection = await shard.UpAsync();

        connection.Closes(code);

        var ended = await Assert.ThrowsAsync<GatewayEndedException>(() => shard.Running.WaitAsync(ShardRun.Patience));
        Assert.EndsWith(".", ended.Message, StringComparison.Ordinal);
        Assert.True(connection.IsDisposed);
    }

    [Fact]
    public async Task Stopping_says_goodbye_so_that_the_bot_is_shown_as_gone()
    {
        await using var shard = new ShardRun();
        var connection = await shard.UpAsync();

        await shard.StopAsync();

        await EndsAsync(shard);
        Assert.Equal(1000, connection.LeftWith);
        Assert.True(connection.IsDisposed);
        Assert.Single(shard.Gateway.Connections);
    }

    [Fact]
    public async Task Stopping_waits_for_no_answer_of_a_server_that_is_gone()
    {
        await using var shard = new ShardRun();
        (await shard.UpAsync()).IsDeaf = true;

        await shard.StopAsync();

        await EndsAsync(shard);
    }

    [Theory]
    [InlineData("connecting")]
    [InlineData("before hello")]
    [InlineData("before ready")]
    [InlineData("backing off")]
    [InlineData("waiting for a turn")]
    [InlineData("resuming")]
    public async Task Stopping_at_any_step_ends_the_shard(string step)
    {
        await using var shard = new ShardRun(
            starts: step == "waiting for a turn" ? 0 : 1000,
            unreachable: step == "backing off" ? "gateway.example" : null,
            hangs: step == "connecting"
        );
        switch (step)
        {
            case "connecting":
                await Until.HoldsAsync(() => shard.Gateway.Connections.Count == 1, ShardRun.Patience, "it connects");
                break;
            case "before hello":
                await shard.Gateway.ConnectionAsync(1);
                break;
            case "before ready":
                var connection = await shard.Gateway.ConnectionAsync(1);
                connection.Says(Conversation.Hello);
                await connection.SentAsync(Opcode.Identify);
                break;
            case "backing off":
                await shard.Gateway.ConnectionAsync(2);
                await shard.WaitsAsync(0, wait => wait != ShardRun.HelloLimit);
                break;
            case "waiting for a turn":
                await shard.WaitsAsync(0);
                break;
            default:
                (await shard.UpAsync()).Breaks();
                var second = await shard.Gateway.ConnectionAsync(2);
                second.Says(Conversation.Hello);
                await second.SentAsync(Opcode.Resume);
                break;
        }

        await shard.StopAsync();

        await EndsAsync(shard);
        Assert.All(shard.Gateway.Connections, connection => Assert.True(connection.IsDisposed));
    }

    private static Task EndsAsync(ShardRun shard) =>
        Assert.ThrowsAnyAsync<OperationCanceledException>(() => shard.Running.WaitAsync(ShardRun.Patience));

    // Lets time pass until the next connection is made; returns the longest wait for it. What connections wait for
    // themselves is none.
    internal static async Task<TimeSpan> AfterWaitAsync(ShardRun shard, int after, int number)
    {
        var longest = TimeSpan.Zero;
        var seen = after;
        await Until.HoldsAsync(
            () =>
            {
                if (shard.Gateway.Connections.Count >= number)
                {
                    return true;
                }
                var asked = shard.Clock.Asked;
                foreach (var wait in asked.Skip(seen).Where(IsOfShard))
                {
                    longest = wait > longest ? wait : longest;
                    shard.Clock.Advance(wait);
                }
                seen = asked.Count;
                return false;
            },
            ShardRun.Patience,
            $"there was a connection {number}"
        );
        return longest;
    }

    private static bool IsOfShard(TimeSpan wait) => wait != ShardRun.HelloLimit && wait != ShardRun.Interval;

    // Lets time pass while the server goes on answering heartbeats.
    private static async Task PassAsync(ShardRun shard, ScriptedConnection connection, TimeSpan time)
    {
        for (var left = time; left > TimeSpan.Zero; left -= TimeSpan.FromSeconds(5))
        {
            shard.Clock.Advance(TimeSpan.FromSeconds(5));
            connection.Says("""{"op":11}""");
            await Task.Yield();
        }
    }
}
