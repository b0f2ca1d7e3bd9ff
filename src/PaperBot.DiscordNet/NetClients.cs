using Discord;
using Discord.Net.Rest;
using Discord.Rest;
using Discord.WebSocket;
using Microsoft.Extensions.Options;
using PaperBot.DiscordChat;
using PaperBot.DiscordChat.Gateway;

namespace PaperBot.DiscordNet;

/// <summary>Discord.Net's clients, set up as PaperBot needs them.</summary>
internal sealed class NetClients(IOptions<DiscordOptions> options, TimeProvider clock) : IAsyncDisposable
{
    private const int ConnectionLimit = 120_000; // milliseconds: it takes 20 seconds to read ten thousand servers

    private readonly SemaphoreSlim loggingIn = new(1, 1);
    private DiscordRestClient? rest;
    private DiscordShardedClient? sharded;

    private string Token => options.Value.Token!.Trim(); // nobody comes here without one

    /// <summary>What time it was at Discord at its last answer; null where it does not say.</summary>
    public DateTimeOffset? LastDate { get; private set; }

    /// <summary>A channel that the gateway told of; null where it did not.</summary>
    public IMessageChannel? Known(ulong channel) => sharded?.GetChannel(channel) as IMessageChannel;

    /// <summary>The REST API, for everything but interactions.</summary>
    /// <exception cref="DiscordProblem">Discord does not let the bot in, or cannot be reached.</exception>
    public async Task<DiscordRestClient> RestAsync(CancellationToken ct)
    {
        await loggingIn.WaitAsync(ct);
        try
        {
            if (rest is null)
            {
                var client = new DiscordRestClient(
                    new DiscordRestConfig
                    {
                        RestClientProvider = NewHttp,
                        DefaultRetryMode = RetryMode.RetryRatelimit,
                        UseSystemClock = false,
                    }
                );
                await NetProblem.GuardAsync(
                    client.LoginAsync(TokenType.Bot, Token, validateToken: false),
                    "GET users/@me",
                    ct
                );
                rest = client;
            }
            return rest;
        }
        finally
        {
            loggingIn.Release();
        }
    }

    /// <summary>The gateway, logged in and not started.</summary>
    /// <exception cref="DiscordProblem">Discord does not let the bot in, or cannot be reached.</exception>
    public async Task<DiscordShardedClient> ShardedAsync(
        GatewayInfo info,
        Func<LogMessage, Task> log,
        CancellationToken ct
    )
    {
        var client = new DiscordShardedClient(
            new DiscordSocketConfig
            {
                RestClientProvider = NewHttp,
                DefaultRetryMode = RetryMode.RetryRatelimit, // it would ask again after a 502 without a pause, for ever
                UseSystemClock = false, // the clock on the wall may be wrong, and interactions would be taken for old
                UseInteractionSnowflakeDate = false,
                GatewayHost = Gateway(options.Value.GatewayUrl),
                GatewayIntents = GatewayIntents.Guilds,
                TotalShards = info.Shards,
                IdentifyMaxConcurrency = info.MaxConcurrency,
                ConnectionTimeout = ConnectionLimit,
                LargeThreshold = 50,
                MessageCacheSize = 0,
                AuditLogCacheSize = 0,
                FormatUsersInBidirectionalUnicode = false,
                LogGatewayIntentWarnings = false,
                LogLevel = LogSeverity.Verbose,
            }
        );
        client.Log += log;
        await NetProblem.GuardAsync(client.LoginAsync(TokenType.Bot, Token, validateToken: false), "GET users/@me", ct);
        return sharded = client;
    }

    public async ValueTask DisposeAsync()
    {
        if (rest is not null)
        {
            await rest.DisposeAsync();
        }
        if (sharded is not null)
        {
            await sharded.DisposeAsync();
        }
        loggingIn.Dispose();
    }

    // Discord.Net gives its own address; the settings may name another.
    private NetRestClient NewHttp(string _)
    {
        var address = $"{options.Value.RestUrl.AbsoluteUri.TrimEnd('/')}/v{DiscordConfig.APIVersion}/";
        return new NetRestClient(
            DefaultRestClientProvider.Create(useProxy: true)(address),
            address,
            at => LastDate = at,
            clock
        );
    }

    // To an address that it is given, Discord.Net adds nothing.
    private static string? Gateway(Uri? address) =>
        address is null
            ? null
            : new UriBuilder(address)
            {
                Query =
                    $"v={DiscordConfig.APIVersion}&encoding={DiscordSocketConfig.GatewayEncoding}&compress=zlib-stream",
            }
                .Uri
                .AbsoluteUri;
}
