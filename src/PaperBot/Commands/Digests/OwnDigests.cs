using PaperBot.Chat;
using PaperBot.Digests;
using PaperBot.Skills;
using PaperBot.Skills.Digests;

namespace PaperBot.Commands.Digests;

/// <summary>
/// Which digests an asker may see and change: those of the server where it is asked, and no others, whichever channel is
/// named; the operator's are all of the platform.
/// </summary>
internal sealed class OwnDigests(
    DigestStore store,
    DigestOutbox outbox,
    IEnumerable<IDigestPlatform> platforms,
    TimeProvider clock
)
{
    public const string Channel = "channel";

    // What an operator means who asks from a terminal.
    private const string UsualPlatform = "discord";

    // The day that it is anywhere, and its neighbours.
    private const int DaysThatCount = 3;

    // A name is not worth a longer wait.
    private static readonly TimeSpan NameLimit = TimeSpan.FromSeconds(3);

    private readonly IReadOnlyList<IDigestPlatform> platforms = [.. platforms];

    /// <summary>The option of every command about one digest.</summary>
    public CommandOption Option(string description) =>
        new(Channel, description, OptionKind.Channel) { Suggest = Suggest };

    /// <exception cref="SkillException">It cannot be reached; the message says what to do.</exception>
    public IDigestPlatform PlatformOf(Asker asker) =>
        platforms.FirstOrDefault(one => one.Name == PlatformName(asker)) is { IsOn: true } platform
            ? platform
            : throw new SkillException(
                "PaperBot has no token for Discord, so it cannot look at the channel. Set PAPERBOT__Discord__Token and try again; the README says how to get one."
            );

    public string PlatformName(Asker asker) =>
        asker.IsOperator && platforms.All(one => one.Name != asker.Platform) ? UsualPlatform : asker.Platform;

    /// <summary>The id of the channel that is named, else of the one where it is asked.</summary>
    /// <exception cref="SkillException">There is none.</exception>
    public string ChannelOf(CommandRequest request) =>
        request.Text(Channel) is { } named ? CommandOption.ChannelOf(named)
        : request.Asker.Channel is { Length: > 0 } here ? here
        : throw new SkillException(
            $"/{request.Command} needs a channel here, for example /{request.Command} channel:123456789012345678. /digest show lists those that have a digest."
        );

    public IReadOnlyList<Digest> All(Asker asker) =>
        asker.IsOperator ? [.. store.All().Where(digest => digest.Platform == PlatformName(asker))]
        : asker.Server.Length == 0 ? []
        : store.Of(asker.Platform, asker.Server);

    /// <returns>Null where the channel has none, or none that the asker may know of.</returns>
    public Digest? Find(Asker asker, string channel) =>
        store.Get(PlatformName(asker), channel) is { } digest && IsOwn(asker, digest.Server) ? digest : null;

    /// <summary>Whether the asker may look after a server.</summary>
    public static bool IsOwn(Asker asker, string server) =>
        asker.IsOperator || (asker.Server.Length > 0 && server == asker.Server);

    /// <summary>The digest of the channel that is named, else of the one where it is asked, else the only one there is.</summary>
    /// <exception cref="SkillException">There is none.</exception>
    public Digest Get(CommandRequest request)
    {
        var all = All(request.Asker);
        if (request.Text(Channel) is null && all.Count == 0)
        {
            throw new SkillException(
                "There is no digest here yet. Set one up, for example: /digest setup time:9:00 zone:Europe/Berlin"
            );
        }
        if (request.Text(Channel) is null && request.Asker.Channel.Length == 0 && all is [var single])
        {
            return single;
        }
        var channel = ChannelOf(request);
        if (Find(request.Asker, channel) is { } digest)
        {
            return digest;
        }
        return request.Text(Channel) is not null
                ? throw new SkillException(
                    "That channel has no digest. /digest show lists those that have one; /digest setup gives it one."
                )
            : all is [var only] ? only
            : throw new SkillException(
                $"This channel has no digest; {all.Count} others have. Name one with channel, or see /digest show."
            );
    }

    /// <summary>As people there read it; its id where the platform cannot be asked just now.</summary>
    public async Task<string> NameAsync(Digest digest, CancellationToken ct) =>
        await LookAsync(digest, ct) is { } look ? NameOf(look) : $"channel {digest.Channel}";

    /// <summary>What the channel is, and what PaperBot lacks there; null where the platform cannot be asked just now.</summary>
    public async Task<ChannelLook?> LookAsync(Digest digest, CancellationToken ct)
    {
        if (platforms.FirstOrDefault(one => one.Name == digest.Platform) is not { IsOn: true } platform)
        {
            return null;
        }
        using var limit = new CancellationTokenSource(NameLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            return await platform.LookAsync(digest.Channel, digest.Settings, either.Token);
        }
        catch (SkillException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>When it comes next, soonest first; a day that has its post already gets no second one.</summary>
    /// <exception cref="SkillException">The settings make no schedule.</exception>
    public IReadOnlyList<RunTime> Next(Digest digest, int count) =>
        DigestTimes.Next(
            digest.Settings,
            clock.GetUtcNow(),
            count,
            [.. outbox.Last(digest.Id, DaysThatCount).Select(post => post.Day)]
        );

    public static string NameOf(ChannelLook look) => look.Name.StartsWith('#') ? look.Name : $"#{look.Name}";

    private IReadOnlyList<Suggestion> Suggest(string typed, Asker asker) =>
        [
            .. All(asker)
                .Where(digest => digest.Channel.StartsWith(CommandOption.ChannelOf(typed), StringComparison.Ordinal))
                .Select(digest => new Suggestion(
                    $"{digest.Channel}: {DigestWords.When(digest.Settings)}",
                    digest.Channel
                )),
        ];
}
