using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PaperBot.Chat;
using PaperBot.DiscordChat;
using PaperBot.DiscordChat.Messages;
using PaperBot.DiscordChat.Rest;
using PaperBot.DiscordSimulator;
using PaperBot.Fakes;
using Channel = PaperBot.DiscordSimulator.Channel;
using RateLimits = PaperBot.DiscordChat.Rest.RateLimits;

namespace PaperBot.Tests.DiscordChat.Rest;

/// <summary>The calls of the API on a simulated Discord.</summary>
internal sealed class ApiOnDiscord : IAsyncDisposable
{
    private readonly ListLog<DiscordSender> log = new();
    private readonly CancellationTokenSource stop = new();
    private readonly HttpClient http;
    private readonly RateLimits limits;
    private readonly TimeProvider clock;

    private ApiOnDiscord(Simulator discord, TimeProvider clock, Func<bool>? connectFails)
    {
        Discord = discord;
        this.clock = clock;
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        if (connectFails is not null)
        {
            handler.ConnectCallback = async (context, ct) =>
            {
                if (connectFails())
                {
                    throw new SocketException((int)SocketError.HostNotFound);
                }
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(context.DnsEndPoint, ct);
                return new NetworkStream(socket, ownsSocket: true);
            };
        }
        http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        limits = new RateLimits(clock);
        var options = new DiscordOptions { Token = discord.Options.Token, RestUrl = new Uri(discord.Address, "/api") };
        Rest = new DiscordRest(new DiscordSender(http, limits, Options.Create(options), clock, log));
    }

    public Simulator Discord { get; }

    public DiscordRest Rest { get; }

    /// <summary>Ends when <see cref="StopAsync"/> is called.</summary>
    public CancellationToken Stopping => stop.Token;

    public ulong Application => Discord.Options.ApplicationId;

    public ulong Guild => Discord.World.Guilds[0].Id;

    public Channel General => Discord.World.Guilds[0].General;

    public static async Task<ApiOnDiscord> StartAsync(
        TimeProvider clock,
        RateLimitOptions? rates = null,
        Func<bool>? connect = null
    )
    {
        var options = new SimulatorOptions
        {
            SpecPath = BotOnDiscord.Spec,
            RateLimits = rates ?? new RateLimitOptions { Enabled = clock == TimeProvider.System },
        };
        return new ApiOnDiscord(await Simulator.StartAsync(options), clock, connect);
    }

    public Task StopAsync() => stop.CancelAsync();

    public Task PostAsync(Channel channel, string text) => Rest.PostAsync(channel.Id, Message(text), stop.Token);

    /// <summary>With a nonce that is the same for the same text.</summary>
    public static DiscordMessage Message(string text) =>
        DiscordMessage.From(new Reply { Text = text }, new MessageLook { Nonce = $"n{text}" });

    /// <summary>One that Discord does not know again.</summary>
    public static DiscordMessage Plain(string text) =>
        DiscordMessage.From(new Reply { Text = text }, new MessageLook());

    /// <summary>A forum of the server; made once.</summary>
    public Channel Forum =>
        Discord.World.Guilds[0].Channels.FirstOrDefault(channel => channel.Type == 15)
        ?? Discord.AddChannel(Discord.World.Guilds[0], "posts", 15);

    /// <summary>An announcement channel of the server; made once.</summary>
    public Channel News =>
        Discord.World.Guilds[0].Channels.FirstOrDefault(channel => channel.Type == 5)
        ?? Discord.AddChannel(Discord.World.Guilds[0], "news", 5);

    /// <summary>A message of the bot in that channel; the same again and again.</summary>
    public ulong OwnMessage(Channel channel) =>
        channel.Messages.Count > 0 ? channel.Messages[0].Id : Discord.BotMessage("once", channel).Id;

    /// <summary>How many messages say "once", in the channel or to the person.</summary>
    public int PostedOnce =>
        General
            .Messages.Concat(Discord.World.DirectMessages.Messages)
            .Concat(Discord.Threads(Forum).SelectMany(post => post.Messages))
            .Count(message =>
                message.Json["embeds"] is JsonArray { Count: 1 } embeds
                && embeds[0]!["description"]?.ToString() == "once"
            );

    /// <summary>Forgets the requests until now, of which none may have been invalid.</summary>
    public void Forget()
    {
        Assert.Empty(Discord.InvalidRequests);
        Discord.Requests.Clear();
    }

    /// <summary>Somebody asked, and perhaps was answered.</summary>
    public async Task<InjectedInteraction> AskedAsync(bool answered)
    {
        await Rest.SetCommandsAsync(Discord.Options.ApplicationId, null, Commands, stop.Token);
        var asked = Discord.Inject.Slash("ping");
        if (answered)
        {
            await Rest.AnswerAsync(asked.Id, asked.Token, Json("""{"type":5}"""), stop.Token);
        }
        return asked;
    }

    public void Break(string route, string fault)
    {
        switch (fault)
        {
            case "reset" or "reset-after":
                Discord.Faults.Reset(route, after: fault == "reset-after");
                break;
            case "silence":
                ((RestClock)clock).SilentWhile = () => Discord.Faults.Waiting.Count > 0;
                Discord.Faults.Delay(route, TimeSpan.FromSeconds(100));
                break;
            case "429 html":
                Discord.Faults.Add(
                    new RestFault(route)
                    {
                        Status = 429,
                        Body = "<html>1015</html>",
                        Headers = new Dictionary<string, string>
                        {
                            ["Retry-After"] = "1",
                            ["Content-Type"] = "text/html",
                        },
                    }
                );
                break;
            case ['4', '2', '9', ' ', .. var scope]:
                Discord.Faults.RateLimit(route, TimeSpan.FromSeconds(0.5), scope);
                break;
            default:
                Discord.Faults.Fail(route, int.Parse(fault));
                break;
        }
    }

    public void AssertNoSecrets(InjectedInteraction asked, Exception? problem) =>
        Assert.All(
            [.. log.Lines, $"{problem}"],
            text =>
            {
                Assert.DoesNotContain(asked.Token, text, StringComparison.Ordinal);
                Assert.DoesNotContain(Discord.Options.Token, text, StringComparison.Ordinal);
            }
        );

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        var invalid = Discord.InvalidRequests;
        await Discord.DisposeAsync();
        limits.Dispose();
        http.Dispose();
        stop.Dispose();
        Assert.Empty(invalid);
    }

    public static ReadOnlyMemory<byte> Commands { get; } = Json("""[{"name":"ping","description":"Pings."}]""");

    public static ReadOnlyMemory<byte> Json(string text) => Encoding.UTF8.GetBytes(text);
}
