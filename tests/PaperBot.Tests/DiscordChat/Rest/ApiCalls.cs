using PaperBot.DiscordChat;
using PaperBot.DiscordChat.Rest;
using PaperBot.DiscordSimulator;

namespace PaperBot.Tests.DiscordChat.Rest;

/// <summary>One request of a call of the API.</summary>
/// <param name="Method">Of <see cref="DiscordRest"/>.</param>
/// <param name="Route">As the simulator names it.</param>
internal sealed record ApiCall(string Method, string Route, Func<ApiOnDiscord, InjectedInteraction, Task> RunAsync)
{
    /// <summary>It may be sent again when nobody knows whether it arrived.</summary>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>A message that says "once" is there afterwards, or (where it is not repeatable) may be.</summary>
    public bool Posts { get; init; }

    /// <summary>The interaction must have had its first answer.</summary>
    public bool NeedsAnswer => Route.Contains("webhooks", StringComparison.Ordinal);
}

/// <summary>Every request of every call: a call that is new is missing here, and a test says so.</summary>
internal static class ApiCalls
{
    private const string Messages = "/channels/{channel}/messages";
    private const string Webhook = "/webhooks/{application}/{token}";

    public static IReadOnlyList<ApiCall> All { get; } =
    [
        new(nameof(DiscordRest.GatewayAsync), "GET /gateway/bot", (api, _) => api.Rest.GatewayAsync(api.Stopping)),
        new(
            nameof(DiscordRest.ApplicationAsync),
            "GET /applications/@me",
            (api, _) => api.Rest.ApplicationAsync(api.Stopping)
        ),
        new(
            nameof(DiscordRest.IsInAnyServerAsync),
            "GET /users/@me/guilds",
            (api, _) => api.Rest.IsInAnyServerAsync(api.Stopping)
        ),
        new(nameof(DiscordRest.OwnIdAsync), "GET /users/@me", (api, _) => api.Rest.OwnIdAsync(api.Stopping)),
        .. Commands("/applications/{application}/commands", inGuild: false),
        .. Commands("/applications/{application}/guilds/{guild}/commands", inGuild: true),
        Channel("GET /channels/{channel}"),
        Channel("GET /users/@me"),
        Channel("GET /guilds/{guild}"),
        Channel("GET /guilds/{guild}/members/{user}"),
        new(
            nameof(DiscordRest.MessagesAsync),
            $"GET {Messages}",
            (api, _) => api.Rest.MessagesAsync(api.General.Id, 0, 10, api.Stopping)
        ),
        new(nameof(DiscordRest.PostAsync), $"POST {Messages}", (api, _) => api.PostAsync(api.General, "once"))
        {
            Posts = true,
        },
        new(
            nameof(DiscordRest.TellAsync),
            $"POST {Messages}",
            (api, _) => api.Rest.TellAsync(api.General.Id, ApiOnDiscord.Plain("once"), api.Stopping)
        )
        {
            Posts = true,
            IsRepeatable = false,
        },
        TellPerson("POST /users/@me/channels"),
        TellPerson($"POST {Messages}") with
        {
            IsRepeatable = false,
        },
        new(
            nameof(DiscordRest.ServerAsync),
            "GET /guilds/{guild}",
            (api, _) => api.Rest.ServerAsync(api.Guild, api.Stopping)
        ),
        new(
            nameof(DiscordRest.EditAsync),
            $"PATCH {Messages}/{{message}}",
            (api, _) =>
                api.Rest.EditAsync(
                    api.General.Id,
                    api.OwnMessage(api.General),
                    ApiOnDiscord.Plain("changed"),
                    api.Stopping
                )
        ),
        new(
            nameof(DiscordRest.StartThreadAsync),
            $"POST {Messages}/{{message}}/threads",
            (api, _) =>
                OnceAsync(api.Rest.StartThreadAsync(api.News.Id, api.OwnMessage(api.News), "talk", api.Stopping))
        ),
        new(
            nameof(DiscordRest.PostInForumAsync),
            "POST /channels/{channel}/threads",
            (api, _) => api.Rest.PostInForumAsync(api.Forum.Id, "A paper", [], ApiOnDiscord.Plain("once"), api.Stopping)
        )
        {
            Posts = true,
            IsRepeatable = false,
        },
        new(
            nameof(DiscordRest.CrosspostAsync),
            $"POST {Messages}/{{message}}/crosspost",
            (api, _) => OnceAsync(api.Rest.CrosspostAsync(api.News.Id, api.OwnMessage(api.News), api.Stopping))
        ),
        new(
            nameof(DiscordRest.OpenThreadsAsync),
            "GET /guilds/{guild}/threads/active",
            (api, _) => api.Rest.OpenThreadsAsync(api.Guild, api.Forum.Id, api.Stopping)
        ),
        new(
            nameof(DiscordRest.ArchivedPostsAsync),
            "GET /channels/{channel}/threads/archived/public",
            (api, _) => api.Rest.ArchivedPostsAsync(api.Forum.Id, DateTimeOffset.UnixEpoch, api.Stopping)
        ),
        new(
            nameof(DiscordRest.AnswerAsync),
            "POST /interactions/{interaction}/{token}/callback",
            (api, asked) =>
                api.Rest.AnswerAsync(
                    asked.Id,
                    asked.Token,
                    ApiOnDiscord.Json("""{"type":4,"data":{"content":"pong"}}"""),
                    api.Stopping
                )
        ),
        new(
            nameof(DiscordRest.EditAnswerAsync),
            $"PATCH {Webhook}/messages/{{message}}",
            (api, asked) =>
                api.Rest.EditAnswerAsync(
                    api.Application,
                    asked.Token,
                    ApiOnDiscord.Json("""{"content":"pong"}"""),
                    api.Stopping
                )
        ),
        new(
            nameof(DiscordRest.DeleteAnswerAsync),
            $"DELETE {Webhook}/messages/{{message}}",
            (api, asked) => api.Rest.DeleteAnswerAsync(api.Application, asked.Token, api.Stopping)
        ),
        new(
            nameof(DiscordRest.FollowUpAsync),
            $"POST {Webhook}",
            (api, asked) =>
                api.Rest.FollowUpAsync(
                    api.Application,
                    asked.Token,
                    ApiOnDiscord.Json("""{"content":"more"}"""),
                    api.Stopping
                )
        )
        {
            IsRepeatable = false,
        },
    ];

