using PaperBot.Chat;
using PaperBot.Digests;
using PaperBot.Skills;
using PaperBot.Skills.Digests;

namespace PaperBot.Fakes;

/// <summary>A platform with the channels that a test says, which only looks.</summary>
internal sealed class FakeChannels : IDigestPlatform
{
    public Dictionary<string, ChannelLook> Channels { get; } = [];

    /// <summary>What every look ends with; null: it finds its channel.</summary>
    public SkillException? Trouble { get; set; }

    /// <summary>The settings that were asked about, oldest first.</summary>
    public List<DigestSettings> LookedFor { get; } = [];

    public string Name => "discord";

    public bool IsOn { get; set; } = true;

    public void Add(
        string channel,
        string server,
        string name,
        DigestPlace? place = DigestPlace.Channel,
        params string[] missing
    ) => Channels[channel] = new ChannelLook(name, server, place, missing, []);

    public Task<ChannelLook> LookAsync(string channel, DigestSettings wanted, CancellationToken ct)
    {
        LookedFor.Add(wanted);
        return Trouble is not null ? throw Trouble
            : Channels.TryGetValue(channel, out var look) ? Task.FromResult(look)
            : throw new SkillException($"Discord does not know the channel {channel}.");
    }

    public Task<string?> SendAsync(DigestErrand errand, CancellationToken ct) => throw new NotSupportedException();

    public Task<string?> FindAsync(DigestErrand errand, CancellationToken ct) => throw new NotSupportedException();

    public Task TellManagersAsync(Digest digest, string sentence, CancellationToken ct) =>
        throw new NotSupportedException();

    public Task TellOperatorAsync(string sentence, CancellationToken ct) => throw new NotSupportedException();

    public Task NoteAsync(string user, Reply note, CancellationToken ct) => throw new NotSupportedException();
}
