using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.DiscordChat.Digests;
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
    FirstContact contact,
    AnswersUnderWay answers,
    CommandRegistration commands,
    Places places,
    DigestNews digests,
    IOptions<DiscordOptions> options,
    TimeProvider clock,
    IHostApplicationLifetime program,
    ILogger<DiscordConnection> log
) : BackgroundService, IDiscordConnection, IGatewayListener
{
    private readonly TaskCompletionSource<string> connected = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsWanted => options.Value.IsOn;

    public string? Ended { get; private set; }

    public Task<string> Connected => connected.Task;

    /// <summary>Hears nothing new, and finishes what it is answering.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await answers.FinishAsync(cancellationToken);
    }

    public void Up(Shard shard, GatewayAction.Up up)
    {
        connected.TrySetResult(up.Name);
        if (up.IsNew && up.Application != 0)
        {
            _ = commands.RunAsync(up.Application, answers.Stopping);
        }
    }

    public void Heard(Shard shard, string name, ReadOnlyMemory<byte> data)
    {
        try
        {
            if (name != "INTERACTION_CREATE")
            {
                places.Heard(name, data);
                digests.Heard(name, data);
            }
            else if (Interaction.Parse(data) is { } interaction)
            {
                answers.Begin(interaction, new RestAnswers(rest, interaction, clock.GetTimestamp()));
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) // the latter for text that is no Unicode
        {
            LogUnreadable(PaperText.Clean(name), e.Message);
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
        var info = await contact.UntilAsync(rest.GatewayAsync, ct);
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

    [LoggerMessage(
        LogLevel.Warning,
        "An event {Event} of Discord was passed by, because it could not be read: {Problem}"
    )]
    private partial void LogUnreadable(string @event, string problem);
}
