using PaperBot.Chat;
using PaperBot.Skills.Mentions;
using PaperBot.Skills.Search;

namespace PaperBot.Commands;

/// <remarks>Only for the asker: not everybody may see every channel that it names.</remarks>
internal sealed class AlreadyCommand(IPaperFinder finder, MentionLog mentions, TimeProvider clock) : ICommand
{
    public string Name => "already";

    public string Description => "Where in this server a paper was shown before, with links.";

    public IReadOnlyList<CommandOption> Options { get; } = [PaperOption.Required("paper")];

    public string Example => "/already Wide Residual Networks";

    public bool InServersOnly => true;

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var paper = finder.Find(request.Required("paper"), ct);
        var asker = request.Asker;
        // Only whoever runs PaperBot can ask this outside any server.
        var found =
            asker.Server.Length > 0 ? mentions.In(asker.Platform, asker.Server, paper.Id) : mentions.All(paper.Id);
        return Task.FromResult(AlreadyReply.For(paper, found, asker.Server.Length > 0, clock.GetUtcNow()));
    }
}
