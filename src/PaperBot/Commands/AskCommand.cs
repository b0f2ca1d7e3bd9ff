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

    // A model may look several things up first.
    public TimeSpan? TimeLimit { get; } = AskSkill.Patience + TimeSpan.FromSeconds(10);

    public async Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct) =>
        AskReply.For(
            await skill.WriteAsync(
                request.Required("question"),
                request.Asker.ToPayer(),
                request.Progress is { } show
                    ? parts => show(AskReply.SoFar(request.Required("question"), parts))
                    : null,
                ct
            )
        );
}
