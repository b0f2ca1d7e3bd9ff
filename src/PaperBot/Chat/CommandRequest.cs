using PaperBot.Skills;

namespace PaperBot.Chat;

/// <summary>Who asks, on which platform.</summary>
/// <param name="Platform">Such as <c>terminal</c> or <c>discord</c>.</param>
/// <param name="Id">The platform's own id of the asker.</param>
/// <param name="IsOperator">Runs the bot: is not limited.</param>
internal sealed record Asker(string Platform, string Id, bool IsOperator = false)
{
    /// <summary>The platform's own id of the server where it is asked; empty outside any.</summary>
    public string Server { get; init; } = "";

    /// <summary>The platform's own id of the channel where it is asked; empty where there is none.</summary>
    public string Channel { get; init; } = "";

    /// <summary>As others there read it; empty where it is not known.</summary>
    public string Name { get; init; } = "";

    /// <summary>May change what concerns the whole server.</summary>
    public bool MayManage { get; init; }

    /// <summary>The asker's language as the platform names it, such as "de" or "pt-BR".</summary>
    public string Locale { get; init; } = "en";
}

/// <summary>What was asked: a command and the values of its options, checked against the command's own list.</summary>
internal sealed record CommandRequest(string Command, IReadOnlyDictionary<string, string> Values, Asker Asker)
{
    /// <summary>Hears what is ready of an answer that takes long; null where the platform cannot show it.</summary>
    public Action<Reply>? Progress { get; init; }

    public string Required(string option) =>
        Values.GetValueOrDefault(option) is { Length: > 0 } value
            ? value
            : throw new SkillException($"/{Command} needs {option}. Type /help {Command} for an example.");

    public string? Text(string option) => Values.GetValueOrDefault(option);

    public int? Number(string option) => Values.TryGetValue(option, out var value) ? int.Parse(value) : null;

    public CommandRequest With(string option, string value) =>
        this with
        {
            Values = new Dictionary<string, string>(Values) { [option] = value },
        };

    /// <summary>The line that asks the same; <see cref="CommandLine.Parse"/> reads it back.</summary>
    public string ToLine() =>
        string.Join(' ', Values.Select(value => $"{value.Key}:{Quoted(value.Value)}").Prepend($"/{Command}"));

    private static string Quoted(string value)
    {
        var plain = value.Replace('"', '\'');
        return plain.Any(char.IsWhiteSpace) ? $"\"{plain}\"" : plain;
    }
}
