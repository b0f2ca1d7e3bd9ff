namespace PaperBot.Cli;

/// <summary>Pure: a command line parted into the verb with its words, and settings (<c>--Section:Key value</c>).</summary>
internal sealed record CliArguments(IReadOnlyList<string> Words, IReadOnlyDictionary<string, string?> Settings)
{
    /// <exception cref="WrongUsageException">A setting has no value.</exception>
    public static CliArguments Split(IReadOnlyList<string> args)
    {
        var words = new List<string>();
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < args.Count; i++)
        {
            if (!IsSetting(args[i]))
            {
                words.Add(args[i]);
                continue;
            }
            var name = args[i][2..];
            if (name.IndexOf('=', StringComparison.Ordinal) is var equals and > 0)
            {
                settings[name[..equals]] = name[(equals + 1)..];
            }
            else if (i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal))
            {
                settings[name] = args[++i];
            }
            else
            {
                throw new WrongUsageException($"The setting --{name} has no value. Write --{name} VALUE.");
            }
        }
        return new CliArguments(words, settings);
    }

    private static bool IsSetting(string arg)
    {
        var colon = arg.IndexOf(':', StringComparison.Ordinal);
        var equals = arg.IndexOf('=', StringComparison.Ordinal);
        return arg.StartsWith("--", StringComparison.Ordinal) && colon > 2 && (equals < 0 || colon < equals);
    }
}
