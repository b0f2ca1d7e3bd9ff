using PaperBot.Chat;
using PaperBot.Skills.Details;

namespace PaperBot.Commands;

internal sealed class PaperCommand(PaperSkill skill, ShownBefore before) : ICommand
{
    public string Name => "paper";

    public string Description => "Everything the library knows of one paper, with its abstract.";

    public IReadOnlyList<CommandOption> Options { get; } = [PaperOption.Required("paper")];

    public string Example => "/paper Wide Residual Networks";

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var details = skill.Show(request.Required("paper"), ct);
        return Task.FromResult(before.On(DetailsReply.For(details), request.Asker, details.Paper));
    }
}
