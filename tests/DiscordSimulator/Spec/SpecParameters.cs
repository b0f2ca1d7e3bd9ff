using System.Globalization;
using System.Text.Json;
using Json.Schema;
using Microsoft.AspNetCore.WebUtilities;

namespace PaperBot.DiscordSimulator.Spec;

/// <summary>The parameters of one operation, in its path and in its query.</summary>
internal sealed class SpecParameters
{
    private const NumberStyles Numeral = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
    private readonly string[] segments;
    private readonly Dictionary<string, Parameter> inPath = [];
    private readonly Dictionary<string, Parameter> inQuery = [];

    private sealed record Parameter(bool Required, Lazy<JsonSchema> Schema);

    public SpecParameters(string[] segments, JsonElement item, JsonElement operation, SpecSchemas schemas)
    {
        this.segments = segments;
        foreach (var parameter in Listed(item).Concat(Listed(operation)))
        {
            var schema = parameter.GetProperty("schema");
            var required = parameter.TryGetProperty("required", out var needed) && needed.GetBoolean();
            var place = parameter.GetProperty("in").GetString() == "path" ? inPath : inQuery;
            place[parameter.GetProperty("name").GetString()!] = new Parameter( // A name is a string.
                required,
                new Lazy<JsonSchema>(() => schemas.Build(schema))
            );
        }
    }

    /// <summary>Each problem as "{channel_id} must …" or "?limit must …".</summary>
    public IEnumerable<string> Problems(string path, string query)
    {
        foreach (var (name, value) in segments.Zip(path.Split('/', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (name[0] == '{' && inPath.TryGetValue(name.Trim('{', '}'), out var parameter))
            {
                foreach (var problem in Problems(parameter, [value]))
                {
                    yield return $"{name}{problem}";
                }
            }
        }
        var given = QueryHelpers.ParseQuery(query);
        foreach (var name in given.Keys.Where(name => !inQuery.ContainsKey(name)))
        {
            yield return $"?{name} is not a parameter of this operation";
        }
        foreach (var (name, parameter) in inQuery)
        {
            if (given.TryGetValue(name, out var values))
            {
                foreach (var problem in Problems(parameter, [.. values.Select(value => value ?? "")]))
                {
                    yield return $"?{name}{problem}";
                }
            }
            else if (parameter.Required)
            {
                yield return $"?{name} must be there";
            }
        }
    }

    private static IEnumerable<string> Problems(Parameter parameter, IReadOnlyList<string> values) =>
        SpecSchemas
            .Problems(parameter.Schema.Value, [.. Meanings(values)])
            // "/ must be…" is the value itself, "/0 must be…" the first of several.
            .Select(problem => problem.StartsWith("/ ", StringComparison.Ordinal) ? problem[1..] : problem);

    // An address holds text only: it may be meant as anything that reads like it.
    private static IEnumerable<JsonElement> Meanings(IReadOnlyList<string> values)
    {
        if (values is [var one])
        {
            yield return JsonSerializer.SerializeToElement(one);
            if (one is "true" or "false")
            {
                yield return JsonSerializer.SerializeToElement(one == "true");
            }
            if (decimal.TryParse(one, Numeral, CultureInfo.InvariantCulture, out var number))
            {
                yield return JsonSerializer.SerializeToElement(number);
            }
        }
        yield return JsonSerializer.SerializeToElement(values);
    }

    private static IEnumerable<JsonElement> Listed(JsonElement owner) =>
        owner.TryGetProperty("parameters", out var listed) ? listed.EnumerateArray() : [];
}