    public static ApiCall Of(string method, string route) =>
        All.Single(call => call.Method == method && call.Route == route);

    private static IEnumerable<ApiCall> Commands(string path, bool inGuild) =>
        [
            new(
                nameof(DiscordRest.CommandsAsync),
                $"GET {path}",
                async (api, _) =>
                    (await api.Rest.CommandsAsync(api.Application, inGuild ? api.Guild : null, api.Stopping)).Dispose()
            ),
            new(
                nameof(DiscordRest.SetCommandsAsync),
                $"PUT {path}",
                (api, _) =>
                    api.Rest.SetCommandsAsync(
                        api.Application,
                        inGuild ? api.Guild : null,
                        ApiOnDiscord.Commands,
                        api.Stopping
                    )
            ),
        ];

    // Discord refuses these the second time, which means that the first one arrived.
    private static async Task OnceAsync(Task call)
    {
        try
        {
            await call;
        }
        catch (DiscordProblem e) when (e.Code is DiscordProblem.ThreadExists or DiscordProblem.AlreadyCrossposted)
        {
            Assert.True(e.Status == 400);
        }
    }

    private static ApiCall Channel(string route) =>
        new(nameof(DiscordRest.ChannelAsync), route, (api, _) => api.Rest.ChannelAsync(api.General.Id, api.Stopping));

    private static ApiCall TellPerson(string route) =>
        new(
            nameof(DiscordRest.TellPersonAsync),
            route,
            (api, _) => api.Rest.TellPersonAsync(api.Discord.World.Tester.Id, ApiOnDiscord.Plain("once"), api.Stopping)
        )
        {
            Posts = true,
        };
}
