using PaperBot.Chat;
using PaperBot.Skills.Summarize;
using PaperBot.Skills.Writing;

namespace PaperBot.Commands;

internal sealed class SummarizeCommand(SummarizeSkill skill, ShownBefore before) : ICommand
{
    public string Name => "summarize";

    public string Description => "What a paper did and found, each sentence from its abstract.";

    public IReadOnlyList<CommandOption> Options { get; } =
    [
        PaperOption.Required("paper"),
        new(
            "style",
            "structured, or one sentence (tldr), three bullets, or for readers of another field (plain).",
            OptionKind.Choice
        )
        {
            Choices = SummaryStyles.All,
        },
        LanguageOption.Of("language"),
    ];

    public string Example => "/summarize EfficientNet style:bullets";

    public async Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var answer = await skill.WriteAsync(
            request.Required("paper"),
            SummaryStyles.Parse(request.Text("style")),
            ReaderLanguage.Of(request.Text("language"), request.Asker.Locale),
            request.Asker.ToPayer(),
            request.Progress is { } show ? (paper, parts) => show(SummaryReply.SoFar(paper, parts)) : null,
            ct
        );
        return before.On(SummaryReply.For(answer), request.Asker, answer.Own.Paper);
    }
}
