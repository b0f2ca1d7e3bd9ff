using PaperBot.Chat;
using PaperBot.Digests;

namespace PaperBot.Commands.Digests;

internal sealed class DigestPreviewCommand(OwnDigests own, IDigestPreview preview, TimeProvider clock) : ICommand
{
    private const int TimesShown = 5;

    public string Name => "digest preview";

    public bool NeedsManager => true;

    public string Description =>
        "What a digest would post right now, for you alone, and when the next five posts come.";

    public IReadOnlyList<CommandOption> Options { get; } =
    [own.Option("The channel whose digest to preview; if left out, the one where you ask.")];

    public string Example => "/digest preview";

    public async Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var digest = own.Get(request);
        var content = await preview.PreviewAsync(digest, ct);
        var now = clock.GetUtcNow();
        var runs = own.Next(digest, TimesShown);
        return DigestPreviewReply.For(digest, content, runs, now);
    }
}
