using System.Collections.Concurrent;

namespace PaperBot.DiscordChat.Digests;

/// <summary>What forums offer their posts, remembered for some minutes: a digest makes several posts one after the other.</summary>
internal sealed class ForumFacts(IDiscord discord, TimeProvider clock)
{
    private const int Many = 1_000;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<ulong, (ChannelFacts Facts, long At)> known = [];

    public async Task<ChannelFacts> OfAsync(ulong forum, CancellationToken ct)
    {
        if (known.TryGetValue(forum, out var remembered) && clock.GetElapsedTime(remembered.At) < Life)
        {
            return remembered.Facts;
        }
        var facts = await discord.ChannelAsync(forum, ct);
        if (known.Count >= Many)
        {
            known.Clear();
        }
        known[forum] = (facts, clock.GetTimestamp());
        return facts;
    }

    /// <summary>They were found to be others.</summary>
    public void Forget(ulong forum) => known.TryRemove(forum, out _);
}
