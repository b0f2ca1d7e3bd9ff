using PaperBot.Chat;
using PaperBot.Skills.Compare;

namespace PaperBot.Commands;

internal sealed class CompareCommand(CompareSkill skill, ShownBefore before) : ICommand
{
    public string Name => "compare";

    public string Description => "Two to four papers side by side: problem, method, data, results.";

    public IReadOnlyList<CommandOption> Options { get; } =
    [
        PaperOption.Required("a"),
        PaperOption.Required("b"),
        PaperOption.Optional("c", "A third paper"),
        PaperOption.Optional("d", "A fourth paper"),
    ];

    public string Example => "/compare a:\"Wide Residual Networks\" b:\"Deep Layer Aggregation\"";

    public async Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var answer = await skill.WriteAsync(
            request.Required("a"),
            request.Required("b"),
            request.Text("c"),
            request.Text("d"),
            request.Asker.ToPayer(),
            ct
        );
        return before.On(ComparisonReply.For(answer), request.Asker, answer.Table.Papers);
    }
}
