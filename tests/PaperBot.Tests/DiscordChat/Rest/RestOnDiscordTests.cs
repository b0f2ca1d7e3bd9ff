using System.Reflection;
using PaperBot.DiscordChat;
using PaperBot.DiscordChat.Rest;
using PaperBot.DiscordSimulator;

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

    public static TheoryData<string, string, string> EachRequestAndFault()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var call in ApiCalls.All)
        {
            data.AddRange([.. Faults.Select(fault => (call.Method, call.Route, fault))]);
        }
        return data;
    }

    public static TheoryData<string> EachCall =>
        [
            .. typeof(DiscordRest)
                .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Select(method => method.Name),
        ];

    [Fact]
    public async Task Forty_messages_to_one_channel_at_once_are_all_posted_and_none_is_refused()
    {
        await using var api = await ApiOnDiscord.StartAsync(
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
        await using var api = await ApiOnDiscord.StartAsync(
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
        await using var api = await ApiOnDiscord.StartAsync(TimeProvider.System);
        var channels = Enumerable
            .Range(0, 100)
            .Select(i => api.Discord.AddChannel(api.Discord.World.Guilds[0], $"c{i}"))
            .ToList();

        await Task.WhenAll(channels.Select(channel => api.PostAsync(channel, "x")));

        Assert.All(channels, channel => Assert.Single(channel.Messages));
        Assert.DoesNotContain(429, api.Discord.Requests.Statuses.Keys);
    }

    [Theory]
    [MemberData(nameof(EachRequestAndFault))]
    public async Task A_fault_is_survived_where_a_second_try_is_safe_and_only_there(
        string method,
        string route,
        string fault
    )
    {
        var call = ApiCalls.Of(method, route);
        await using var api = await ApiOnDiscord.StartAsync(
            new RestClock { RealLimit = TimeSpan.FromMilliseconds(150) }
        );
        var asked = await api.AskedAsync(call.NeedsAnswer);
        api.Forget();
        api.Break(route, fault);
        var isSafe = call.IsRepeatable || fault.StartsWith("429", StringComparison.Ordinal);

        var problem = await Record.ExceptionAsync(() => call.RunAsync(api, asked));

        Assert.Equal(isSafe, problem is null);
        Assert.True(isSafe || problem is DiscordProblem);
        await Until.HoldsAsync(
            () => api.Discord.Requests.To(route).Count >= (isSafe ? 2 : 1),
            TimeSpan.FromSeconds(20),
            "every try is in the log"
        );
        Assert.Equal(isSafe ? 2 : 1, api.Discord.Requests.To(route).Count);
        Assert.InRange(asked.Messages.Count, 0, 1);
        Assert.InRange(api.PostedOnce, call.Posts && isSafe ? 1 : 0, call.Posts ? 1 : 0);
        Assert.Empty(api.Discord.Faults.Waiting);
        api.AssertNoSecrets(asked, problem);
    }

    [Theory]
    [MemberData(nameof(EachCall))]
    public async Task Every_request_of_every_call_is_tried_with_every_fault(string method)
    {
        var calls = ApiCalls.All.Where(call => call.Method == method).ToList();
        await using var api = await ApiOnDiscord.StartAsync(new RestClock());
        var asked = await api.AskedAsync(calls.Exists(call => call.NeedsAnswer));
        api.Forget();

        foreach (var call in calls)
        {
            await call.RunAsync(api, asked);
        }

        Assert.NotEmpty(calls);
        Assert.Equal(
            calls.Select(call => call.Route).Order(),
            api.Discord.Requests.All.Select(request => request.Template).Distinct().Order()
        );
    }

    [Fact]
    public async Task A_name_that_is_known_again_is_waited_for()
    {
        var failures = 3;
        await using var api = await ApiOnDiscord.StartAsync(new RestClock(), connect: () => failures-- > 0);

        await api.PostAsync(api.General, "x");

        Assert.Single(api.General.Messages);
    }

    [Fact]
    public async Task A_token_that_was_revoked_ends_with_one_sentence_at_the_first_try()
    {
        await using var api = await ApiOnDiscord.StartAsync(new RestClock());
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
        await using var api = await ApiOnDiscord.StartAsync(new RestClock());
        api.Discord.Faults.Add(
            new RestFault("*") { Status = 200, Body = "<html>Please log in to the hotel's network.</html>" }
        );

        var problem = await Assert.ThrowsAsync<DiscordProblem>(() => api.Rest.GatewayAsync(api.Stopping));

        Assert.Equal(
            "What answered GET gateway/bot is not Discord: it sent no JSON. Check Discord:RestUrl and the proxy.",
            problem.Message
        );
    }
}
