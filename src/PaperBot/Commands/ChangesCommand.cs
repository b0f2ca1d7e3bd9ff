using PaperBot.Chat;
using PaperBot.Skills.Versions;

namespace PaperBot.Commands;

internal sealed class ChangesCommand(ChangesSkill skill) : ICommand
{
    public string Name => "changes";

    public string Description => "What changed between the last two known versions of a paper, word by word.";

    public IReadOnlyList<CommandOption> Options { get; } = [PaperOption.Required("paper")];

    public string Example => "/changes Wide Residual Networks";

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct) =>
        Task.FromResult(ChangesReply.For(skill.Show(request.Required("paper"), ct)));
}
