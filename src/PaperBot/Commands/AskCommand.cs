using PaperBot.Chat;
using PaperBot.Skills.Ask;

namespace PaperBot.Commands;

internal sealed class AskCommand(AskSkill skill) : ICommand
{
    public string Name => "ask";

    public string Description => "A question, answered by sentences of abstracts, or that the library does not know.";

    public IReadOnlyList<CommandOption> Options { get; } =
    [new("question", "The question, in English, as the abstracts are.", OptionKind.Text) { Required = true }];

    public string Example => "/ask How does data tiering reduce CPU-GPU communication?";

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct) =>
        Task.FromResult(AskReply.For(skill.Ask(request.Required("question"), ct)));
}
