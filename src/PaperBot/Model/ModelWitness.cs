using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Skills.Model;
using PaperBot.Skills.Papers;

namespace PaperBot.Model;

/// <summary>Which model the endpoint says has answered; told to the operator where it is not the one that was asked for.</summary>
internal sealed partial class ModelWitness(IOptions<ModelOptions> options, ILogger<ModelWitness> logger)
{
    private const int LongestName = 80;

    private string? other;

    /// <summary>What it called itself last, where that is another name; else null.</summary>
    public string? Other => other;

    /// <param name="answer">The endpoint's JSON.</param>
    public void Hear(string answer)
    {
        // Azure's name is that of the deployment, which says nothing of the model.
        if (options.Value.Provider == ModelProvider.AzureOpenAI || Named().Match(answer) is not { Success: true } match)
        {
            return;
        }
        var name = PaperText.Clean(match.Groups["name"].Value);
        name = name.Length > LongestName ? name[..LongestName] : name;
        if (IsSame(name, options.Value.Name))
        {
            other = null;
        }
        else if (Interlocked.Exchange(ref other, name) != name)
        {
            LogOther(options.Value.Name, name);
        }
    }

    // "gpt-4o" answers as "gpt-4o-2024-08-06", "llama3.1" as "llama3.1:latest", "models/x.gguf" as "x"; but
    // "gpt-4o-mini" is another model.
    private static bool IsSame(string named, string asked) =>
        (Bare(named), Bare(asked)) is var (one, other) && (IsVersionOf(one, other) || IsVersionOf(other, one));

    private static string Bare(string name) => Around().Replace(name, "");

    private static bool IsVersionOf(string name, string of) =>
        name.StartsWith(of, StringComparison.OrdinalIgnoreCase) && Version().IsMatch(name[of.Length..]);

    [GeneratedRegex(@"^.*[/\\]|\.gguf$", RegexOptions.IgnoreCase)]
    private static partial Regex Around();

    [GeneratedRegex(@"^(?:[:@].*|-\d.*|-latest)?$")]
    private static partial Regex Version();

    [GeneratedRegex(@"""model""\s*:\s*""(?<name>[^""\\]{1,200})""")]
    private static partial Regex Named();

    [LoggerMessage(LogLevel.Warning, "The endpoint was asked for the model {Asked} and answered as {Named}.")]
    private partial void LogOther(string asked, string named);
}
