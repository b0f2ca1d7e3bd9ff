using System.Collections.Concurrent;
using PaperBot.Chat;
using PaperBot.Digests;
using PaperBot.Skills.Digests;

namespace PaperBot.Tests.Digests;

/// <summary>What a channel of the platform has.</summary>
internal sealed record Arrival(string Channel, DigestPartKind Kind, DateOnly Day, DigestContent Content, string Id);

/// <summary>A platform outside that remembers what arrived, and fails as told before or after something arrives.</summary>
internal sealed class FakePlatform : IDigestPlatform
{
    private readonly ConcurrentQueue<Arrival> arrived = [];
    private int ids;

    public string Name => "discord";

    public bool IsOn { get; set; } = true;

    public IReadOnlyList<Arrival> Arrived => [.. arrived];

    /// <summary>What arrived, in order: kinds of parts, and notes with whom they were for.</summary>
    public ConcurrentQueue<string> Order { get; } = [];

    public List<string> ToldManagers { get; } = [];

    public List<string> ToldOperator { get; } = [];

    /// <summary>Runs before a request has any effect.</summary>
    public Func<DigestErrand, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Runs when a request has had its effect, before it is answered.</summary>
    public Func<DigestErrand, Task> After { get; set; } = _ => Task.CompletedTask;

    public IEnumerable<Arrival> Messages(string channel) =>
        arrived.Where(one => one.Channel == channel && one.Kind == DigestPartKind.Message);

    public Task<ChannelLook> LookAsync(string channel, DigestSettings wanted, CancellationToken ct) =>
        Task.FromResult(new ChannelLook("papers", "server", DigestPlace.Channel, [], []));

    public async Task<string?> SendAsync(DigestErrand errand, CancellationToken ct)
    {
        await Before(errand);
        var id = $"{Interlocked.Increment(ref ids)}";
        arrived.Enqueue(new Arrival(errand.Digest.Channel, errand.Part.Kind, errand.Post.Day, errand.Post.Content, id));
        Order.Enqueue(errand.Part.Kind.ToString().ToLowerInvariant());
        await After(errand);
        return id;
    }

    public Task<string?> FindAsync(DigestErrand errand, CancellationToken ct) =>
        Task.FromResult(
            arrived
                .FirstOrDefault(one =>
                    one.Channel == errand.Digest.Channel && one.Kind == errand.Part.Kind && one.Day == errand.Post.Day
                )
                ?.Id
        );

    public Task TellManagersAsync(Digest digest, string sentence, CancellationToken ct)
    {
        lock (ToldManagers)
        {
            ToldManagers.Add($"{digest.Channel}: {sentence}");
        }
        return Task.CompletedTask;
    }

    public Task TellOperatorAsync(string sentence, CancellationToken ct)
    {
        ToldOperator.Add(sentence);
        return Task.CompletedTask;
    }

    public Task NoteAsync(string user, Reply note, CancellationToken ct)
    {
        Order.Enqueue($"note to {user}");
        return Task.CompletedTask;
    }
}
