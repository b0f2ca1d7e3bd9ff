using PaperBot.Chat;
using PaperBot.Skills;

namespace PaperBot.Commands;

/// <summary>Written from the commands themselves, so that it is never out of date.</summary>
internal sealed class HelpCommand(IServiceProvider services) : ICommand
{
    public string Name => "help";

    public string Description => "All commands, or one with its options and an example.";

    public IReadOnlyList<CommandOption> Options { get; } =
    [new("command", "The command to explain, without its slash.", OptionKind.Text)];

    public string Example => "/help compare";

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        // Asked for here and not in the constructor: this command is itself one of the table.
        var table = (CommandTable)services.GetService(typeof(CommandTable))!; // ChatSetup registers it
        return Task.FromResult(request.Text("command") is { } name ? One(table, name.TrimStart('/')) : All(table));
    }

    private static Reply All(CommandTable table) =>
        new()
        {
            Private = true,
            Title = "PaperBot's commands",
            Fields =
            [
                .. table.All.Select(command => new ReplyField(
                    Usage(command),
                    $"{command.Description}\nFor example: {command.Example}",
                    []
                )),
            ],
            Notes = ["Every sentence and number of an answer comes from the abstracts in PaperBot's library."],
        };

    private static Reply One(CommandTable table, string name)
    {
        var command = table.Find(name.ToLowerInvariant()) ?? table.Nearest(name);
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
