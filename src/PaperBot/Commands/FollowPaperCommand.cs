using PaperBot.Chat;
using PaperBot.Skills.People;
using PaperBot.Skills.Search;

namespace PaperBot.Commands;

internal sealed class FollowPaperCommand(FollowStore follows, IPaperFinder finder) : ICommand
{
    public string Name => "follow paper";

    public string Description => "Hear of new versions of a paper.";

    public IReadOnlyList<CommandOption> Options { get; } = [PaperOption.Required("paper"), FollowTell.Option];

    public string Example => "/follow paper Wide Residual Networks";

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var wish = FollowWish.Paper(finder.Find(request.Required("paper"), ct));
        return Task.FromResult(FollowTopicCommand.Follow(follows, wish, request));
    }
}
