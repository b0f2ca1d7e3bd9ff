using System.Collections.Concurrent;
using PaperBot.Skills.Digests;
using PaperBot.Skills.People;

namespace PaperBot.Digests;

/// <summary>What the platforms tell of servers and channels: noted at once, and acted on in the digests' next round.</summary>
internal sealed class ServerNews(DigestStore digests, DigestEnds ends, ServerCleanup cleanup) : IDigestEvents
{
    private readonly ConcurrentQueue<News> waiting = [];

    public void ServerIsThere(string platform, string server) =>
        waiting.Enqueue(new News(platform, server, null, IsThere: true));

    public void ServerLeft(string platform, string server) =>
        waiting.Enqueue(new News(platform, server, null, IsThere: false));

    public void ChannelGone(string platform, string server, string channel) =>
        waiting.Enqueue(new News(platform, server, channel, IsThere: false));

    /// <summary>Acts on what was told since the last time, and deletes what is kept of servers that were left long ago.</summary>
    public async Task ActAsync(CancellationToken ct)
    {
        while (waiting.TryDequeue(out var news))
        {
            var (platform, server, channel, isThere) = news;
            if (isThere)
            {
                cleanup.CameBack(platform, server);
            }
            else if (channel is null)
            {
                ends.LeftServer(platform, server);
                cleanup.Left(platform, server);
            }
            else if (digests.Get(platform, channel) is not null)
            {
                await ends.ChannelGoneAsync(platform, channel, ct);
            }
        }
        cleanup.Run();
    }

    private sealed record News(string Platform, string Server, string? Channel, bool IsThere);
}
