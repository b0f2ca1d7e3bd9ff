using PaperBot.Chat;
using PaperBot.Skills;
using PaperBot.Skills.Digests;

namespace PaperBot.Commands.Digests;

internal sealed class DigestSetupCommand(
    OwnDigests own,
    DigestStore store,
    DigestSetupOptions options,
    TimeProvider clock
) : ICommand
{
    public string Name => "digest setup";

    public string GroupDescription => "The daily post of papers in a channel: set it up, look at it, stop it.";

    public bool NeedsManager => true;

    public string Description =>
        "Has papers posted in a channel every day, or changes how; only what you name is changed.";

    public IReadOnlyList<CommandOption> Options { get; } = options.All;

    public string Example => "/digest setup time:9:00 zone:Europe/Berlin topics:\"diffusion, agents\"";

    public async Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var asker = request.Asker;
        var channel = own.ChannelOf(request);
        var platform = own.PlatformOf(asker);
        var now = clock.GetUtcNow();
        var zone = request.Text("zone") is { } typed ? ZoneFinder.Resolve(typed, now) : null;
        if (zone is null && request.Text("zone") is { } unclear)
        {
            return DigestSetupReply.WhichZone(request, ZoneFinder.Find(unclear, now, options.Likely(asker)), now);
        }
        var before = own.Find(asker, channel);
        var wanted = DigestChanges.Apply(before?.Settings ?? First(asker), request, zone);

        // Nothing is kept before the channel was looked at.
        var look = await platform.LookAsync(channel, wanted, ct);
        if (!OwnDigests.IsOwn(asker, look.Server))
        {
            throw new SkillException("That channel is not in this server. Pick one of this server's own.");
        }
        if (look.Place is not { } place || look.Server.Length == 0)
        {
            throw new SkillException(
                $"Nothing can be posted in {OwnDigests.NameOf(look)}: it is of another kind. Pick a text channel, a forum or an announcement channel of the server. Nothing was kept."
            );
        }
        if (look.Missing.Count > 0)
        {
            return DigestSetupReply.Lacks(request, channel, look);
        }
        var digest = store.Set(platform.Name, look.Server, channel, wanted with { Place = place });
        return DigestSetupReply.For(
            look,
            before,
            digest,
            own.Next(digest, DigestSetupReply.TimesShown),
            isZoneGuessed: before is null && zone is null,
            now
        );
    }

    // The clock of the server's other digests.
    private DigestSettings First(Asker asker) =>
        new() { Zone = own.All(asker).Where(one => !asker.IsOperator).LastOrDefault()?.Settings.Zone ?? "UTC" };
}
