namespace PaperBot.DiscordSimulator.Rest;

/// <summary>One route as it was met: its template, its major parameter and what answers it.</summary>
/// <param name="Template">As in the rate limits, for example <c>POST /channels/{channel}/messages</c>.</param>
/// <param name="Major">The channel, guild or webhook by which Discord counts separately.</param>
/// <param name="Open">No bot token is asked for; the token is in the path. Outside the global limit too.</param>
internal sealed record Route(string Template, string Major, Func<RestRequest, RestAnswer> Answer, bool Open = false);

/// <summary>The table of contents of the API.</summary>
internal sealed class RestRoutes(
    WorldRoutes world,
    CommandRoutes commands,
    MessageRoutes messages,
    ThreadRoutes threads,
    InteractionRoutes interactions
)
{
    public Route? Find(RestRequest request) =>
        (request.Method, request.Segments) switch
        {
            (_, ["interactions", ..]) => Interaction(request),
            (_, ["webhooks", ..]) => Webhook(request),
            (_, ["channels", ..]) => Channel(request),
            (_, ["applications", var id, ..]) when id != "@me" => Command(request),
            (_, ["guilds", ..]) => Guild(request),
            ("GET", ["gateway"]) => new("GET /gateway", "", _ => world.GatewayUrl(), Open: true),
            ("GET", ["gateway", "bot"]) => new("GET /gateway/bot", "", _ => world.GatewayBot()),
            ("GET", ["users", "@me"]) => new("GET /users/@me", "", _ => world.Me()),
            ("POST", ["users", "@me", "channels"]) => new("POST /users/@me/channels", "", world.OpenDirect),
            ("GET", ["users", var id]) => new("GET /users/{user}", "", _ => world.User(id)),
            ("GET", ["users", "@me", "guilds"]) => new("GET /users/@me/guilds", "", world.MyGuilds),
            ("GET", ["applications", "@me"]) => new("GET /applications/@me", "", _ => world.Application()),
            ("GET", ["oauth2", "applications", "@me"]) => new(
                "GET /oauth2/applications/@me",
                "",
                _ => world.Application()
            ),
            _ => null,
        };

    private Route? Interaction(RestRequest request) =>
        (request.Method, request.Segments) switch
        {
            ("POST", [_, var id, var token, "callback"]) => new(
                "POST /interactions/{interaction}/{token}/callback",
                id,
                r => interactions.Callback(r, id, token),
                Open: true
            ),
            _ => null,
        };

    private Route? Webhook(RestRequest request)
    {
        const string All = "/webhooks/{application}/{token}";
        const string One = All + "/messages/{message}";
        return (request.Method, request.Segments) switch
        {
            ("POST", [_, _, var token]) => new($"POST {All}", token, r => interactions.FollowUp(r, token), Open: true),
            ("GET", [_, _, var token, "messages", var m]) => new(
                $"GET {One}",
                token,
                _ => interactions.Get(token, m),
                Open: true
            ),
            ("PATCH", [_, _, var token, "messages", var m]) => new(
                $"PATCH {One}",
                token,
                r => interactions.Edit(r, token, m),
                Open: true
            ),
            ("DELETE", [_, _, var token, "messages", var m]) => new(
                $"DELETE {One}",
                token,
                _ => interactions.Delete(token, m),
                Open: true
            ),
            _ => null,
        };
    }

    private Route? Channel(RestRequest request)
    {
        const string All = "/channels/{channel}/messages";
        return (request.Method, request.Segments) switch
        {
            ("GET", [_, var c]) => new("GET /channels/{channel}", c, _ => world.Channel(c)),
            ("GET", [_, var c, "messages"]) => new($"GET {All}", c, r => messages.List(r, c)),
            ("POST", [_, var c, "messages"]) => new($"POST {All}", c, r => messages.Post(r, c)),
            ("GET", [_, var c, "messages", var m]) => new($"GET {All}/{{message}}", c, _ => messages.Get(c, m)),
            ("PATCH", [_, var c, "messages", var m]) => new($"PATCH {All}/{{message}}", c, r => messages.Edit(r, c, m)),
            ("DELETE", [_, var c, "messages", var m]) => new(
                $"DELETE {All}/{{message}}",
                c,
                _ => messages.Delete(c, m)
            ),
            ("POST", [_, var c, "messages", var m, "crosspost"]) => new(
                $"POST {All}/{{message}}/crosspost",
                c,
                _ => messages.Crosspost(c, m)
            ),
            ("POST", [_, var c, "messages", var m, "threads"]) => new(
                $"POST {All}/{{message}}/threads",
                c,
                r => threads.Start(r, c, m)
            ),
            ("POST", [_, var c, "threads"]) => new("POST /channels/{channel}/threads", c, r => threads.Post(r, c)),
            ("GET", [_, var c, "threads", "archived", "public"]) => new(
                "GET /channels/{channel}/threads/archived/public",
                c,
                r => threads.Archived(r, c)
            ),
            _ => null,
        };
    }

    private Route? Guild(RestRequest request) =>
        (request.Method, request.Segments) switch
        {
            ("GET", [_, var g]) => new("GET /guilds/{guild}", g, _ => world.Guild(g)),
            ("GET", [_, var g, "channels"]) => new("GET /guilds/{guild}/channels", g, _ => world.Channels(g)),
            ("GET", [_, var g, "threads", "active"]) => new(
                "GET /guilds/{guild}/threads/active",
                g,
                _ => threads.Active(g)
            ),
            ("GET", [_, var g, "roles"]) => new("GET /guilds/{guild}/roles", g, _ => world.Roles(g)),
            ("GET", [_, var g, "members", var user]) => new(
                "GET /guilds/{guild}/members/{user}",
                g,
                _ => world.Member(g, user)
            ),
            _ => null,
        };

    private Route? Command(RestRequest request)
    {
        var (application, guild, command) = request.Segments switch
        {
            [_, var a, "commands"] => (a, null, null),
            [_, var a, "commands", var c] => (a, null, c),
            [_, var a, "guilds", var g, "commands"] => (a, g, null),
            [_, var a, "guilds", var g, "commands", var c] => (a, g, c),
            _ => (null, (string?)null, (string?)null),
        };
        if (application is null)
        {
            return null;
        }
        var place = guild is null ? "/applications/{application}" : "/applications/{application}/guilds/{guild}";
        var template = $"{request.Method} {place}/commands{(command is null ? "" : "/{command}")}";
        Func<RestRequest, RestAnswer>? answer = (request.Method, command) switch
        {
            ("GET", null) => r => commands.List(r, application, guild),
            ("PUT", null) => r => commands.Overwrite(r, application, guild),
            ("POST", null) => r => commands.Create(r, application, guild),
            ("GET", { } c) => _ => commands.Get(application, guild, c),
            ("PATCH", { } c) => r => commands.Edit(r, application, guild, c),
            ("DELETE", { } c) => _ => commands.Delete(application, guild, c),
            _ => null,
        };
        return answer is null ? null : new Route(template, guild ?? application, answer);
    }
}
