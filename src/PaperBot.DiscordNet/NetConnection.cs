using Discord;
using Discord.Net;
using Discord.WebSocket;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.DiscordChat;
using PaperBot.DiscordChat.Digests;
using PaperBot.DiscordChat.Gateway;
using PaperBot.DiscordChat.Interactions;
using PaperBot.DiscordChat.Posts;

namespace PaperBot.DiscordNet;

/// <summary>Keeps PaperBot on Discord over Discord.Net's gateway. Does nothing without a token.</summary>
internal sealed partial class NetConnection(
    NetClients clients,
    IDiscord discord,
    FirstContact contact,
    AnswersUnderWay answers,
    CommandRegistration commands,
    Places places,
    DigestNews digests,
    IOptions<DiscordOptions> options,
    TimeProvider clock,
    IHostApplicationLifetime program,
    ILogger<NetConnection> log
) : BackgroundService, IDiscordConnection
{
    private const int SessionNoLongerValid = 4006;

    private readonly TaskCompletionSource<string> connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DiscordShardedClient? client;

    public bool IsWanted => options.Value.IsOn;

    public string? Ended { get; private set; }

    public Task<string> Connected => connected.Task;

    /// <summary>Hears nothing new, and finishes what it is answering.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await answers.FinishAsync(cancellationToken);
        if (client is not null)
        {
            await client.StopAsync();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!IsWanted)
        {
            return;
        }
        try
        {
            client = await contact.UntilAsync(ConnectAsync, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
        catch (DiscordProblem e)
        {
            End(e.Message);
        }
    }

    private async Task<DiscordShardedClient> ConnectAsync(CancellationToken ct)
    {
        var info = await discord.GatewayAsync(ct);
        if (info.RemainingStarts == 0)
        {
            LogUsedUp(info.ResetAfter);
            await Task.Delay(info.ResetAfter, clock, ct);
        }
        var started = await clients.ShardedAsync(info, Bridge, ct);
        Listen(started);
        await started.StartAsync();
        return started;
    }

    private void Listen(DiscordShardedClient started)
    {
        started.InteractionCreated += Heard;
        started.ShardConnected += shard => Up(started, shard);
        started.ShardDisconnected += Lost;
        started.GuildAvailable += There;
        started.JoinedGuild += There;
        started.GuildUpdated += (_, guild) => Learn(guild);
        started.ChannelDestroyed += Gone;
        started.ThreadDeleted += thread => Gone(thread.HasValue ? thread.Value : null);
        started.LeftGuild += guild =>
        {
            places.Left(guild.Id);
            digests.Left(guild.Id);
            return Task.CompletedTask;
        };
    }

    // Never awaited: Discord.Net reads no event, and acknowledges no heartbeat, before this returns.
    private Task Heard(SocketInteraction received)
    {
        if (NetInteraction.From(received) is { } interaction)
        {
            answers.Begin(interaction, new NetAnswers(received));
        }
        return Task.CompletedTask;
    }

    private Task Up(DiscordShardedClient started, DiscordSocketClient shard)
    {
        LogUp(shard.ShardId, started.Shards.Count);
        connected.TrySetResult(shard.CurrentUser?.Username ?? "");
        _ = RegisterAsync();
        return Task.CompletedTask;
    }

    private async Task RegisterAsync()
    {
        try
        {
            var application = await discord.ApplicationAsync(answers.Stopping);
            await commands.RunAsync(application.Id, answers.Stopping);
        }
        catch (DiscordProblem e)
        {
            LogNotRegistered(e.Message); // the next connection does it
        }
        catch (OperationCanceledException) when (answers.Stopping.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    private Task Lost(Exception why, DiscordSocketClient shard)
    {
        var code = CloseCode(why);
        if (CloseCodes.Fatal(code) is { } sentence)
        {
            End(sentence);
        }
        else if (code == SessionNoLongerValid && Ended is null)
        {
            _ = Task.Run(shard.StartAsync); // Discord.Net gives up here, although a new session would do
        }
        return Task.CompletedTask;
    }

    private Task There(SocketGuild guild)
    {
        digests.Joined(guild.Id);
        return Learn(guild);
    }

    private Task Gone(SocketChannel? channel)
    {
        if (channel is SocketGuildChannel gone)
        {
            digests.Gone(gone.Guild.Id, gone.Id);
        }
        return Task.CompletedTask;
    }

    private Task Learn(SocketGuild guild)
    {
        places.Learn(
            new Place(guild.Id, guild.Name, guild.OwnerId, guild.PublicUpdatesChannel?.Id),
            guild.Channels.Select(channel => channel.Id)
        );
        return Task.CompletedTask;
    }

    private void End(string sentence)
    {
        Ended ??= sentence;
        program.StopApplication();
    }

    private static int? CloseCode(Exception? why) =>
        why switch
        {
            null => null,
            WebSocketClosedException closed => closed.CloseCode,
            _ => CloseCode(why.InnerException),
        };

    private Task Bridge(LogMessage message)
    {
        NetLog.Write(log, message);
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Information, "Discord shard {Shard} of {Count} is ready.")]
    private partial void LogUp(int shard, int count);

    [LoggerMessage(LogLevel.Warning, "The session starts of the day are used up: PaperBot waits for {Wait}.")]
    private partial void LogUsedUp(TimeSpan wait);

    [LoggerMessage(LogLevel.Warning, "The commands are not registered with Discord yet; it is tried again. {Sentence}")]
    private partial void LogNotRegistered(string sentence);
}
