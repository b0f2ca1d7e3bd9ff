using PaperBot.Chat;
using PaperBot.Skills.People;
using PaperBot.Skills.Search;
using PaperBot.Skills.Trending;

namespace PaperBot.Commands;

internal sealed class TrendingCommand(TrendingSkill skill, TeamTrending team, NameCompletion names) : ICommand
{
    private const string Team = "team";
    private const int Papers = 10;
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
        new("by", "hub: everybody's votes; team: the votes and saves of this server.", OptionKind.Choice)
        {
            Choices = ["hub", Team],
        },
    ];

    public string Example => "/trending period:week topic:graph count:5";

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var topic = request.Text("topic") ?? "";
        return Task.FromResult(
            Team.Equals(request.Text("by"), StringComparison.OrdinalIgnoreCase)
                ? OfTeam(request, topic)
                : TrendingReply.For(
                    skill.Trending(request.Text("period") ?? "day", topic, request.Number("count") ?? Papers),
                    topic
                )
        );
    }

    private Reply OfTeam(CommandRequest request, string topic)
    {
        var asker = request.Asker;
        var server = asker.ToTeam("/trending by:team");
        var query = TrendingQuery.Parse(request.Text("period") ?? "week", topic, request.Number("count") ?? Papers);
        return TeamTrendingReply.For(team.Find(asker.Platform, server, query), query.Period, topic, asker.TeamName());
    }
}
