using PaperBot.Chat;
using PaperBot.Skills;
using PaperBot.Skills.Digests;

namespace PaperBot.Commands.Digests;

internal sealed class DigestResumeCommand(OwnDigests own, DigestStore store, TimeProvider clock) : ICommand
{
    public string Name => "digest resume";

    public bool NeedsManager => true;

    public string Description => "Lets a paused digest go on.";

    public IReadOnlyList<CommandOption> Options { get; } =
    [own.Option("The channel whose digest to resume; if left out, the one where you ask.")];

    public string Example => "/digest resume";

    public async Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var digest = own.Get(request);
        var name = await own.NameAsync(digest, ct);
        if (digest.EndedAt is not null)
        {
            throw new SkillException(
                $"The digest of {name} is not paused, it has ended. {digest.EndedWhy} Mend that and run /digest setup channel:{digest.Channel}, which looks whether PaperBot may post there."
            );
        }
        if (digest.PausedAt is not null)
        {
            store.Resume(digest.Platform, digest.Channel);
        }
        var now = clock.GetUtcNow();
        var runs = own.Next(digest, 1);
        return new Reply
        {
            Private = true,
            Title = $"The digest of {name} goes on",
            Text = digest.PausedAt is null ? "It was not paused." : "",
            Fields = [DigestSetupReply.Times("Next post", runs, digest.Settings, now)],
            Buttons = [new ReplyButton("Preview", $"/digest preview channel:{digest.Channel}")],
        };
    }
}
