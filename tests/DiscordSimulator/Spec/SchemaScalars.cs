using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PaperBot.DiscordSimulator;

/// <summary>Texts, numbers and sizes against the schema that asks for them. Pure.</summary>
internal static class SchemaScalars
{
    private static readonly TimeSpan PatternLimit = TimeSpan.FromSeconds(1);

    public static void Text(JsonElement schema, string text, string at, List<string> problems)
    {
        Count(schema, "minLength", "maxLength", text.EnumerateRunes().Count(), "characters", at, problems);
        if (schema.TryGetProperty("pattern", out var pattern))
        {
            var expression = pattern.GetString()!; // A pattern is a string.
            if (!Regex.IsMatch(text, expression, RegexOptions.CultureInvariant, PatternLimit))
            {
                problems.Add($"{At(at)} must match {expression}");
            }
        }
        var good = Format(schema) switch
        {
            "snowflake" => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
            "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            _ => true,
        };
        if (!good)
        {
            problems.Add($"{At(at)} must be a {Format(schema)}");
        }
    }

    public static void Number(JsonElement schema, JsonElement value, string at, List<string> problems)
    {
        var number = value.GetDouble();
        if (schema.TryGetProperty("minimum", out var least) && number < least.GetDouble())
        {
            problems.Add($"{At(at)} must be at least {least.GetRawText()}");
        }
        if (schema.TryGetProperty("maximum", out var most) && number > most.GetDouble())
        {
            problems.Add($"{At(at)} must be at most {most.GetRawText()}");
        }
        if (Format(schema) == "int32" && !value.TryGetInt32(out _))
        {
            problems.Add($"{At(at)} must be an int32");
        }
    }

    public static void Count(
        JsonElement schema,
        string least,
        string most,
        int count,
        string what,
        string at,
        List<string> problems
    )
    {
        if (schema.TryGetProperty(least, out var min) && count < min.GetInt32())
        {
            problems.Add($"{At(at)} must have at least {min.GetInt32()} {what}");
        }
        if (schema.TryGetProperty(most, out var max) && count > max.GetInt32())
        {
            problems.Add($"{At(at)} must have at most {max.GetInt32()} {what}");
        }
    }

    private static string? Format(JsonElement schema) =>
        schema.TryGetProperty("format", out var format) ? format.GetString() : null;

    public static string At(string path) => path.Length == 0 ? "/" : path;
}
