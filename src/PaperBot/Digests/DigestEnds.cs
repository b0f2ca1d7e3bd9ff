using Microsoft.Extensions.Logging;
using PaperBot.Skills.Digests;

namespace PaperBot.Digests;

/// <summary>A channel that is gone or closed to PaperBot: its digest ends, and that is told once.</summary>
internal sealed partial class DigestEnds(
    IEnumerable<IDigestPlatform> platforms,
    DigestStore digests,
    DigestOutbox outbox,
    ILogger<DigestEnds> log
)
{
    /// <param name="why">What happened and what to do, in a sentence.</param>
    public async Task LostAsync(Digest digest, string why, CancellationToken ct)
    {
        if (!digests.End(digest.Id, why))
        {
            return;
        }
        outbox.Abandon(digest.Id, why);
        LogEnded(digest.Channel, why);
        try
        {
            var platform = platforms.First(one => one.Name == digest.Platform);
            await platform.TellManagersAsync(digest, why, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogNotTold(digest.Channel, e.Message);
        }
    }

    /// <summary>PaperBot is in a server no more: nobody there can be told.</summary>
    public void LeftServer(string platform, string server)
    {
        foreach (var digest in digests.Of(platform, server).Where(one => one.EndedAt is null))
        {
            const string Why = "PaperBot was taken out of the server. Invite it again, then set the digest up again.";
            if (digests.End(digest.Id, Why))
            {
                outbox.Abandon(digest.Id, Why);
                LogEnded(digest.Channel, Why);
            }
        }
    }

    /// <summary>A channel was deleted.</summary>
    public async Task ChannelGoneAsync(string platform, string channel, CancellationToken ct)
    {
        if (digests.Get(platform, channel) is { EndedAt: null } digest)
        {
            await LostAsync(digest, "The channel was deleted. Set a digest up in another one with /digest setup.", ct);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The digest of the channel {Channel} has ended: {Why}")]
    private partial void LogEnded(string channel, string why);

    [LoggerMessage(LogLevel.Warning, "Nobody in the server of the channel {Channel} could be told: {Problem}")]
    private partial void LogNotTold(string channel, string problem);
}
