using System.Globalization;
using System.Text.Json;
using Json.Schema;
using Json.Schema.Keywords;

namespace PaperBot.DiscordSimulator.Spec;

/// <summary>The description's schemas, built once, and the judgement of values by them.</summary>
internal sealed class SpecSchemas
{
    private const string Address = "https://discord.invalid/description";

    private static readonly Dialect Dialect = Dialect
        .Draft202012.Without([MaxLengthKeyword.Instance, MinLengthKeyword.Instance])
        .With(
            [new MaxCharacters(), new MinCharacters()],
            new Uri("https://discord.invalid/dialect"),
            // The description has members of its own beside those of JSON Schema.
            allowUnknownKeywords: true
        );

    // The quick one says yes or no; only what is wrong is evaluated again for the reasons.
    private static readonly EvaluationOptions Quick = Options(OutputFormat.Flag);
    private static readonly EvaluationOptions Telling = Options(OutputFormat.Hierarchical);
    private readonly BuildOptions building = new() { Dialect = Dialect, SchemaRegistry = new SchemaRegistry() };

    static SpecSchemas() => SpecProblems.Word();

    /// <param name="components">The named schemas; they link to one another with <see cref="LinkTo"/>.</param>
    public SpecSchemas(JsonElement components)
    {
        var all = new Dictionary<string, object> { ["$id"] = Address, ["$defs"] = components };
        JsonSchema.Build(JsonSerializer.SerializeToElement(all), building);
    }

    /// <summary>What stands before a named schema in a link to it.</summary>
    public static string LinkTo => $"{Address}#/$defs/";

    public JsonSchema Build(JsonElement schema) => JsonSchema.Build(schema, building);

    /// <summary>Each problem as "/path must …"; empty when the value is valid in one of its meanings.</summary>
    public static IReadOnlyList<string> Problems(JsonSchema schema, params IReadOnlyList<JsonElement> meanings) =>
        meanings.Any(value => schema.Evaluate(value, Quick).IsValid)
            ? []
            : SpecProblems.Of(meanings.Select(value => schema.Evaluate(value, Telling)));

    private static EvaluationOptions Options(OutputFormat output)
    {
        // Formats that are not known hold: nonce and double say nothing that the type does not.
        var formats = new FormatRegistry();
        formats.Register(Text("snowflake", text => ulong.TryParse(text, NumberStyles.None, null, out _)));
        formats.Register(Number("int32", number => double.IsInteger(number) && int.CreateSaturating(number) == number));
        formats.Register(Number("int64", double.IsInteger));
        var options = new EvaluationOptions
        {
            OutputFormat = output,
            RequireFormatValidation = true,
            FormatRegistry = formats,
        };
        options.IgnoreAllAnnotations();
        return options;
    }

    private static PredicateFormat Text(string name, Func<string, bool> holds) =>
        new(name, value => value.ValueKind != JsonValueKind.String || holds(value.GetString()!)); // A string has text.

    private static PredicateFormat Number(string name, Func<double, bool> holds) =>
        new(name, value => value.ValueKind != JsonValueKind.Number || holds(value.GetDouble()));
}
