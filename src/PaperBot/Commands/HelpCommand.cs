using PaperBot.Chat;
using PaperBot.Skills;

namespace PaperBot.Commands;

/// <summary>Written from the commands themselves, so that it is never out of date.</summary>
internal sealed class HelpCommand(IServiceProvider services) : ICommand
{
    public string Name => "help";

    public string Description => "All commands, or one with its options and an example.";

    public IReadOnlyList<CommandOption> Options { get; } =
    [
        new("command", "The command to explain, without its slash.", OptionKind.Text)
        {
            Suggest = (typed, _) => Suggest(Table(services), typed),
        },
    ];

    public string Example => "/help compare";

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var table = Table(services);
        return Task.FromResult(request.Text("command") is { } name ? One(table, Plain(name)) : All(table));
    }

    // Asked for when needed and not in the constructor: this command is itself one of the table.
    private static CommandTable Table(IServiceProvider services) =>
        (CommandTable)services.GetService(typeof(CommandTable))!; // ChatSetup registers it

    private static IReadOnlyList<Suggestion> Suggest(CommandTable table, string typed) =>
        [
            .. table
                .All.SelectMany(command => new[] { command.Name.Split(' ')[0], command.Name })
                .Distinct()
                .Where(name => name.StartsWith(Plain(typed), StringComparison.Ordinal))
                .Select(name => new Suggestion(name, name)),
        ];

    private static string Plain(string name) =>
        string.Join(' ', name.TrimStart('/').Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();

    private static Reply All(CommandTable table) =>
        new()
        {
            Private = true,
            Title = "PaperBot's commands",
            Fields =
            [
                .. table
                    .All.GroupBy(command => command.Name.Split(' ')[0])
                    .Select(group =>
                        group.First().Name == group.Key ? Field(group.First()) : Field(group.Key, [.. group])
                    ),
            ],
            Notes = ["Every sentence and number of an answer comes from the abstracts in PaperBot's library."],
        };

    private static ReplyField Field(ICommand command) =>
        new(Usage(command), $"{command.Description}\nFor example: {command.Example}", []);

    private static ReplyField Field(string group, IReadOnlyList<ICommand> commands) =>
        new(
            $"/{group} {string.Join(" | ", commands.Select(command => command.Name[(group.Length + 1)..]))}",
            $"{commands[0].GroupDescription ?? commands[0].Description}\nMore: /help {group}",
            []
        );

    private static Reply Group(string group, IReadOnlyList<ICommand> commands) =>
        new()
        {
            Private = true,
            Title = $"/{group}",
            Text = commands[0].GroupDescription ?? commands[0].Description,
            Fields = [.. commands.Select(Field)],
            Notes =
            [
                $"/help {commands[0].Name} explains one with its options.",
                .. commands.All(command => command.NeedsManager)
                    ? new[] { "These are for people who may manage the server." }
                    : [],
            ],
        };

    private static Reply One(CommandTable table, string name)
    {
        if (table.Group(name) is { Count: > 0 } group)
        {
            return Group(name, group);
        }
        var command = table.Find(name) ?? table.Nearest(name);
        if (command is null)
        {
            throw new SkillException(
                $"There is no command /{Skills.Papers.PaperText.Clean(name)}. Type /help for all of them."
            );
        }
        return new Reply
        {
            Private = true,
            Title = Usage(command),
            Text = $"{command.Description}\nFor example: {command.Example}",
            Fields = [.. command.Options.Select(option => new ReplyField(option.Name, Explain(option), []))],
        };
    }

    private static string Usage(ICommand command) =>
        string.Join(
            ' ',
            command
                .Options.Select(option => option.Required ? option.Name : $"[{option.Name}]")
                .Prepend($"/{command.Name}")
        );

    private static string Explain(CommandOption option) =>
        option.Kind switch
        {
            OptionKind.Choice => $"{option.Description} One of {string.Join(", ", option.Choices)}.",
            OptionKind.Number => $"{option.Description} From {option.Least} to {option.Most}.",
            _ => option.Description,
        };
}
