using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator.Rest;

/// <summary>The limits of application commands (interactions/application-commands), checked as Discord does. Pure.</summary>
internal static class CommandLimits
{
    private const int MostCharacters = 8000;

    /// <param name="path">Where the command stands in the body: empty, or its index in a list.</param>
    public static void Check(JsonObject command, string path, FormErrors errors)
    {
        var slash = TypeOf(command) == 1;
        errors.Text(command, path, "name", 32, 1);
        if (slash && command["name"]?.ToString() is { } name && !IsSlashName(name))
        {
            errors.Add(Join(path, "name"), "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
        if (slash)
        {
            errors.Text(command, path, "description", 100, 1);
        }
        Options(command, path, errors);
        if (Characters(command) > MostCharacters)
        {
            errors.Add(path, "APPLICATION_COMMAND_TOO_LARGE", $"Command exceeds maximum size ({MostCharacters})");
        }
    }

    public static int TypeOf(JsonObject command) =>
        command["type"] is JsonValue v && v.TryGetValue<int>(out var type) ? type : 1;

    /// <summary>100 slash commands, 15 user and 15 message commands.</summary>
    public static bool Fit(IEnumerable<JsonObject> commands) =>
        commands.CountBy(TypeOf).All(kind => kind.Value <= (kind.Key == 1 ? 100 : 15));

    private static void Options(JsonObject owner, string path, FormErrors errors)
    {
        var names = new HashSet<string>();
        var optional = false;
        foreach (var (option, at) in errors.List(owner, path, "options", 25))
        {
            errors.Text(option, at, "name", 32, 1);
            errors.Text(option, at, "description", 100, 1);
            if (option["name"]?.ToString() is { } name && !names.Add(name))
            {
                errors.Add(
                    $"{at}.name",
                    "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
                    "Option name already exists"
                );
            }
            var required = option["required"] is JsonValue v && v.TryGetValue<bool>(out var r) && r;
            if (required && optional)
            {
                errors.Add(
                    at,
                    "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                    "Required options must be placed before non-required options"
                );
            }
            optional |= !required;
            foreach (var (choice, where) in errors.List(option, at, "choices", 25))
            {
                errors.Text(choice, where, "name", 100, 1);
            }
            Options(option, at, errors);
        }
    }

    // Names, descriptions and values; of translations the longest counts.
    private static int Characters(JsonObject node)
    {
        var own = Longest(node, "name") + Longest(node, "description");
        own += node["value"] is JsonValue value ? value.ToString().Length : 0;
        var below = (node["options"] as JsonArray ?? []).Concat(node["choices"] as JsonArray ?? []);
        return own + below.OfType<JsonObject>().Sum(Characters);
    }

    private static int Longest(JsonObject node, string name)
    {
        var own = node[name] is JsonValue text ? text.ToString().Length : 0;
        var translated = (node[$"{name}_localizations"] as JsonObject ?? []).Select(t =>
            t.Value?.ToString().Length ?? 0
        );
        return translated.Append(own).Max();
    }

    private static bool IsSlashName(string name) =>
        name.All(c => c is '-' or '_' || c > 0x7F || char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c));

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
