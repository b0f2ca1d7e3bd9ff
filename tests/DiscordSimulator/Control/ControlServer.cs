using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PaperBot.DiscordSimulator.Control;

/// <summary>The typed members of <see cref="Simulator"/> as HTTP under /_sim, for when it runs alone (README.md).</summary>
internal sealed class ControlServer(Simulator discord)
{
    private readonly InteractionControl interactions = new(discord);

    public async Task HandleAsync(HttpContext http)
    {
        try
        {
            var body = await BodyAsync(http.Request);
            var segments = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries)[1..]; // Begins with /_sim.
            var answer = await AnswerAsync(http, segments, body);
            http.Response.StatusCode = answer is null ? 404 : 200;
            await WriteAsync(
                http,
                answer ?? new JsonObject { ["problem"] = "There is no such control. See README.md." }
            );
        }
        catch (Exception e)
            when (e is ArgumentException or JsonException or InvalidOperationException or FormatException)
        {
            http.Response.StatusCode = 400;
            await WriteAsync(http, new JsonObject { ["problem"] = Sentence(e) });
        }
    }

    private async Task<JsonNode?> AnswerAsync(HttpContext http, string[] segments, JsonObject body) =>
        (http.Request.Method, segments) switch
        {
            ("GET", []) => Summary(),
            ("GET", ["requests"]) => Requests(http.Request.Query["invalid"] == "true"),
            ("DELETE", ["requests"]) => Done(discord.Requests.Clear),
            ("GET", ["commands"]) => new JsonArray([.. discord.Commands().Select(c => c.DeepClone())]),
            ("GET", ["connections"]) => JsonSerializer.SerializeToNode(discord.Gateway.Clients, ControlJson.Options),
            ("POST", ["interactions"]) => await interactions.InjectAsync(body),
            ("POST", ["load"]) => JsonSerializer.SerializeToNode(
                await discord.LoadAsync(ControlJson.Load(body), http.RequestAborted),
                ControlJson.Options
            ),
            ("POST", ["dispatch"]) => Sent(body),
            ("POST", ["faults", "rest"]) => Done(() => discord.Faults.Add(ControlJson.Fault(body))),
            ("POST", ["faults", "gateway"]) => Done(() => GatewayControl.Do(discord, body)),
            ("DELETE", ["faults"]) => Done(ClearFaults),
            (_, ["guilds" or "channels", ..]) => Place(http.Request.Method, segments, body),
            _ => null,
        };

    private JsonNode? Place(string method, string[] segments, JsonObject body)
    {
        switch (method, segments)
        {
            case ("GET", ["guilds"]):
                return new JsonArray([.. discord.World.Guilds.Select(ControlJson.Guild)]);
            case ("POST", ["guilds"]) when body["count"] is { } count:
                return Done(() => discord.AddGuilds(count.GetValue<int>()));
            case ("POST", ["guilds"]):
                return ControlJson.Guild(discord.AddGuild(body["name"]?.ToString() ?? "guild"));
            case ("DELETE", ["guilds", var id]):
                return Done(() => discord.RemoveGuild(Guild(id)));
            case ("POST", ["guilds", var id, "outage"]):
                return Done(() => discord.GuildOutage(Guild(id)));
            case ("POST", ["guilds", var id, "channels"]):
                return ControlJson.Channel(Add(Guild(id), body));
            case ("DELETE", ["channels", var id]):
                return Done(() => discord.RemoveChannel(Channel(id)));
            case ("GET", ["channels", var id, "threads"]):
                return new JsonArray([.. discord.Threads(Channel(id)).Select(ControlJson.Channel)]);
            case ("POST", ["channels", var id, "archive"]):
                var locked = body["locked"]?.GetValue<bool>() ?? false;
                return Done(() => discord.Archive(Channel(id), locked));
            case ("GET", ["channels", var id, "messages"]):
                return new JsonArray([.. Channel(id).Messages.Select(m => m.Json.DeepClone())]);
            case ("POST", ["channels", var id, "messages"]):
                return discord.TypeMessage(body["content"]?.ToString() ?? "", Channel(id)).Json.DeepClone();
            case ("PUT", ["channels", var id, "permissions"]):
                var bits = ulong.Parse(body["permissions"]?.ToString() ?? "");
                return Done(() => Channel(id).BotPermissions = (Permissions)bits);
            default:
                return null;
        }
    }

    private Channel Add(Guild guild, JsonObject body)
    {
        var type = body["type"]?.GetValue<int>() ?? 0;
        var channel = discord.AddChannel(guild, body["name"]?.ToString() ?? "channel", type);
        var tags = (body["tags"] as JsonArray ?? []).Select(tag => tag?.ToString() ?? "");
        channel.Tags = [.. tags.Select((tag, i) => new ForumTag(channel.Id + 1 + (ulong)i, tag))];
        channel.RequiresTag = body["require_tag"]?.GetValue<bool>() ?? false;
        return channel;
    }

    private JsonObject Summary() =>
        new()
        {
            ["rest"] = discord.RestAddress.ToString(),
            ["gateway"] = discord.GatewayAddress.ToString(),
            ["ready"] = discord.Gateway.IsReady,
            ["guilds"] = discord.World.GuildTable.Count,
            ["requests"] = discord.Requests.Count,
            ["statuses"] = JsonSerializer.SerializeToNode(discord.Requests.Statuses),
            ["invalid_requests"] = discord.InvalidRequests.Count,
            ["session_starts_left"] = discord.Gateway.SessionStartsLeft,
            ["faults_waiting"] = discord.Faults.Waiting.Count,
        };

    private JsonNode? Requests(bool invalid) =>
        JsonSerializer.SerializeToNode(invalid ? discord.InvalidRequests : discord.Requests.All, ControlJson.Options);

    private JsonObject Sent(JsonObject body)
    {
        ulong? guild = body["guild"] is { } id ? ulong.Parse(id.ToString()) : null;
        var name =
            body["t"]?.ToString() ?? throw new ArgumentException("The event's name is missing: t.", nameof(body));
        return new JsonObject { ["sent"] = discord.Gateway.Dispatch(name, body["d"]?.DeepClone(), guild) };
    }

    private void ClearFaults()
    {
        discord.Faults.Clear();
        discord.Gateway.ClearFaults();
        discord.RestoreToken();
        discord.ClockSkew = TimeSpan.Zero;
    }

    private static JsonObject Done(Action action)
    {
        action();
        return new JsonObject { ["done"] = true };
    }

    private Guild Guild(string id) =>
        discord.World.Guilds.FirstOrDefault(g => $"{g.Id}" == id)
        ?? throw new ArgumentException($"No guild {id}.", nameof(id));

    private Channel Channel(string id) =>
        discord.World.Named(id) ?? throw new ArgumentException($"No channel {id}.", nameof(id));

    private static async Task<JsonObject> BodyAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync();
        return text.Length == 0
            ? []
            : JsonNode.Parse(text) as JsonObject ?? throw new JsonException("The body is not an object.");
    }

    // Without the name of a parameter that nobody outside knows.
    private static string Sentence(Exception e) =>
        e is ArgumentException { ParamName: { } name }
            ? e.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
            : e.Message;

    private static Task WriteAsync(HttpContext http, JsonNode answer)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(answer.ToJsonString(ControlJson.Options) + "\n");
    }
}
