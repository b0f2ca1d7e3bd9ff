using PaperBot.Chat;
using PaperBot.Skills.Summarize;

namespace PaperBot.Commands;

internal sealed class SummarizeCommand(SummarizeSkill skill) : ICommand
{
    public string Name => "summarize";

    public string Description => "What a paper did and found, each sentence from its abstract.";

    public IReadOnlyList<CommandOption> Options { get; } = [PaperOption.Required("paper")];

    public string Example => "/summarize EfficientNet";

    public async Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct) =>
        SummaryReply.For(await skill.SummarizeAsync(request.Required("paper"), ct));
}
