using Microsoft.Extensions.Configuration;
using PaperBot.Chat;

namespace PaperBot.Cli;

/// <summary>
/// Which settings there are: those of appsettings.json, which lists every one with its default, and the few that have
/// none. A misspelt one on the command line or in the environment is told instead of being ignored.
/// </summary>
internal static class KnownSettings
{
    // Without a default: secrets, and what only somebody's own installation knows.
    private static readonly string[] WithoutDefault =
    [
        "Discord:Token",
        "Discord:RestUrl",
        "Discord:GatewayUrl",
        "Discord:Channels:0",
        "Discord:TestGuildId",
        "Model:Endpoint",
        "Model:Name",
        "Model:ApiKey",
        "Model:ApiKeyFile",
        "Web:Url",
        "Web:PublicUrl",
        "Mail:Host",
        "Mail:Port",
        "Mail:Security",
        "Mail:User",
        "Mail:Password",
        "Mail:From",
    ];

    /// <param name="defaults">What appsettings.json beside the program says.</param>
    /// <exception cref="WrongUsageException">One of the names is no setting.</exception>
    public static void Check(IConfiguration defaults, IEnumerable<string> arguments, IEnumerable<string> environment)
    {
        var known = defaults.AsEnumerable().Where(setting => setting.Value is not null).Select(setting => setting.Key);
        var all = known.Concat(WithoutDefault).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in arguments.Where(name => !IsKnown(name, all)))
        {
            throw new WrongUsageException($"There is no setting {name}.{Hint(name, all)}");
        }
        foreach (
            var variable in environment.Where(name =>
                name.StartsWith(HostFactory.EnvironmentPrefix, StringComparison.Ordinal)
            )
        )
        {
            var name = variable[HostFactory.EnvironmentPrefix.Length..].Replace("__", ":", StringComparison.Ordinal);
            if (!IsKnown(name, all))
            {
                throw new WrongUsageException(
                    $"The environment variable {variable} names no setting.{Hint(name, all)}"
                );
            }
        }
    }

    // A file of settings is shown around, copied and committed.
    private static readonly string[] Secrets = ["Discord:Token", "Model:ApiKey", "Mail:Password"];

    /// <param name="files">What the settings files say.</param>
    /// <exception cref="WrongUsageException">One of them holds a secret.</exception>
    public static void CheckSecrets(IConfiguration files)
    {
        if (Array.Find(Secrets, name => !string.IsNullOrWhiteSpace(files[name])) is { } secret)
        {
            throw new WrongUsageException(
                $"{secret} stands in appsettings.json, which is no place for a secret. Take it out and set {HostFactory.EnvironmentPrefix}{secret.Replace(":", "__", StringComparison.Ordinal)} in the environment."
            );
        }
    }

    // Logging has categories that nobody can list; a list has as many places as one likes (Sources:Arxiv:Categories:7).
    private static bool IsKnown(string name, HashSet<string> all) =>
        all.Contains(name)
        || name.StartsWith("Logging:", StringComparison.OrdinalIgnoreCase)
        || (
            name.LastIndexOf(':') is var colon and > 0
            && int.TryParse(name[(colon + 1)..], out _)
            && all.Contains(name[..colon] + ":0")
        );

    private static string Hint(string name, HashSet<string> all)
    {
        var nearest = all.MinBy(known => Spelling.Distance(name.ToUpperInvariant(), known.ToUpperInvariant()))!; // never empty
        return Spelling.Distance(name.ToUpperInvariant(), nearest.ToUpperInvariant()) <= 4
            ? $" Did you mean {nearest}?"
            : " The README lists them all.";
    }
}
