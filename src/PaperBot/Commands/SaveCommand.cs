using PaperBot.Chat;
using PaperBot.Skills.People;
using PaperBot.Skills.Search;

namespace PaperBot.Commands;

internal sealed class SaveCommand(SavedPapers saved, IPaperFinder finder) : ICommand
{
    public string Name => "save";

    public string Description => "Puts a paper on your own reading list.";

    public IReadOnlyList<CommandOption> Options { get; } = [PaperOption.Required("paper")];

    public string Example => "/save Wide Residual Networks";

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var paper = finder.Find(request.Required("paper"), ct);
        var asker = request.Asker;
        var team = asker.IsOperator ? asker.ToTeam("/save") : asker.Server;
        var isNew = saved.Save(asker.ToPerson(), team, paper.Id);
        return Task.FromResult(
            new Reply
            {
                Private = true,
                Text = isNew ? $"Saved: “{paper.Title}”." : $"“{paper.Title}” is on your list already.",
                Notes =
                    isNew && asker.Server.Length > 0
                        ?
                        [
                            "Only you see your list. This server's /trending by:team counts the paper, not who saved it.",
                        ]
                        : [],
                Buttons =
                [
                    new ReplyButton("My papers", "/saved"),
                    new ReplyButton("Take it off", $"/unsave paper:{paper.Id}"),
                ],
            }
        );
    }
}
