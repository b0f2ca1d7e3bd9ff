namespace PaperBot.Chat;

/// <summary>All commands by name, in the order of /help.</summary>
internal sealed class CommandTable(IEnumerable<ICommand> commands)
{
    public IReadOnlyList<ICommand> All { get; } = [.. commands];

    public ICommand? Find(string name) => All.FirstOrDefault(command => command.Name == name);

    /// <summary>The command somebody may have meant; null where none is near.</summary>
    public ICommand? Nearest(string name) =>
        All.FirstOrDefault(command => command.Name.StartsWith(name, StringComparison.Ordinal) && name.Length > 1)
        ?? All.Select(command => (command, Distance: Spelling.Distance(name, command.Name)))
            .Where(found => found.Distance <= 2)
            .OrderBy(found => found.Distance)
            .Select(found => found.command)
            .FirstOrDefault();
}
