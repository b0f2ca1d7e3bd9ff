using PaperBot.Skills.Editions;

namespace PaperBot.Daily;

/// <summary>
/// Posts into the channel that every installation has. The message and the log's "sent" are written in one transaction,
/// so here nothing is ever in doubt.
/// </summary>
internal sealed class LocalChannelOutlet(
    PublicationLog log,
    LocalMessages messages,
    LocalMessageText text,
    TimeProvider clock
) : IEditionOutlet
{
    public const string Channel = "channel";

    public string Name => "local";

    public Task<IReadOnlyList<string>> TargetsAsync(CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<string>>([Channel]);

    public Task PublishAsync(Edition edition, string target, CancellationToken ct)
    {
        var reply = text(edition);
        log.Sent(
            new Publication(edition.Day, Name, target),
            connection => LocalMessages.Write(connection, edition.Day, clock.GetUtcNow(), reply)
        );
        return Task.CompletedTask;
    }

    public Task<bool> WasPublishedAsync(Edition edition, string target, CancellationToken ct) =>
        Task.FromResult(messages.Has(edition.Day));
}
