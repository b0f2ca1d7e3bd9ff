using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator.Rest;

/// <summary>Application commands, global and per guild (interactions/application-commands).</summary>
internal sealed class CommandRoutes(World world, CommandTable table, Snowflakes ids)
{
    public RestAnswer List(RestRequest request, string application, string? guild) =>
        Scope(application, guild, out var scope)
        ?? RestAnswer.Ok(
            new JsonArray([.. table.All(scope).Select(c => Shown(c, request.Asks("with_localizations")))])
        );

    public RestAnswer Get(string application, string? guild, string command)
    {
        if (Scope(application, guild, out var scope) is { } refused)
        {
            return refused;
        }
        return table.All(scope).Find(c => c["id"]?.ToString() == command) is { } found
            ? RestAnswer.Ok(found.DeepClone())
            : DiscordErrors.UnknownCommand;
    }

    /// <summary>PUT: the whole list; commands with a known name and type keep their id.</summary>
    public RestAnswer Overwrite(RestRequest request, string application, string? guild)
    {
        if (Scope(application, guild, out var scope) is { } refused)
        {
            return refused;
        }
        var bodies = (request.Json as JsonArray ?? throw new JsonException("Not a list."))
            .OfType<JsonObject>()
            .ToList();
        var errors = new FormErrors();
        for (var i = 0; i < bodies.Count; i++)
        {
            CommandLimits.Check(bodies[i], $"{i}", errors);
        }
        if (errors.Any)
        {
            return errors.Answer;
        }
        if (!CommandLimits.Fit(bodies))
        {
            return RestAnswer.Error(400, 30032, "Maximum number of application commands reached (100).");
        }
        table.Replace(scope, bodies.Select(body => Make(body, scope, table.Find(scope, body))));
        return RestAnswer.Ok(new JsonArray([.. table.All(scope).Select(c => c.DeepClone())]));
    }

    /// <summary>POST: a new command, or the one of that name overwritten.</summary>
    public RestAnswer Create(RestRequest request, string application, string? guild)
    {
        if (Scope(application, guild, out var scope) is { } refused)
        {
            return refused;
        }
        var errors = new FormErrors();
        CommandLimits.Check(request.Object, "", errors);
        if (errors.Any)
        {
            return errors.Answer;
        }
        var old = table.Find(scope, request.Object);
        var made = Make(request.Object, scope, old);
        if (!CommandLimits.Fit(table.All(scope).Where(c => c != old).Append(made)))
        {
            return RestAnswer.Error(400, 30032, "Maximum number of application commands reached (100).");
        }
        table.Put(scope, made, old);
        return new RestAnswer(old is null ? 201 : 200, made.DeepClone());
    }

    public RestAnswer Edit(RestRequest request, string application, string? guild, string command)
    {
        if (Scope(application, guild, out var scope) is { } refused)
        {
            return refused;
        }
        if (table.All(scope).Find(c => c["id"]?.ToString() == command) is not { } old)
        {
            return DiscordErrors.UnknownCommand;
        }
        var merged = (JsonObject)old.DeepClone();
        foreach (var (name, value) in request.Object)
        {
            merged[name] = value?.DeepClone();
        }
        var errors = new FormErrors();
        CommandLimits.Check(merged, "", errors);
        if (errors.Any)
        {
            return errors.Answer;
        }
        var made = Make(merged, scope, old);
        table.Put(scope, made, old);
        return RestAnswer.Ok(made.DeepClone());
    }

    public RestAnswer Delete(string application, string? guild, string command)
    {
        if (Scope(application, guild, out var scope) is { } refused)
        {
            return refused;
        }
        return table.Remove(scope, command) ? RestAnswer.Nothing : DiscordErrors.UnknownCommand;
    }

    private RestAnswer? Scope(string application, string? guild, out ulong? scope)
    {
        scope = null;
        if (application != $"{world.Bot.Id}")
        {
            return DiscordErrors.UnknownApplication;
        }
        if (guild is not null)
        {
            if (!ulong.TryParse(guild, out var id) || !world.GuildTable.ContainsKey(id))
            {
                return DiscordErrors.MissingAccess;
            }
            scope = id;
        }
        return null;
    }

    private JsonObject Make(JsonObject body, ulong? guild, JsonObject? old)
    {
        var made = new JsonObject
        {
            ["id"] = old?["id"]?.ToString() ?? $"{ids.Next()}",
            ["application_id"] = $"{world.Bot.Id}",
            ["version"] = $"{ids.Next()}",
            ["default_member_permissions"] = body["default_member_permissions"]?.ToString(),
            ["type"] = CommandLimits.TypeOf(body),
            ["name"] = body["name"]?.ToString(),
            ["name_localizations"] = body["name_localizations"]?.DeepClone(),
            ["description"] = body["description"]?.ToString() ?? "",
            ["description_localizations"] = body["description_localizations"]?.DeepClone(),
            ["nsfw"] = body["nsfw"]?.DeepClone() ?? false,
        };
        if (guild is { } id)
        {
            made["guild_id"] = $"{id}";
        }
        else
        {
            made["dm_permission"] = body["dm_permission"]?.DeepClone() ?? true;
            made["contexts"] = body["contexts"]?.DeepClone();
            made["integration_types"] = body["integration_types"]?.DeepClone() ?? new JsonArray(0);
        }
        if (body["options"] is JsonArray { Count: > 0 } options)
        {
            made["options"] = options.DeepClone();
        }
        return made;
    }

    // Without with_localizations=true Discord leaves the translations out of lists.
    private static JsonNode Shown(JsonObject command, bool translations)
    {
        var shown = command.DeepClone();
        if (!translations)
        {
            Strip(shown);
        }
        return shown;
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonObject o)
        {
            o.Remove("name_localizations");
            o.Remove("description_localizations");
            foreach (var child in (o["options"] as JsonArray ?? []).Concat(o["choices"] as JsonArray ?? []))
            {
                Strip(child);
            }
        }
    }
}
