namespace PaperBot.Chat;

/// <summary>All commands by name, in the order of /help.</summary>
internal sealed class CommandTable(IEnumerable<ICommand> commands)
{
    public IReadOnlyList<ICommand> All { get; } = [.. commands];

    public ICommand? Find(string name) => All.FirstOrDefault(command => command.Name == name);

    /// <summary>The commands of a group; none where there is no such group.</summary>
    public IReadOnlyList<ICommand> Group(string name) =>
        [.. All.Where(command => command.Name.StartsWith(name + " ", StringComparison.Ordinal))];

    /// <summary>The command that a line begins with, and what comes after its name.</summary>
    /// <param name="line">Without its slash.</param>
    /// <returns>No command where there is none; the name is then the first word.</returns>
    public (ICommand? Command, string Name, string Values) Read(string line)
    {
        var words = line.Split([' ', '\t', '\u00A0'], 3, StringSplitOptions.RemoveEmptyEntries);
        var name = words.ElementAtOrDefault(0)?.ToLowerInvariant() ?? "";
        if (words.Length > 1 && Find($"{name} {words[1].ToLowerInvariant()}") is { } grouped)
        {
            return (grouped, grouped.Name, words.ElementAtOrDefault(2)?.Trim() ?? "");
        }
        return (Find(name), name, name.Length > 0 ? line.TrimStart()[name.Length..].Trim() : "");
    }

    /// <summary>The command somebody may have meant; null where none is near.</summary>
    public ICommand? Nearest(string name) =>
        All.FirstOrDefault(command => command.Name.StartsWith(name, StringComparison.Ordinal) && name.Length > 1)
        ?? All.Select(command => (command, Distance: Spelling.Distance(name, command.Name)))
            .Where(found => found.Distance <= 2)
            .OrderBy(found => found.Distance)
            .Select(found => found.command)
            .FirstOrDefault();
}
