using System.Globalization;
using System.Text.Json;

namespace PaperBot.DiscordChat;

/// <summary>Reads Discord's JSON; what is missing or of another kind than expected is null.</summary>
internal static class DiscordJson
{
    /// <summary>A snowflake: a number of 64 bits, written as text.</summary>
    public static ulong? IdOf(this JsonElement of, string name) =>
        ulong.TryParse(of.TextOf(name), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    public static string? TextOf(this JsonElement of, string name) =>
        of.PartOf(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static long? NumberOf(this JsonElement of, string name) =>
        of.PartOf(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number)
            ? number
            : null;

    /// <summary>Empty where it is no list.</summary>
    public static IEnumerable<JsonElement> ListOf(this JsonElement of, string name) =>
        of.PartOf(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    public static JsonElement? PartOf(this JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) ? value : null;
}
