using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace PaperBot.DiscordChat.Gateway;

/// <summary>Runs one shard: connects, reads, beats and comes back, until it is stopped or nothing helps any more.</summary>
internal sealed partial class GatewayConnection(
    Shard shard,
    GatewaySession session,
    Func<IGatewayTransport> transports,
    IdentifyTurns turns,
    Uri gateway,
    IGatewayListener listener,
    TimeProvider clock,
    ILogger log
)
{
    private static readonly TimeSpan HelloLimit = TimeSpan.FromSeconds(20); // it comes at once
    private static readonly TimeSpan HandshakeLimit = TimeSpan.FromSeconds(60); // within seconds, however many servers
    private static readonly TimeSpan FarewellLimit = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Sparing = TimeSpan.FromMinutes(2); // 500 starts, half of what a bot has, last 12 hours
    private const int MostFailuresOfUnsteady = 2; // then it is tried again every second or two

    private readonly Lock guard = new(); // heartbeats and messages both move the session on
    private int failures;

    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="GatewayEndedException">No connection will ever work until somebody changes something.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        while (true)
        {
            var parting = await ConnectOnceAsync(ct);
            ct.ThrowIfCancellationRequested();
            LogAgain(shard.Number, parting.Why);
            var wait = parting.Wait + parting.Spread * Random.Shared.NextDouble();
            var longest = session.CanResume || turns.HasPlenty ? Usual : Sparing;
            var backoff = Backoff.Wait(failures++, Random.Shared.NextDouble(), longest);
            await Task.Delay(wait > backoff ? wait : backoff, clock, ct);
        }
    }

    /// <returns>Why it is over, and how to go on.</returns>
    private async Task<GatewayAction.Reconnect> ConnectOnceAsync(CancellationToken ct)
    {
        session.Connecting();
        var begins = !session.CanResume;
        if (begins)
        {
            await turns.TakeAsync(shard, wait => LogTurn(shard.Number, wait), ct);
        }
        await using var life = new Life(transports());
        await using var stopping = ct.Register(() => life.Farewell = SayFarewellAsync(life));
        try
        {
            await life.Transport.ConnectAsync(session.ResumeUrl ?? gateway, ct);
            life.Watch = WatchHandshakeAsync(life, life.Left);
            while (life.Parting is null && await life.Transport.ReceiveAsync(life.Left) is { } message)
            {
                await DoAsync(life, Read(message));
            }
            return life.Parting ?? Closed(life.Transport.CloseCode);
        }
        catch (Exception e) when (e is not GatewayEndedException)
        {
            // Whatever it was, the next connection may fare better; only a shard that gave up would be deaf for ever.
            ct.ThrowIfCancellationRequested();
            if (life.Parting is null)
            {
                LogLost(shard.Number, e.Message, e is GatewayLostException ? null : e);
            }
            return life.Parting ?? Closed(null);
        }
        finally
        {
            if (begins && !life.HasBegun)
            {
                turns.GiveBack(shard);
            }
            CountSuccess(life);
        }
    }

    // What falls over as soon as it is up is no success: a server that drops everybody would be asked without a pause. Where
    // each try costs one of the day's session starts, it is asked ever more rarely before they run short.
    private void CountSuccess(Life life)
    {
        if (life.UpSince is { } since)
        {
            failures =
                clock.GetElapsedTime(since) >= Steady ? 0
                : session.CanResume || turns.HasPlenty ? Math.Min(failures, MostFailuresOfUnsteady)
                : failures;
        }
    }

    private IReadOnlyList<GatewayAction> Read(ReadOnlyMemory<byte> message)
    {
        try
        {
            var payload = GatewayPayload.Parse(message);
            lock (guard)
            {
                return session.Receive(payload);
            }
        }
        catch (JsonException e)
        {
            LogUnreadable(shard.Number, e.Message);
            return [];
        }
    }

    private GatewayAction.Reconnect Closed(int? code)
    {
        GatewayAction action;
        lock (guard)
        {
            action = session.Closed(code);
        }
        return action switch
        {
            GatewayAction.Reconnect again => again,
            GatewayAction.End end => throw new GatewayEndedException(end.Sentence),
            _ => throw new InvalidOperationException($"{action} answers no close."),
        };
    }

    private async Task DoAsync(Life life, IReadOnlyList<GatewayAction> actions)
    {
        foreach (var action in actions)
        {
            switch (action)
            {
                case GatewayAction.Tell:
                    Tell(action);
                    break;
                case GatewayAction.Send send:
                    await life.Transport.SendAsync(send.Json, life.Left);
                    break;
                case GatewayAction.Begin begin:
                    life.HasBegun = true;
                    await life.Transport.SendAsync(begin.Json, life.Left);
                    turns.Begun(shard);
                    break;
                case GatewayAction.StartHeartbeats beats:
                    life.Heart ??= BeatAsync(life, beats.Interval, life.Left);
                    break;
                case GatewayAction.Up up:
                    life.UpSince ??= clock.GetTimestamp();
                    LogUp(shard.Number, shard.Count, up.IsNew ? "ready" : "resumed");
                    Tell(up);
                    break;
                case GatewayAction.Reconnect again:
                    await LeaveAsync(life, again);
                    return;
            }
        }
    }

    private void Tell(GatewayAction news)
    {
        try
        {
            if (news is GatewayAction.Tell tell)
            {
                listener.Heard(shard, tell.Event, tell.Data);
            }
            else if (news is GatewayAction.Up up)
            {
                listener.Up(shard, up);
            }
        }
        catch (Exception e)
        {
            LogListener(shard.Number, e); // one event that nobody can deal with is no reason to miss the others
        }
    }

    private static async Task LeaveAsync(Life life, GatewayAction.Reconnect parting)
    {
        life.Parting ??= parting;
        if (parting.CloseCode is { } code)
        {
            await life.Transport.CloseAsync(code);
        }
        await life.LeaveAsync();
    }

    // Before the reading is cut off, which would break the connection: so the bot is shown as gone at once.
    private static async Task SayFarewellAsync(Life life)
    {
        await life.Transport.CloseAsync(CloseCodes.NormalClosure);
        life.LeaveAfter(FarewellLimit); // the other side answers at once, if it listens at all
    }

    // "heartbeat_interval * jitter" before the first one, so that not everybody beats at once after an outage.
    private async Task BeatAsync(Life life, TimeSpan interval, CancellationToken ct)
    {
        try
        {
            await Task.Delay(interval * Random.Shared.NextDouble(), clock, ct);
            while (life.Parting is null)
            {
                IReadOnlyList<GatewayAction> actions;
                lock (guard)
                {
                    actions = session.HeartbeatDue();
                }
                await DoAsync(life, actions);
                await Task.Delay(interval, clock, ct);
            }
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            // The connection has ended.
        }
        catch (Exception e)
        {
            // Whoever reads may never learn it: a connection can be dead in one direction only.
            LogLost(shard.Number, e.Message, e is GatewayLostException ? null : e);
            await LeaveAsync(life, Closed(null));
        }
    }

    // A server that accepts the connection and then says nothing would otherwise be listened to for ever.
    private async Task WatchHandshakeAsync(Life life, CancellationToken ct)
    {
        try
        {
            await Task.Delay(HelloLimit, clock, ct);
            if (life.Heart is not null)
            {
                await Task.Delay(HandshakeLimit - HelloLimit, clock, ct);
            }
            if (life.UpSince is null)
            {
                await LeaveAsync(
                    life,
                    new GatewayAction.Reconnect(CloseCodes.Resuming, "the session did not come up in time")
                );
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The connection has ended.
        }
    }

    /// <summary>What belongs to one connection.</summary>
    private sealed class Life(IGatewayTransport transport) : IAsyncDisposable
    {
        private readonly CancellationTokenSource leaving = new();

        public IGatewayTransport Transport => transport;

        /// <summary>Cancelled when the connection is being left.</summary>
        public CancellationToken Left => leaving.Token;

        public Task? Heart { get; set; }
        public Task? Watch { get; set; }
        public Task? Farewell { get; set; }
        public GatewayAction.Reconnect? Parting { get; set; }

        /// <summary>A session start was used up.</summary>
        public bool HasBegun { get; set; }

        /// <summary>A time stamp; null while the session is not up.</summary>
        public long? UpSince { get; set; }

        public Task LeaveAsync() => leaving.CancelAsync();

        public void LeaveAfter(TimeSpan limit) => leaving.CancelAfter(limit);

        public async ValueTask DisposeAsync()
        {
            await leaving.CancelAsync();
            await Task.WhenAll(Heart ?? Task.CompletedTask, Watch ?? Task.CompletedTask, Farewell ?? Task.CompletedTask)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            leaving.Dispose();
            await transport.DisposeAsync();
        }
    }

    [LoggerMessage(LogLevel.Information, "Discord shard {Shard} of {Count} is {How}.")]
    private partial void LogUp(int shard, int count, string how);

    [LoggerMessage(LogLevel.Warning, "Discord shard {Shard} was cut off: {Why}")]
    private partial void LogLost(int shard, string why, Exception? e);

    [LoggerMessage(LogLevel.Information, "Discord shard {Shard} connects again: {Why}.")]
    private partial void LogAgain(int shard, string why);

    [LoggerMessage(
        LogLevel.Warning,
        "Discord shard {Shard} must wait for {Wait}: the session starts of the day are used up."
    )]
    private partial void LogTurn(int shard, TimeSpan wait);

    [LoggerMessage(LogLevel.Warning, "Discord shard {Shard} passed a message by that it could not read: {Problem}")]
    private partial void LogUnreadable(int shard, string problem);

    [LoggerMessage(LogLevel.Error, "An event of Discord shard {Shard} was passed by.")]
    private partial void LogListener(int shard, Exception e);
}
