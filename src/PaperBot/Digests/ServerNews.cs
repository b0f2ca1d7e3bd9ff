using System.Collections.Concurrent;
using PaperBot.Skills.Digests;

namespace PaperBot.Digests;

/// <summary>What the platforms tell of servers and channels: noted at once, and acted on in the digests' next round.</summary>
internal sealed class ServerNews(DigestStore digests, DigestEnds ends) : IDigestEvents
{
    private readonly ConcurrentQueue<(string Platform, string Server, string? Channel)> waiting = [];

    public void ServerIsThere(string platform, string server) { }

    public void ServerLeft(string platform, string server) => waiting.Enqueue((platform, server, null));

    public void ChannelGone(string platform, string server, string channel) =>
        waiting.Enqueue((platform, server, channel));

    public async Task ActAsync(CancellationToken ct)
    {
        while (waiting.TryDequeue(out var news))
        {
            var (platform, server, channel) = news;
            if (channel is null)
            {
                ends.LeftServer(platform, server);
            }
            else if (digests.Get(platform, channel) is not null)
            {
                await ends.ChannelGoneAsync(platform, channel, ct);
            }
        }
    }
}
