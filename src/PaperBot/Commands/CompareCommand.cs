using PaperBot.Chat;
using PaperBot.Skills.Compare;

namespace PaperBot.Commands;

internal sealed class CompareCommand(CompareSkill skill) : ICommand
{
    public string Name => "compare";

    public string Description => "Two papers side by side: problem, method, data, results.";

    public IReadOnlyList<CommandOption> Options { get; } = [PaperOption.Required("a"), PaperOption.Required("b")];

    public string Example => "/compare a:\"Wide Residual Networks\" b:\"Deep Layer Aggregation\"";

    public async Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct) =>
        ComparisonReply.For(await skill.CompareAsync(request.Required("a"), request.Required("b"), ct: ct));
}
