using PaperBot.Chat;
using PaperBot.Skills.People;
using PaperBot.Skills.Search;

namespace PaperBot.Commands;

internal sealed class VoteCommand(TeamVotes votes, IPaperFinder finder) : ICommand
{
    public string Name => "vote";

    public string Description => "Votes for a paper in this server's team; once more takes the vote back.";

    public IReadOnlyList<CommandOption> Options { get; } = [PaperOption.Required("paper")];

    public string Example => "/vote Wide Residual Networks";

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var asker = request.Asker;
        var team = asker.ToTeam("/vote");
        var paper = finder.Find(request.Required("paper"), ct);
        var vote = votes.Toggle(asker.ToPerson(), team, paper.Id);
        return Task.FromResult(
            new Reply
            {
                Private = true,
                Text =
                    $"{(vote.Stands ? "Your vote counts" : "Your vote is taken back")}: “{paper.Title}” has {Counted(vote.Votes)} of {asker.TeamName()}.",
                Notes = vote.Stands ? ["Only the number is shown, never who voted."] : [],
                Buttons =
                [
                    new ReplyButton(vote.Stands ? "Take it back" : "Vote again", $"/vote paper:{paper.Id}"),
                    PaperNotes.Save(paper),
                    new ReplyButton("The team's papers", "/trending by:team"),
                ],
            }
        );
    }

    private static string Counted(int votes) =>
        votes switch
        {
            0 => "no votes",
            1 => "1 vote",
            _ => $"{votes} votes",
        };
}
