using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PaperBot.Skills.Writing;

/// <summary>Pure: the JSON object in what a model answered. Models put it into a code fence, or a sentence before it.</summary>
internal static partial class JsonAnswer
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 16,
    };

    /// <summary>For what a model reads: letters as they are.</summary>
    public static JsonSerializerOptions Readable { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether the text is meant as JSON, readable or not.</summary>
    public static bool Looks(string answer) => Begin().IsMatch(answer);

    /// <returns>Null where there is none, or it is cut off or broken.</returns>
    public static JsonElement? Object(string answer)
    {
        var text = Thought().Replace(answer, "");
        var begin = text.IndexOf('{', StringComparison.Ordinal);
        var end = text.LastIndexOf('}');
        if (begin < 0 || end < begin)
        {
            return null;
        }
        try
        {
            using var json = JsonDocument.Parse(text.AsMemory(begin, end - begin + 1), Lenient);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text of a value; numbers as they are written, lists joined, null for anything else.</summary>
    public static string? Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Select(Text).OfType<string>()),
            JsonValueKind.Null => "",
            _ => null,
        };

    [GeneratedRegex(@"^\s*(?:```(?:json)?\s*)?[{\[]", RegexOptions.IgnoreCase)]
    private static partial Regex Begin();

    [GeneratedRegex(@"<think(?:ing)?>.*?</think(?:ing)?>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Thought();
}
