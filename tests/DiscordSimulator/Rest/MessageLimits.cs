using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator.Rest;

/// <summary>The limits of a message (resources/message, components/reference), checked as Discord does. Pure.</summary>
internal static class MessageLimits
{
    public const int ComponentsV2 = 1 << 15;
    private const int MostComponents = 40;
    private const int MostTextOfComponents = 4000;

    public static void Check(JsonObject body, int flags, FormErrors errors)
    {
        errors.Text(body, "", "content", 2000);
        errors.Text(body, "", "nonce", 25);
        AllowedMentions(body, errors);
        var total = 0;
        foreach (var (embed, path) in errors.List(body, "", "embeds", 10))
        {
            total += Embed(embed, path, errors);
        }
        if (total > 6000)
        {
            errors.Add("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
        }
        var v2 = (flags & ComponentsV2) != 0;
        if (v2)
        {
            NotWithComponentsV2(body, errors);
        }
        Components(body, v2, errors);
    }

    /// <summary>A modal: title, 1 to 5 components, ids that are unique.</summary>
    public static void CheckModal(JsonObject data, FormErrors errors)
    {
        errors.Text(data, "data", "title", 45, 1);
        errors.Text(data, "data", "custom_id", 100, 1);
        var seen = new HashSet<string>();
        foreach (var (component, path) in errors.List(data, "data", "components", 5, 1))
        {
            Component(component, path, errors, seen, legacyRow: false);
        }
    }

    public static bool IsEmpty(JsonObject message) =>
        string.IsNullOrWhiteSpace(message["content"]?.GetValue<string>())
        && message["embeds"] is not JsonArray { Count: > 0 }
        && message["components"] is not JsonArray { Count: > 0 }
        && message["attachments"] is not JsonArray { Count: > 0 }
        && message["sticker_ids"] is not JsonArray { Count: > 0 }
        && message["poll"] is null;

    private static void AllowedMentions(JsonObject body, FormErrors errors)
    {
        if (body["allowed_mentions"] is not JsonObject allowed)
        {
            return;
        }
        var parse = (allowed["parse"] as JsonArray ?? []).Select(kind => kind?.ToString()).ToList();
        foreach (var kind in (string[])["users", "roles"])
        {
            var ids = allowed[kind] as JsonArray ?? [];
            if (ids.Count > 100)
            {
                errors.Add($"allowed_mentions.{kind}", "BASE_TYPE_MAX_LENGTH", "Must be 100 or fewer in length.");
            }
            if (ids.Count > 0 && parse.Contains(kind))
            {
                errors.Add(
                    "allowed_mentions",
                    "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                    $"parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive."
                );
            }
        }
    }

    private static int Embed(JsonObject embed, string path, FormErrors errors)
    {
        errors.Text(embed, path, "title", 256);
        errors.Text(embed, path, "description", 4096);
        var length = Length(embed["title"]) + Length(embed["description"]);
        if (embed["footer"] is JsonObject footer)
        {
            errors.Text(footer, $"{path}.footer", "text", 2048, 1);
            length += Length(footer["text"]);
        }
        if (embed["author"] is JsonObject author)
        {
            errors.Text(author, $"{path}.author", "name", 256, 1);
            length += Length(author["name"]);
        }
        foreach (var (field, at) in errors.List(embed, path, "fields", 25))
        {
            errors.Text(field, at, "name", 256, 1);
            errors.Text(field, at, "value", 1024, 1);
            length += Length(field["name"]) + Length(field["value"]);
        }
        return length;
    }

    private static void NotWithComponentsV2(JsonObject body, FormErrors errors)
    {
        foreach (var name in (string[])["content", "embeds", "poll", "sticker_ids"])
        {
            if (body[name] is not null and not JsonArray { Count: 0 })
            {
                errors.Add(
                    name,
                    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    $"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
                );
            }
        }
    }

    private static void Components(JsonObject body, bool v2, FormErrors errors)
    {
        var seen = new HashSet<string>();
        foreach (var (component, path) in errors.List(body, "", "components", v2 ? MostComponents : 5))
        {
            if (!v2 && Number(component["type"]) != 1)
            {
                errors.Add($"{path}.type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1,).");
            }
            Component(component, path, errors, seen, legacyRow: !v2);
        }
        var all = All(body["components"]).ToList();
        if (all.Count > MostComponents)
        {
            errors.Add(
                "components",
                "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
                $"The total number of components in this message exceeds the limit ({MostComponents})"
            );
        }
        if (all.Where(c => Number(c["type"]) == 10).Sum(c => Length(c["content"])) > MostTextOfComponents)
        {
            errors.Add(
                "components",
                "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
                $"The total text displayed in this message exceeds the limit ({MostTextOfComponents})"
            );
        }
    }

    private static void Component(
        JsonObject component,
        string path,
        FormErrors errors,
        HashSet<string> seen,
        bool legacyRow
    )
    {
        var type = Number(component["type"]);
        var isLink = type == 2 && Number(component["style"]) is 5 or 6;
        if (type is >= 2 and <= 8 && !isLink)
        {
            errors.Text(component, path, "custom_id", 100, 1);
            if (component["custom_id"] is JsonValue id && !seen.Add(id.ToString()))
            {
                errors.Add(
                    $"{path}.custom_id",
                    "COMPONENT_CUSTOM_ID_DUPLICATED",
                    "Component custom id cannot be duplicated"
                );
            }
        }
        switch (type)
        {
            case 1:
                foreach (var (child, at) in errors.List(component, path, "components", 5, 1))
                {
                    Component(child, at, errors, seen, legacyRow);
                }
                break;
            case 2:
                errors.Text(component, path, "label", 80);
                errors.Text(component, path, "url", 512, isLink && Number(component["style"]) == 5 ? 1 : 0);
                break;
            case 3:
                errors.Text(component, path, "placeholder", 150);
                foreach (var (option, at) in errors.List(component, path, "options", 25, 1))
                {
                    errors.Text(option, at, "label", 100, 1);
                    errors.Text(option, at, "value", 100, 1);
                    errors.Text(option, at, "description", 100);
                }
                break;
            case 9:
                foreach (var (child, at) in errors.List(component, path, "components", 3, 1))
                {
                    Component(child, at, errors, seen, legacyRow);
                }
                if (component["accessory"] is JsonObject accessory)
                {
                    Component(accessory, $"{path}.accessory", errors, seen, legacyRow);
                }
                break;
            case 17:
                foreach (var (child, at) in errors.List(component, path, "components", MostComponents, 1))
                {
                    Component(child, at, errors, seen, legacyRow);
                }
                break;
            case 18:
                errors.Text(component, path, "label", 45, 1);
                errors.Text(component, path, "description", 100);
                if (component["component"] is JsonObject inner)
                {
                    Component(inner, $"{path}.component", errors, seen, legacyRow);
                }
                break;
        }
    }

    /// <summary>Every component in a list, with those inside others.</summary>
    public static IEnumerable<JsonObject> All(JsonNode? list)
    {
        foreach (var component in (list as JsonArray ?? []).OfType<JsonObject>())
        {
            yield return component;
            var inner = All(component["components"]);
            foreach (var child in component["accessory"] is JsonObject accessory ? inner.Prepend(accessory) : inner)
            {
                yield return child;
            }
        }
    }

    private static int Length(JsonNode? text) => text is JsonValue v && v.TryGetValue<string>(out var s) ? s.Length : 0;

    private static int Number(JsonNode? node) => node is JsonValue v && v.TryGetValue<int>(out var n) ? n : 0;
}
