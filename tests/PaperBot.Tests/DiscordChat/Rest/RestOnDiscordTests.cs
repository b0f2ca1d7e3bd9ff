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

/// <summary>Every call of the API on a simulated Discord that limits and fails as the real one does.</summary>
public sealed class RestOnDiscordTests
{
    private const string Posts = "POST /channels/{channel}/messages";

    private static readonly string[] Faults =
    [
        "500",
        "502",
        "reset",
        "reset-after",
        "silence",
        "429 user",
        "429 shared",
        "429 global",
        "429 html",
    ];

    private static readonly (string Route, bool IsRepeatable)[] Calls =
    [
        ("GET /gateway/bot", true),
        ("GET /applications/{application}/commands", true),
        ("PUT /applications/{application}/commands", true),
        (Posts, true),
        ("GET /channels/{channel}/messages", true),
        ("POST /interactions/{interaction}/{token}/callback", true),
        ("PATCH /webhooks/{application}/{token}/messages/{message}", true),
        ("DELETE /webhooks/{application}/{token}/messages/{message}", true),
        ("POST /webhooks/{application}/{token}", false),
    ];

    public static TheoryData<string, bool, string> EachCallAndFault()
    {
        var data = new TheoryData<string, bool, string>();
        foreach (var (route, isRepeatable) in Calls)
        {
            data.AddRange([.. Faults.Select(fault => (route, isRepeatable, fault))]);
        }
        return data;
    }

