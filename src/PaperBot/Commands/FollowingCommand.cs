using PaperBot.Chat;
using PaperBot.Skills.People;

namespace PaperBot.Commands;

internal sealed class FollowingCommand(FollowStore follows, FollowNotes notes) : ICommand
{
    public string Name => "following";

    public string Description => "What you follow and how you hear of it; stop it here.";

    public IReadOnlyList<CommandOption> Options { get; } = [];

    public string Example => "/following";

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var person = request.Asker.ToPerson();
        return Task.FromResult(FollowingReply.For(follows.Of(person), request.Asker, notes.LastWasLost(person)));
    }
}
