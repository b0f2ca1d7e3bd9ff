using PaperBot.Chat;

namespace PaperBot.Commands.Digests;

internal sealed class DigestShowCommand(OwnDigests own, TimeProvider clock) : ICommand
{
    // Each name is a question to the platform.
    private const int MostNames = 10;

    public string Name => "digest show";

    public bool NeedsManager => true;

    public string Description => "How the digests of this server are set up, or that of one channel in full.";

    public IReadOnlyList<CommandOption> Options { get; } =
    [own.Option("The channel whose digest to show; if left out, all of this server.")];

    public string Example => "/digest show";

    public async Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var all = own.All(request.Asker);
        if (request.Text(OwnDigests.Channel) is not null || all.Count <= 1)
        {
            var digest = own.Get(request);
            var now = clock.GetUtcNow();
            var runs = digest.IsActive ? own.Next(digest, 1) : [];
            return DigestShowReply.One(digest, await own.NameAsync(digest, ct), runs, now);
        }
        var names = await Task.WhenAll(all.Take(MostNames).Select(digest => own.NameAsync(digest, ct)));
        return DigestShowReply.All([
            .. all.Select((digest, i) => (digest, i < names.Length ? names[i] : $"channel {digest.Channel}")),
        ]);
    }
}
