using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace PaperBot.Cli;

/// <summary>A wrong setting as one sentence that names it.</summary>
internal static partial class SettingsProblem
{
    /// <returns>Null where the exception is not about settings.</returns>
    public static string? Sentence(Exception exception) =>
        exception switch
        {
            // One at a time: often the second is the first once more.
            AggregateException { InnerExceptions: [var first, ..] } => Sentence(first),
            OptionsValidationException wrong => Own(wrong.Failures.First()),
            InvalidOperationException { Message: var message }
                when Conversion().Match(message) is { Success: true } match =>
                $"The setting {match.Groups["name"]} is '{match.Groups["value"]}', which is not {Kind(match.Groups["type"].Value)}. "
                    + "Correct it in appsettings.json, in the environment or on the command line.",
            InvalidDataException { InnerException: { } inner } file =>
                $"{file.Message.TrimEnd('.')}: {inner.InnerException?.Message ?? inner.Message}",
            _ => null,
        };

    // Data annotations wrap the sentence that we wrote into one of their own.
    private static string Own(string failure) =>
        Annotation().Match(failure) is { Success: true } match ? match.Groups["own"].Value : failure;

    private static string Kind(string type) =>
        type switch
        {
            "System.Boolean" => "true or false",
            "System.Uri" => "an address",
            "System.TimeOnly" or "System.TimeSpan" => "a time",
            "System.Decimal" => "a number",
            "PaperBot.Skills.Model.ModelProvider" => "None, OpenAI or AzureOpenAI",
            _ => "a whole number",
        };

    [GeneratedRegex(@"with the error: '(?<own>.*)'\.?$", RegexOptions.Singleline)]
    private static partial Regex Annotation();

    [GeneratedRegex(
        "^Failed to convert configuration value '(?<value>.*)' at '(?<name>[^']+)' to type '(?<type>[^']+)'"
    )]
    private static partial Regex Conversion();
}
