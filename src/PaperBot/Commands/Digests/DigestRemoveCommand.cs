using PaperBot.Chat;
using PaperBot.Skills.Digests;

namespace PaperBot.Commands.Digests;

internal sealed class DigestRemoveCommand(OwnDigests own, DigestStore store) : ICommand
{
    public const string Confirm = "confirm";

    public string Name => "digest remove";

    public bool NeedsManager => true;

    public string Description => "Ends a digest for good and forgets its settings; asks before.";

    public IReadOnlyList<CommandOption> Options { get; } =
    [
        own.Option("The channel whose digest to remove; if left out, the one where you ask."),
        new(Confirm, "yes: without being asked.", OptionKind.Choice) { Choices = ["yes"] },
    ];

    public string Example => "/digest remove";

    public async Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var digest = own.Get(request);
        var name = await own.NameAsync(digest, ct);
        if (request.Text(Confirm) is null)
        {
            return new Reply
            {
                Private = true,
                Title = $"Remove the digest of {name}?",
                Text =
                    $"{DigestWords.Line(digest.Settings)}.\nIts settings and its record of posts are deleted; the messages in the channel stay.",
                Notes = ["To stop it for a while only, pause it."],
                Buttons =
                [
                    new ReplyButton("Remove it", $"/digest remove channel:{digest.Channel} confirm:yes")
                    {
                        Replaces = true,
                    },
                    new ReplyButton("Pause it", $"/digest pause channel:{digest.Channel}") { Replaces = true },
                ],
            };
        }
        store.Remove(digest.Platform, digest.Channel);
        return new Reply
        {
            Private = true,
            Title = $"The digest of {name} is removed",
            Text =
                "Nothing more is posted there. /digest setup sets up a new one; papers that the channel has had do not come again.",
        };
    }
}
