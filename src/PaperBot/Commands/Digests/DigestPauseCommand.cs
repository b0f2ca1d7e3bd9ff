using PaperBot.Chat;
using PaperBot.Skills;
using PaperBot.Skills.Digests;

namespace PaperBot.Commands.Digests;

internal sealed class DigestPauseCommand(OwnDigests own, DigestStore store) : ICommand
{
    public string Name => "digest pause";

    public bool NeedsManager => true;

    public string Description => "Stops a digest for a while; its settings stay.";

    public IReadOnlyList<CommandOption> Options { get; } =
    [own.Option("The channel whose digest to pause; if left out, the one where you ask.")];

    public string Example => "/digest pause";

    public async Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var digest = own.Get(request);
        var name = await own.NameAsync(digest, ct);
        if (digest.EndedAt is not null)
        {
            throw new SkillException(
                $"The digest of {name} has ended already. {digest.EndedWhy} /digest setup channel:{digest.Channel} starts it again."
            );
        }
        if (digest.PausedAt is null)
        {
            store.Pause(digest.Platform, digest.Channel);
        }
        return new Reply
        {
            Private = true,
            Title = $"The digest of {name} is paused",
            Text = digest.PausedAt is null
                ? "Nothing more is posted there until somebody resumes it. What is missed meanwhile is not made up for."
                : "It was paused before.",
            Buttons = [new ReplyButton("Resume", $"/digest resume channel:{digest.Channel}")],
        };
    }
}
