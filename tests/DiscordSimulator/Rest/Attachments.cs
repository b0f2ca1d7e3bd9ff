using System.Globalization;
using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator.Rest;

/// <summary>Files of messages: which a body names, which stay, and what is wrong with them (reference, uploading files). Pure.</summary>
internal static class Attachments
{
    private const int Most = 10;
    private const int LongestDescription = 1024;
    private const long MostBytes = 10 << 20;
    private const string Scheme = "attachment://";

    /// <param name="before">The message that is edited; null for a new one.</param>
    public static RestAnswer? Refuse(JsonObject body, IReadOnlyList<SentFile> files, JsonObject? before)
    {
        if (files.Any(file => file.Bytes > MostBytes))
        {
            return DiscordErrors.TooLarge;
        }
        var errors = new FormErrors();
        foreach (var (named, path) in errors.List(body, "", "attachments", Most))
        {
            errors.Text(named, path, "description", LongestDescription);
            if (FileOf(named, files) is null && Kept(named, before) is null)
            {
                errors.Add($"{path}.id", "ATTACHMENT_NOT_FOUND", "Attachment could not be found");
            }
        }
        if (files.Count > Most)
        {
            errors.Add("files", "BASE_TYPE_MAX_LENGTH", $"Must be {Most} or fewer in length.");
        }
        foreach (var (embed, path) in errors.List(body, "", "embeds", Most))
        {
            if (NameIn(embed) is { } name && !Names(body, files, before).Contains(name))
            {
                errors.Add($"{path}.image.url", "ATTACHMENT_NOT_FOUND", "Attachment could not be found");
            }
        }
        return errors.Any ? errors.Answer : null;
    }

    /// <summary>Puts the files of a body into a message: those it names, or, where it names none, all new ones too.</summary>
    /// <returns>The new files by the id that they have now.</returns>
    public static IReadOnlyList<(string Id, SentFile File)> Put(
        JsonObject message,
        JsonObject body,
        IReadOnlyList<SentFile> files
    )
    {
        var given = new List<(string, SentFile)>();
        var list = new JsonArray();
        foreach (var entry in Entries(body, message, files))
        {
            if (Kept(entry, message) is { } kept)
            {
                list.Add(kept.DeepClone());
            }
            else if (FileOf(entry, files) is { } file)
            {
                var id = IdOf(message, list.Count);
                list.Add(Json($"{id}", file, entry["description"]?.ToString()));
                given.Add(($"{id}", file));
            }
        }
        message["attachments"] = list;
        Show(message);
        return given;
    }

    // Greater than any that the message has had: no id is given twice.
    private static ulong IdOf(JsonObject message, int place)
    {
        var own = Number(message["id"]);
        var last = (message["attachments"] as JsonArray ?? []).Select(one => Number(one!["id"])).Append(own).Max();
        return last + 1 + (ulong)place;
    }

    private static ulong Number(JsonNode? id) => ulong.Parse(id!.ToString(), CultureInfo.InvariantCulture); // New and Json wrote it

    private static IEnumerable<JsonObject> Entries(JsonObject body, JsonObject message, IReadOnlyList<SentFile> files)
    {
        if (body["attachments"] is JsonArray named)
        {
            return named.OfType<JsonObject>();
        }
        var old = (message["attachments"] as JsonArray ?? []).OfType<JsonObject>();
        return [.. old, .. files.Select(file => new JsonObject { ["id"] = $"{file.Number}" })];
    }

    // As Discord does: the picture of an embed gets an address and the description of the file.
    private static void Show(JsonObject message)
    {
        foreach (var embed in (message["embeds"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var file = (message["attachments"] as JsonArray ?? []).FirstOrDefault(one =>
                NameIn(embed) is { } name && one!["filename"]!.ToString() == name
            );
            if (file is not null)
            {
                embed["image"] = new JsonObject
                {
                    ["url"] = file["url"]!.ToString(),
                    ["proxy_url"] = file["proxy_url"]!.ToString(),
                };
                if (file["description"] is { } text)
                {
                    embed["image"]!["description"] = text.ToString();
                }
            }
        }
    }

    private static string? NameIn(JsonObject embed) =>
        embed["image"]?["url"]?.ToString() is { } url && url.StartsWith(Scheme, StringComparison.Ordinal)
            ? url[Scheme.Length..]
            : null;

    private static IEnumerable<string> Names(JsonObject body, IReadOnlyList<SentFile> files, JsonObject? before) =>
        Entries(body, before ?? [], files)
            .Select(entry => FileOf(entry, files)?.Name ?? Kept(entry, before)?["filename"]?.ToString())
            .OfType<string>();

    private static SentFile? FileOf(JsonObject entry, IReadOnlyList<SentFile> files) =>
        files.FirstOrDefault(file => entry["id"]?.ToString() == $"{file.Number}");

    private static JsonObject? Kept(JsonObject entry, JsonObject? before) =>
        (before?["attachments"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .FirstOrDefault(one => one["id"]?.ToString() == entry["id"]?.ToString());

    private static JsonObject Json(string id, SentFile file, string? description)
    {
        var json = new JsonObject
        {
            ["id"] = id,
            ["filename"] = file.Name,
            ["size"] = file.Bytes,
            ["url"] = $"https://cdn.invalid/{id}/{file.Name}",
            ["proxy_url"] = $"https://cdn.invalid/{id}/{file.Name}",
            ["content_type"] = file.ContentType,
        };
        if (description is not null)
        {
            json["description"] = description;
        }
        return json;
    }
}
