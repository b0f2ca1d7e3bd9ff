using PaperBot.Chat;
using PaperBot.Skills.Search;
using PaperBot.Skills.Trending;

namespace PaperBot.Commands;

internal sealed class TrendingCommand(TrendingSkill skill, NameCompletion names) : ICommand
{
    private const int MostSuggestions = 25;

    public string Name => "trending";

    public string Description => "The papers people look at now, and why each is where it is.";

    public IReadOnlyList<CommandOption> Options { get; } =
    [
        new("period", "The newest list, or the lists of the last week or month.", OptionKind.Choice)
        {
            Choices = ["day", "week", "month", "all"],
        },
        new("count", "How many papers.", OptionKind.Number) { Least = 1, Most = TrendingSkill.MostPapers },
        new("topic", "Only papers with these words.", OptionKind.Text)
        {
            Suggest = (typed, _) =>
                [.. names.Topics(typed, MostSuggestions).Select(topic => new Suggestion(topic, topic))],
        },
    ];

    public string Example => "/trending period:week topic:graph count:5";

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var topic = request.Text("topic") ?? "";
        var list = skill.Trending(request.Text("period") ?? "day", topic, request.Number("count") ?? 10);
        return Task.FromResult(TrendingReply.For(list, topic));
    }
}
