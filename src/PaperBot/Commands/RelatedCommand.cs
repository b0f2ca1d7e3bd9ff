using PaperBot.Chat;
using PaperBot.Skills.Related;
using PaperBot.Skills.Search;

namespace PaperBot.Commands;

internal sealed class RelatedCommand(IPaperFinder finder, RelatedSkill skill) : ICommand
{
    public string Name => "related";

    public string Description => "The papers nearest to one paper, and what they share with it.";

    public IReadOnlyList<CommandOption> Options { get; } = [PaperOption.Required("paper")];

    public string Example => "/related EfficientNet";

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var paper = finder.Find(request.Required("paper"), ct);
        return Task.FromResult(RelatedReply.For(paper, skill.To(paper, ct: ct)));
    }
}
