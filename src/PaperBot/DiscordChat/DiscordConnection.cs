using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Chat;
using PaperBot.DiscordChat.Gateway;
using PaperBot.DiscordChat.Interactions;
using PaperBot.DiscordChat.Posts;
using PaperBot.DiscordChat.Rest;
using PaperBot.Skills.Papers;

namespace PaperBot.DiscordChat;

/// <summary>
/// Keeps PaperBot on Discord: as many shards as Discord asks for, its commands registered, every interaction answered. Does
/// nothing without a token.
/// </summary>
internal sealed partial class DiscordConnection(
    DiscordRest rest,
    InteractionHandler interactions,
    Places places,
    CommandTable table,
    IOptions<DiscordOptions> options,
    TimeProvider clock,
    IHostApplicationLifetime program,
    ILogger<DiscordConnection> log
) : BackgroundService, IGatewayListener
{
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(3); // an interaction waits no longer either

    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<ulong, Task> answering = [];
    private int registered;

    /// <summary>Whether a token is set.</summary>
    public bool IsWanted => options.Value.IsOn;

    /// <summary>Why there is no connection and never will be one; null while there is hope.</summary>
    public string? Ended { get; private set; }

    public override void Dispose()
    {
        stopping.Dispose();
        base.Dispose();
    }

    /// <summary>Hears nothing new, and finishes what it is answering.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAny(Task.WhenAll(answering.Values), Task.Delay(LastWords, clock, cancellationToken));
        await stopping.CancelAsync();
    }

    public void Up(Shard shard, GatewayAction.Up up)
    {
        if (up.IsNew && up.Application != 0 && Interlocked.Exchange(ref registered, 1) == 0)
        {
            _ = RegisterAsync(up.Application);
        }
    }

    public void Heard(Shard shard, string name, ReadOnlyMemory<byte> data)
    {
        try
        {
            if (name != "INTERACTION_CREATE")
            {
                places.Heard(name, data);
            }
            else if (Interaction.Parse(data) is { } interaction)
            {
                Answer(interaction);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) // the latter for text that is no Unicode
        {
            LogUnreadable(PaperText.Clean(name), e.Message);
        }
    }

    // Apart from the reading, so that no answer holds another or a heartbeat up.
    private void Answer(Interaction interaction)
    {
        var answer = Task.Run(() => interactions.HandleAsync(interaction, stopping.Token));
        if (answering.TryAdd(interaction.Id, answer))
        {
            _ = answer.ContinueWith(
                _ => answering.TryRemove(interaction.Id, out Task? _),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsOn)
        {
            return;
        }
        try
        {
            await RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
        catch (Exception e) when (e is GatewayEndedException or DiscordProblem)
        {
            Ended = e.Message;
            program.StopApplication();
        }
    }

    private async Task RunAsync(CancellationToken ct)
    {
        var info = await GatewayAsync(ct);
        var turns = new IdentifyTurns(clock);
        turns.Learn(info.TotalStarts, info.RemainingStarts, info.ResetAfter, info.MaxConcurrency);
        using var all = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var shards = Enumerable
            .Range(0, info.Shards)
            .Select(number => RunAsync(new Shard(number, info.Shards), info, turns, all.Token))
            .ToList();
        try
        {
            await await Task.WhenAny(shards); // none ends but by failing, and then no other may stay alone
        }
        finally
        {
            await all.CancelAsync();
            await Task.WhenAll(shards).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Task RunAsync(Shard shard, GatewayInfo info, IdentifyTurns turns, CancellationToken ct) =>
        new GatewayConnection(
            shard,
            new GatewaySession(options.Value.Token!.Trim(), shard), // IsOn
            () => new WebSocketTransport(),
            turns,
            options.Value.GatewayUrl ?? info.Url,
            this,
            clock,
            log
        ).RunAsync(ct);

    // Until Discord can be reached: the network may come up after the program.
    private async Task<GatewayInfo> GatewayAsync(CancellationToken ct)
    {
        var said = "";
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await rest.GatewayAsync(ct);
            }
            catch (DiscordProblem e) when (e.Status is not 401)
            {
                if (e.Message != said)
                {
                    LogUnreachable(said = e.Message);
                }
                await Task.Delay(Backoff.Wait(failures, Random.Shared.NextDouble()), clock, ct);
            }
        }
    }

    // Until Discord has them or refuses them: without commands the bot is of no use.
    private async Task RegisterAsync(ulong application)
    {
        for (var failures = 1; !stopping.IsCancellationRequested; failures++)
        {
            try
            {
                await RegisterOnceAsync(application);
                return;
            }
            catch (DiscordProblem e) when (e.Status is 0 or 429 or >= 500)
            {
                LogRegisteringAgain(e.Message);
                await Task.Delay(Backoff.Wait(failures, Random.Shared.NextDouble()), clock, stopping.Token)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                LogNotRegistered(e is DiscordProblem ? null : e, e.Message);
                return;
            }
            catch (OperationCanceledException)
            {
                return; // the next start does it
            }
        }
    }

    private async Task RegisterOnceAsync(ulong application)
    {
        var guild = options.Value.TestGuildId;
        var wanted = DiscordCommandSchema.All(table.All, isTest: guild is not null);
        using var has = await rest.CommandsAsync(application, guild, stopping.Token);
        if (!DiscordCommandSchema.IsSame(has.RootElement, wanted))
        {
            await rest.SetCommandsAsync(application, guild, wanted, stopping.Token);
            LogRegistered(table.All.Count);
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "An event {Event} of Discord was passed by, because it could not be read: {Problem}"
    )]
    private partial void LogUnreadable(string @event, string problem);

    [LoggerMessage(LogLevel.Warning, "{Sentence} It is tried again.")]
    private partial void LogUnreachable(string sentence);

    [LoggerMessage(LogLevel.Information, "Discord has PaperBot's {Count} commands now.")]
    private partial void LogRegistered(int count);

    [LoggerMessage(LogLevel.Warning, "The commands are not registered with Discord yet; it is tried again. {Sentence}")]
    private partial void LogRegisteringAgain(string sentence);

    [LoggerMessage(LogLevel.Error, "The commands could not be registered with Discord: {Sentence}")]
    private partial void LogNotRegistered(Exception? exception, string sentence);
}
