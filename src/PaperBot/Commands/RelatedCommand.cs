using PaperBot.Chat;
using PaperBot.Skills.Related;
using PaperBot.Skills.Search;

namespace PaperBot.Commands;

internal sealed class RelatedCommand(IPaperFinder finder, RelatedSkill skill) : ICommand
{
    public string Name => "related";

    public string Description => "The papers nearest to one paper, and what they share with it.";

    public IReadOnlyList<CommandOption> Options { get; } =
    [
        PaperOption.Required("paper"),
        new(
            "by",
            "problem: the same problem; method: the same problem, another method; result: like results.",
            OptionKind.Choice
        )
        {
            Choices = RelatedByNames.All,
        },
    ];

    public string Example => "/related EfficientNet by:method";

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var by = RelatedByNames.Parse(request.Text("by"));
        var paper = finder.Find(request.Required("paper"), ct);
        return Task.FromResult(RelatedReply.For(paper, by, skill.To(paper, by, ct: ct)));
    }
}
