using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace PaperBot.Sources.Reading;

/// <summary>
/// The fields of a JSON object, read with patience: names match in any case and with or without _ and -, a null is as
/// good as absent, and a value of the wrong type is read as what it says ("2024" is a year) or as nothing.
/// </summary>
internal readonly struct JsonFields
{
    private const int MostInList = 5_000;

    // Looked through once, because a reader asks for many names that are not there.
    private readonly List<(ulong Name, JsonElement Value)>? fields;

    public JsonFields(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }
        fields = [];
        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            {
                fields.Add((Fingerprint(JsonMarshal.GetRawUtf8PropertyName(property)), property.Value));
            }
        }
    }

    public bool IsObject => fields is not null;

    /// <param name="name">Lower case, letters and digits only.</param>
    public JsonElement? Find(ReadOnlySpan<byte> name)
    {
        if (fields is not null)
        {
            var wanted = Fingerprint(name);
            foreach (var field in fields)
            {
                if (field.Name == wanted)
                {
                    return field.Value;
                }
            }
        }
        return null;
    }

    public bool Has(ReadOnlySpan<byte> name) => Find(name) is not null;

    public JsonFields Inner(ReadOnlySpan<byte> name) => new(Find(name) ?? default);

    /// <summary>A text or a number as text; an array of texts as one text.</summary>
    public string? Text(ReadOnlySpan<byte> name) => Find(name) is { } value ? TextOf(value) : null;

    public int? Count(ReadOnlySpan<byte> name) =>
        Number(name) is >= 0 and <= int.MaxValue and var count ? (int)count : null;

    public double? Number(ReadOnlySpan<byte> name)
    {
        if (Find(name) is not { ValueKind: JsonValueKind.Number or JsonValueKind.String } value)
        {
            return null;
        }
        return
            double.TryParse(TextOf(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            ? number
            : null;
    }

    /// <summary>Texts, or the names of objects: ["a"], [{"name": "a"}].</summary>
    public IReadOnlyList<string> Texts(ReadOnlySpan<byte> name)
    {
        if (Find(name) is not { ValueKind: JsonValueKind.Array } array || array.GetArrayLength() == 0)
        {
            return [];
        }
        var texts = new List<string>(Math.Min(array.GetArrayLength(), MostInList));
        foreach (var item in array.EnumerateArray())
        {
            if (texts.Count < MostInList && NameOf(item) is { Length: > 0 } text)
            {
                texts.Add(text);
            }
        }
        return texts;
    }

    /// <summary>The day of an ISO date or time (in UTC), or of a number of seconds or milliseconds since 1970.</summary>
    public DateOnly? Day(ReadOnlySpan<byte> name) =>
        Number(name) is > 100_000_000 and < 1e13 and var stamp
            ? DateOnly.FromDateTime(DateTime.UnixEpoch.AddSeconds(stamp < 1e11 ? stamp : stamp / 1000))
            : Days.Read(Text(name));

    private static string? NameOf(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.Array)
        {
            // [last, first, suffix], as in arXiv's metadata snapshot
            var parts = item.EnumerateArray()
                .Select(TextOf)
                .Where(part => !string.IsNullOrWhiteSpace(part))
                .Take(3)
                .ToList();
            return parts.Count > 1 ? $"{parts[1]} {parts[0]}" : parts.FirstOrDefault();
        }
        if (item.ValueKind != JsonValueKind.Object)
        {
            return TextOf(item);
        }
        var person = new JsonFields(item);
        return person.Text("name"u8)
            ?? person.Text("fullname"u8)
            ?? person.Text("displayname"u8)
            ?? Joined(
                person.Text("given"u8) ?? person.Text("first"u8) ?? person.Text("firstname"u8),
                person.Text("family"u8) ?? person.Text("last"u8) ?? person.Text("lastname"u8)
            );
    }

    private static string? Joined(string? first, string? last) =>
        first is null ? last
        : last is null ? first
        : $"{first} {last}";

    private static string? TextOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => JsonText.Of(value),
            JsonValueKind.Number => JsonMarshal.GetRawUtf8Value(value) is var raw ? LenientText.Of(raw) : null,
            JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
                string.Join(' ', value.EnumerateArray().Take(MostInList).Select(JsonText.Of)),
            _ => null,
        };

    /// <summary>FNV-1a over the letters that count.</summary>
    private static ulong Fingerprint(ReadOnlySpan<byte> name)
    {
        var hash = 14695981039346656037;
        foreach (var letter in name)
        {
            if (letter is not ((byte)'_' or (byte)'-'))
            {
                hash = (hash ^ (letter is >= (byte)'A' and <= (byte)'Z' ? letter | 0x20u : letter)) * 1099511628211;
            }
        }
        return hash;
    }
}