    [Fact]
    public async Task Forty_messages_to_one_channel_at_once_are_all_posted_and_none_is_refused()
    {
        await using var api = await Api.StartAsync(
            TimeProvider.System,
            new RateLimitOptions
            {
                Routes = new Dictionary<string, RateLimit> { [Posts] = new(5, TimeSpan.FromSeconds(0.2)) },
            }
        );

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => api.PostAsync(api.General, $"{i}")));

        Assert.Equal(40, api.General.Messages.Count);
        Assert.DoesNotContain(429, api.Discord.Requests.Statuses.Keys);
    }

    [Fact]
    public async Task A_channel_that_is_full_does_not_hold_up_another()
    {
        await using var api = await Api.StartAsync(
            TimeProvider.System,
            new RateLimitOptions
            {
                Routes = new Dictionary<string, RateLimit> { [Posts] = new(1, TimeSpan.FromSeconds(100)) },
            }
        );
        var other = api.Discord.AddChannel(api.Discord.World.Guilds[0], "other");
        await api.PostAsync(api.General, "first");

        var second = api.PostAsync(api.General, "second");
        await api.PostAsync(other, "third");

        Assert.False(second.IsCompleted);
        Assert.DoesNotContain(429, api.Discord.Requests.Statuses.Keys);
        await api.StopAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }

    [Fact]
    public async Task A_hundred_channels_at_once_stay_below_the_limit_over_all_routes()
    {
        await using var api = await Api.StartAsync(TimeProvider.System);
        var channels = Enumerable
            .Range(0, 100)
            .Select(i => api.Discord.AddChannel(api.Discord.World.Guilds[0], $"c{i}"))
            .ToList();

        await Task.WhenAll(channels.Select(channel => api.PostAsync(channel, "x")));

        Assert.All(channels, channel => Assert.Single(channel.Messages));
        Assert.DoesNotContain(429, api.Discord.Requests.Statuses.Keys);
    }

    [Theory]
    [MemberData(nameof(EachCallAndFault))]
    public async Task A_fault_is_survived_where_a_second_try_is_safe_and_only_there(
        string route,
        bool isRepeatable,
        string fault
    )
    {
        await using var api = await Api.StartAsync(new RestClock { RealLimit = TimeSpan.FromMilliseconds(150) });
        var asked = await api.AskedAsync(answered: route.Contains("webhooks", StringComparison.Ordinal));
        api.Discord.Requests.Clear();
        api.Break(route, fault);
        var isSafe = isRepeatable || fault.StartsWith("429", StringComparison.Ordinal);

        var problem = await Record.ExceptionAsync(() => api.CallAsync(route, asked));

        Assert.Equal(isSafe, problem is null);
        Assert.True(isSafe || problem is DiscordProblem);
        await Until.HoldsAsync(
            () => api.Discord.Requests.To(route).Count >= (isSafe ? 2 : 1),
            TimeSpan.FromSeconds(20),
            "every try is in the log"
        );
        Assert.Equal(isSafe ? 2 : 1, api.Discord.Requests.To(route).Count);
        Assert.InRange(asked.Messages.Count, 0, 1);
        Assert.InRange(api.General.Messages.Count(message => Text(message) == "once"), 0, 1);
        Assert.Equal(route == Posts, api.General.Messages.Any(message => Text(message) == "once"));
        Assert.Empty(api.Discord.Faults.Waiting);
        api.AssertNoSecrets(asked, problem);
    }

    [Fact]
    public async Task A_name_that_is_known_again_is_waited_for()
    {
        var failures = 3;
        await using var api = await Api.StartAsync(new RestClock(), connect: () => failures-- > 0);

        await api.PostAsync(api.General, "x");

        Assert.Single(api.General.Messages);
    }

    [Fact]
    public async Task A_token_that_was_revoked_ends_with_one_sentence_at_the_first_try()
    {
        await using var api = await Api.StartAsync(new RestClock());
        api.Discord.RevokeToken();

        var problem = await Assert.ThrowsAsync<DiscordProblem>(() => api.PostAsync(api.General, "x"));

        Assert.StartsWith(
            "Discord does not accept the token. Copy a new one",
            problem.Message,
            StringComparison.Ordinal
        );
        Assert.Single(api.Discord.Requests.All);
    }

    [Fact]
    public async Task An_address_that_is_not_Discord_ends_with_a_sentence()
    {
        await using var api = await Api.StartAsync(new RestClock());
        api.Discord.Faults.Add(
            new RestFault("*") { Status = 200, Body = "<html>Please log in to the hotel's network.</html>" }
        );

        var problem = await Assert.ThrowsAsync<DiscordProblem>(() => api.CallAsync("GET /gateway/bot", null));

        Assert.Equal(
            "What answered GET gateway/bot is not Discord: it sent no JSON. Check Discord:RestUrl and the proxy.",
            problem.Message
        );
    }

    private static string Text(SentMessage message) =>
        message.Json["embeds"] is JsonArray { Count: > 0 } embeds
            ? embeds[0]!["description"]!.ToString()
            : message.Content;

    private sealed class Api : IAsyncDisposable
    {
        private readonly ListLog<DiscordSender> log = new();
        private readonly CancellationTokenSource stop = new();
        private readonly HttpClient http;
        private readonly RateLimits limits;
        private readonly TimeProvider clock;
        private readonly DiscordRest rest;

        private Api(Simulator discord, TimeProvider clock, Func<bool>? connectFails)
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
            var options = new DiscordOptions
            {
                Token = discord.Options.Token,
                RestUrl = new Uri(discord.Address, "/api"),
            };
            rest = new DiscordRest(new DiscordSender(http, limits, Options.Create(options), clock, log));
        }

        public Simulator Discord { get; }

        public Channel General => Discord.World.Guilds[0].General;

        public static async Task<Api> StartAsync(
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
            return new Api(await Simulator.StartAsync(options), clock, connect);
        }

        public Task StopAsync() => stop.CancelAsync();

        public Task PostAsync(Channel channel, string text) =>
            rest.PostAsync(
                channel.Id,
                DiscordMessage.From(new Reply { Text = text }, new MessageLook { Nonce = $"n{text}" }),
                stop.Token
            );

        /// <summary>Somebody asked, and perhaps was answered.</summary>
        public async Task<InjectedInteraction> AskedAsync(bool answered)
        {
            await rest.SetCommandsAsync(Discord.Options.ApplicationId, null, Commands, stop.Token);
            var asked = Discord.Inject.Slash("ping");
            if (answered)
            {
                await rest.AnswerAsync(asked.Id, asked.Token, Json("""{"type":5}"""), stop.Token);
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
                    ((RestClock)clock).SilentTries = 1;
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

        public async Task CallAsync(string route, InjectedInteraction? asked)
        {
            var (app, ct) = (Discord.Options.ApplicationId, stop.Token);
            switch (route)
            {
                case "GET /gateway/bot":
                    await rest.GatewayAsync(ct);
                    break;
                case "GET /applications/{application}/commands":
                    (await rest.CommandsAsync(app, null, ct)).Dispose();
                    break;
                case "PUT /applications/{application}/commands":
                    await rest.SetCommandsAsync(app, null, Commands, ct);
                    break;
                case Posts:
                    await PostAsync(General, "once");
                    break;
                case "GET /channels/{channel}/messages":
                    _ = await rest.MessagesAsync(General.Id, 0, 10, ct);
                    break;
                case "POST /interactions/{interaction}/{token}/callback":
                    await rest.AnswerAsync(
                        asked!.Id,
                        asked.Token,
                        Json("""{"type":4,"data":{"content":"pong"}}"""),
                        ct
                    );
                    break;
                case "PATCH /webhooks/{application}/{token}/messages/{message}":
                    await rest.EditAnswerAsync(app, asked!.Token, Json("""{"content":"pong"}"""), ct);
                    break;
                case "DELETE /webhooks/{application}/{token}/messages/{message}":
                    await rest.DeleteAnswerAsync(app, asked!.Token, ct);
                    break;
                default:
                    await rest.FollowUpAsync(app, asked!.Token, Json("""{"content":"more"}"""), ct);
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

        private static ReadOnlyMemory<byte> Commands { get; } = Json("""[{"name":"ping","description":"Pings."}]""");

        private static ReadOnlyMemory<byte> Json(string text) => Encoding.UTF8.GetBytes(text);
    }
}
