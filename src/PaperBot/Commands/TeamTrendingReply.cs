using System.Globalization;
using PaperBot.Chat;
using PaperBot.Skills.Papers;
using PaperBot.Skills.People;
using PaperBot.Skills.Summarize;
using PaperBot.Skills.Trending;

namespace PaperBot.Commands;

/// <summary>Pure: what a team votes for and saves as an answer.</summary>
internal static class TeamTrendingReply
{
    /// <param name="team">"this server"</param>
    public static Reply For(
        IReadOnlyList<TeamTrendingPaper> papers,
        TrendingPeriod period,
        string topic,
        string team
    ) =>
        new()
        {
            Title = topic.Length == 0 ? "The team's papers" : $"The team's papers on {PaperText.Clean(topic)}",
            Text =
                papers.Count > 0
                    ? $"What people of {team} voted for and saved {When(period)}: most votes first, then most saves."
                    : Nothing(period, topic, team),
            Items =
            [
                .. papers.Select(item => new ReplyItem(
                    $"{item.Rank}.",
                    item.Paper.Title,
                    item.Paper.Link,
                    AbstractSummarizer.Summarize(item.Paper).Tldr?.Text ?? "",
                    Reason(item, team),
                    item.Paper.Id.Value
                )),
            ],
            ChoicePrompt = "Summarize one of these",
            Choices =
            [
                .. papers.Select(item => new ReplyChoice(item.Paper.Title, $"/summarize paper:{item.Paper.Id}")),
            ],
            Notes = PaperNotes.SampleIfAny(papers.Select(item => item.Paper)),
        };

    private static string Nothing(TrendingPeriod period, string topic, string team) =>
        topic.Length == 0
            ? $"Nobody of {team} voted for a paper or saved one {When(period)}. Press Vote under a paper, or type /vote and its title; "
                + "/trending shows what everybody looks at."
            : $"Nobody of {team} voted for a paper on that or saved one {When(period)}. Try a longer period, or /trending without by:team.";

    private static string When(TrendingPeriod period) =>
        period switch
        {
            TrendingPeriod.Day => "in the last 24 hours",
            TrendingPeriod.Week => "in the last 7 days",
            TrendingPeriod.Month => "in the last 30 days",
            _ => "so far",
        };

    private static string Reason(TeamTrendingPaper item, string team)
    {
        string[] parts = [Counted(item.Votes, "vote"), Counted(item.Saves, "save")];
        var own = $"{string.Join(", ", parts.Where(part => part.Length > 0))} of {team}";
        return item.SourceVotes is { } all
            ? string.Create(CultureInfo.InvariantCulture, $"{own}; {all:N0} of everybody")
            : own;
    }

    private static string Counted(int count, string what) =>
        count switch
        {
            0 => "",
            1 => $"1 {what}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}s"),
        };
}
