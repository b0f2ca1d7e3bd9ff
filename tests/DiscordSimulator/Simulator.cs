using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using PaperBot.DiscordSimulator.Control;
using PaperBot.DiscordSimulator.Gateway;
using PaperBot.DiscordSimulator.Rest;

namespace PaperBot.DiscordSimulator;

/// <summary>
/// Discord's gateway and REST on 127.0.0.1, for as long as it is not disposed. Everything a test needs hangs here.
/// </summary>
public sealed class Simulator : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly RestServer rest;
    private readonly TokenCheck token;
    private readonly MessageDesk desk;
    private readonly MessageRoutes messages;
    private readonly ControlServer control;
    private readonly CancellationTokenSource stopping = new();

    private Simulator(WebApplication app, SimulatorOptions options)
    {
        this.app = app;
        Options = options;
        var ids = new Snowflakes(options.Time);
        token = new TokenCheck(options.Token);
        World = new World(options, ids);
        Gateway = new GatewayHub(options, World, token);
        CommandTable = new CommandTable();
        var table = new InteractionTable(options.TokenLife);
        desk = new MessageDesk(options, World, Gateway, ids);
        Inject = new Injector(options, World, Gateway, CommandTable, table, ids);
        messages = new MessageRoutes(options, World, desk);
        var routes = new RestRoutes(
            new WorldRoutes(World, Gateway, messages),
            new CommandRoutes(World, CommandTable, ids),
            messages,
            new ThreadRoutes(options, World, Gateway, messages, desk),
            new InteractionRoutes(options, World, table, desk)
        );
        var limits = new RateLimits(options.RateLimits, options.Time);
        var spec = options.SpecPath is { } path ? SpecCheck.Load(path) : null;
        rest = new RestServer(options, routes, limits, Faults, token, Requests, spec);
        control = new ControlServer(this);
    }

    public SimulatorOptions Options { get; }

    /// <summary>For example http://127.0.0.1:41234.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The base address of the API with its version: …/api/v10.</summary>
    public Uri RestAddress => new(Address, "/api/v10");

    /// <summary>What GET /gateway/bot answers: ws://127.0.0.1:41234.</summary>
    public Uri GatewayAddress => new($"ws://{Address.Authority}");

    public World World { get; }

    public GatewayHub Gateway { get; }

    /// <summary>Does what users do.</summary>
    public Injector Inject { get; }

    public Faults Faults { get; } = new();

    public RequestLog Requests { get; } = new();

    /// <summary>Requests that the official description forbids; a test suite asserts that there are none.</summary>
    public IReadOnlyList<SeenRequest> InvalidRequests => Requests.Invalid;

    /// <summary>Added to the Date header of every answer.</summary>
    public TimeSpan ClockSkew
    {
        get => rest.ClockSkew;
        set => rest.ClockSkew = value;
    }

    internal CommandTable CommandTable { get; }

    /// <summary>Starts it; the port is bound when this returns.</summary>
    public static async Task<Simulator> StartAsync(SimulatorOptions? options = null, CancellationToken ct = default)
    {
        options ??= new SimulatorOptions();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore();
        // Handlers never block, so they run where the bytes arrive: fewer hops between what is measured and the wire.
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var simulator = new Simulator(builder.Build(), options);
        simulator.app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        simulator.app.Run(simulator.HandleAsync);
        await simulator.app.StartAsync(ct);
        simulator.Address = new Uri(simulator.app.Urls.First());
        simulator.Gateway.Address = simulator.GatewayAddress;
        return simulator;
    }

    /// <summary>The registered commands as Discord answers them; of a guild, or the global ones.</summary>
    public IReadOnlyList<JsonObject> Commands(Guild? guild = null) => CommandTable.All(guild?.Id);

    /// <summary>Waits until the bot is connected and a global command of that name is registered.</summary>
    public Task WaitForCommandAsync(string name, TimeSpan timeout, CancellationToken ct = default) =>
        Until.HoldsAsync(
            () => Gateway.IsReady && Commands().Any(c => c["name"]?.ToString() == name),
            timeout,
            $"the bot is connected and has registered '{name}'",
            ct
        );

    /// <summary>The bot joins a guild with a channel "general"; a connected bot is told.</summary>
    public Guild AddGuild(string name)
    {
        var guild = World.AddGuild(name);
        Announce(guild);
        return guild;
    }

    /// <summary>The bot joins many guilds, told one by one if it is connected.</summary>
    public void AddGuilds(int count)
    {
        for (var i = 0; i < count; i++)
        {
            AddGuild($"guild {World.GuildTable.Count + 1}");
        }
    }

    /// <summary>The bot is kicked.</summary>
    public void RemoveGuild(Guild guild)
    {
        if (World.RemoveGuild(guild))
        {
            Gateway.Dispatch("GUILD_DELETE", new JsonObject { ["id"] = $"{guild.Id}" }, guild.Id);
        }
    }

    /// <summary>The bot is invited again: to the same server with its channels.</summary>
    public void RestoreGuild(Guild guild)
    {
        World.RestoreGuild(guild);
        Announce(guild);
    }

    /// <summary>Discord itself has lost the server for a while; the bot is in it all the same.</summary>
    public void GuildOutage(Guild guild) =>
        Gateway.Dispatch("GUILD_DELETE", new JsonObject { ["id"] = $"{guild.Id}", ["unavailable"] = true }, guild.Id);

    /// <summary>The threads of a channel or the posts of a forum, oldest first.</summary>
    public IReadOnlyList<Channel> Threads(Channel parent) => [.. World.Threads(parent: parent).Reverse()];

    /// <summary>A thread is put away, and locked where moderators alone may open it again.</summary>
    public void Archive(Channel thread, bool locked = false)
    {
        if (thread.Thread is { } state)
        {
            (state.ArchivedAt, state.IsLocked) = (Options.Time.GetUtcNow(), locked);
            Gateway.Dispatch("THREAD_UPDATE", WorldJson.Channel(thread, World.Bot.Id), thread.GuildId);
        }
    }

    /// <param name="type">0 text, 5 announcement, 15 forum.</param>
    public Channel AddChannel(Guild guild, string name, int type = 0)
    {
        var channel = World.AddChannel(guild, name, type);
        Gateway.Dispatch("CHANNEL_CREATE", WorldJson.Channel(channel, World.Bot.Id), guild.Id);
        return channel;
    }

    public void RemoveChannel(Channel channel)
    {
        if (World.RemoveChannel(channel))
        {
            Gateway.Dispatch(
                channel.IsThread ? "THREAD_DELETE" : "CHANNEL_DELETE",
                WorldJson.Channel(channel, World.Bot.Id),
                channel.GuildId
            );
        }
    }

    /// <summary>The server's settings change: where Discord tells its admins its news.</summary>
    public void SetAdminChannel(Guild guild, Channel channel)
    {
        guild.AdminChannel = channel;
        Gateway.Dispatch("GUILD_UPDATE", WorldJson.Guild(guild, World.Tester), guild.Id);
    }

    /// <summary>A user types a message into a channel.</summary>
    public SentMessage TypeMessage(string content, Channel? channel = null, SimulatedUser? user = null) =>
        desk.PostAs(user ?? World.Tester, (channel ?? World.Guilds[0].General).Id, content);

    /// <summary>A message that the bot has written there before.</summary>
    public SentMessage BotMessage(string content, Channel channel) => desk.PostAs(World.Bot, channel.Id, content);

    /// <summary>As after some minutes: a message with a nonce that was used before is a new message.</summary>
    public void ForgetNonces() => messages.ForgetNonces();

    /// <summary>Injects slash commands at a steady rate and reports how they were answered; a connected bot is needed.</summary>
    public Task<LoadReport> LoadAsync(Load load, CancellationToken ct = default) =>
        LoadRun.RunAsync(Inject, World, load, Options.AnswerWithin, ct);

    /// <summary>The token is no longer accepted: REST answers 401, connections are closed with 4004.</summary>
    public void RevokeToken()
    {
        token.Revoked = true;
        Gateway.Close(CloseCode.AuthenticationFailed);
    }

    /// <summary>The token is accepted again, as after a new one was entered.</summary>
    public void RestoreToken() => token.Revoked = false;

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        Gateway.Abort();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await app.StopAsync(limit.Token);
        await app.DisposeAsync();
        stopping.Dispose();
    }

    // Only of a server that was told of before, Discord says that it is available.
    private void Announce(Guild guild)
    {
        var json = WorldJson.GuildCreate(guild, World);
        json.Remove("unavailable");
        Gateway.Offer(
            "GUILD_CREATE",
            System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(json),
            guild.Id,
            Intents.Guilds
        );
    }

    private Task HandleAsync(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            return rest.HandleAsync(http);
        }
        if (http.WebSockets.IsWebSocketRequest)
        {
            return GatewayDoor.EnterAsync(http, Gateway, stopping.Token);
        }
        return http.Request.Path.StartsWithSegments("/_sim", StringComparison.Ordinal)
            ? control.HandleAsync(http)
            : OtherAsync(http);
    }

    private static Task OtherAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
