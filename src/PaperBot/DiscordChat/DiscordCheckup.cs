using Microsoft.Extensions.Options;
using PaperBot.Chat;
using PaperBot.Checkups;
using PaperBot.DiscordChat.Posts;
using PaperBot.Skills.Papers;

namespace PaperBot.DiscordChat;

/// <summary>Whether PaperBot can do its work on Discord: token, intents, clock, commands, and each channel of the daily post.</summary>
internal sealed class DiscordCheckup(
    IDiscord discord,
    CommandTable table,
    IOptions<DiscordOptions> options,
    TimeProvider clock
) : ICheckup
{
    private const string About = "Discord";

    // Flags of an application (https://discord.com/developers/docs/resources/application#application-object-application-flags),
    // each for verified bots and for small ones.
    private const long MessageContent = 1 << 18 | 1 << 19;
    private const long Members = 1 << 14 | 1 << 15;
    private const long Presence = 1 << 12 | 1 << 13;

    private const int FewStarts = 20;

    private static readonly TimeSpan ClockDoubt = TimeSpan.FromSeconds(10);

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken ct)
    {
        if (!options.Value.IsOn)
        {
            return
            [
                new(
                    Grade.Hint,
                    About,
                    "no token is set, so PaperBot is not on Discord. The README shows how to connect it in five steps."
                ),
            ];
        }
        var findings = new List<Finding>();
        try
        {
            var application = await discord.ApplicationAsync(ct);
            findings.AddRange(Application(application));
            findings.AddRange(Clock(application.At));
            findings.Add(await GatewayAsync(ct));
            findings.AddRange(await ServersAsync(application.Id, ct));
            findings.AddRange(await CommandsAsync(application.Id, ct));
            findings.AddRange(await ChannelsAsync(ct));
        }
        catch (DiscordProblem e)
        {
            findings.Add(new(Grade.Bad, About, e.Message));
        }
        return findings;
    }

    private static IEnumerable<Finding> Application(ApplicationFacts application)
    {
        yield return new(Grade.Good, About, $"the token is accepted; the bot is {PaperText.Clean(application.Name)}.");
        if (application.HasEndpoint)
        {
            yield return new(
                Grade.Bad,
                About,
                "the developer portal sends commands to a web address, so PaperBot never hears them. Empty \"Interactions Endpoint URL\" under General Information."
            );
        }
        if (application.NeedsCodeGrant)
        {
            yield return new(
                Grade.Bad,
                About,
                "nobody can invite the bot, because the developer portal asks for a code grant. Switch off \"Requires OAuth2 Code Grant\" under Bot."
            );
        }
        var privileged = new[]
        {
            (Presence, "Presence"),
            (Members, "Server Members"),
            (MessageContent, "Message Content"),
        }
            .Where(intent => (application.Flags & intent.Item1) != 0)
            .Select(intent => intent.Item2)
            .ToList();
        yield return privileged.Count == 0
            ? new(Grade.Good, "Intents", "PaperBot asks for servers and channels alone; it can read no message.")
            : new(
                Grade.Hint,
                "Intents",
                $"{string.Join(" and ", privileged)} is switched on in the developer portal. PaperBot does not use it: switch it off under Bot."
            );
    }

    private IEnumerable<Finding> Clock(DateTimeOffset? at)
    {
        if (at is not { } theirs)
        {
            yield break;
        }
        var ahead = clock.GetUtcNow() - theirs;
        yield return ahead.Duration() < ClockDoubt
            ? new(Grade.Good, "Clock", "agrees with Discord's.")
            : new(
                Grade.Bad,
                "Clock",
                $"this computer's clock is {ahead.Duration().TotalSeconds:0} seconds {(ahead > TimeSpan.Zero ? "ahead of" : "behind")} Discord's, so posts come at the wrong time. Let it be set from the network (NTP)."
            );
    }

    private async Task<Finding> GatewayAsync(CancellationToken ct)
    {
        var info = await discord.GatewayAsync(ct);
        var hours = Math.Ceiling(info.ResetAfter.TotalHours);
        return info.RemainingStarts > FewStarts
            ? new(
                Grade.Good,
                "Gateway",
                $"{info.Shards} {(info.Shards == 1 ? "connection" : "connections")} needed; {info.RemainingStarts:N0} of {info.TotalStarts:N0} session starts are left today."
            )
            : new(
                info.RemainingStarts == 0 ? Grade.Bad : Grade.Hint,
                "Gateway",
                $"only {info.RemainingStarts:N0} of {info.TotalStarts:N0} session starts are left for the next {hours:0} hours. Something starts the bot over and over: look at the log, and whether the token is used elsewhere too."
            );
    }

    private async Task<IReadOnlyList<Finding>> ServersAsync(ulong application, CancellationToken ct) =>
        await discord.IsInAnyServerAsync(ct)
            ? []
            :
            [
                new(
                    Grade.Hint,
                    "Servers",
                    $"the bot is in no server yet. Invite it: {ChannelAccess.Invitation(application)}"
                ),
            ];

    private async Task<IReadOnlyList<Finding>> CommandsAsync(ulong application, CancellationToken ct)
    {
        const string about = "Commands";
        if (options.Value.TestGuildId is not { } guild)
        {
            return [await CommandsAsync(application, null, ct)];
        }
        try
        {
            var own = await CommandsAsync(application, guild, ct);
            using var everywhere = await discord.CommandsAsync(application, null, ct);
            return everywhere.RootElement.EnumerateArray().Any()
                ?
                [
                    own,
                    new(
                        Grade.Hint,
                        about,
                        "the test server shows each of them twice, because this application has them for all servers too. Use an application of its own for tests."
                    ),
                ]
                : [own];
        }
        catch (DiscordProblem e) when (e.IsRefusedThere)
        {
            return
            [
                new(
                    Grade.Bad,
                    about,
                    $"the bot is not in the test server {guild} of Discord:TestGuildId. Invite it there, or leave the setting out."
                ),
            ];
        }
    }

    private async Task<Finding> CommandsAsync(ulong application, ulong? guild, CancellationToken ct)
    {
        using var has = await discord.CommandsAsync(application, guild, ct);
        return DiscordCommandSchema.IsSame(
            has.RootElement,
            DiscordCommandSchema.All(table.All, isTest: guild is not null)
        )
            ? new(Grade.Good, "Commands", $"Discord has all {DiscordCommandSchema.Count(table.All)} of them.")
            : new(
                Grade.Hint,
                "Commands",
                "Discord does not have those of this version yet; PaperBot brings them when it serves."
            );
    }

    private async Task<IReadOnlyList<Finding>> ChannelsAsync(CancellationToken ct)
    {
        var channels = options.Value.ReadChannels();
        if (channels.Count == 0)
        {
            return
            [
                new(
                    Grade.Hint,
                    "Daily post",
                    "no Discord channel gets it. Set Discord:Channels:0 to the id of one (right click, Copy Channel ID)."
                ),
            ];
        }
        var findings = new List<Finding>();
        foreach (var channel in channels)
        {
            findings.Add(await ChannelAsync(channel, ct));
        }
        return findings;
    }

    private async Task<Finding> ChannelAsync(ulong id, CancellationToken ct)
    {
        var about = $"Channel {id}";
        try
        {
            var channel = await discord.ChannelAsync(id, ct);
            if (channel is not { Place: { } place, Type: ChannelFacts.Text or ChannelFacts.Announcement })
            {
                return new(
                    Grade.Bad,
                    about,
                    "it is no text or announcement channel of a server. Name another one in Discord:Channels."
                );
            }
            var name = $"#{channel.Name} in {place.Name}";
            var missing = channel.Missing & ChannelPermissions.Post;
            return missing == ChannelPermissions.None
                ? new(Grade.Good, about, PaperText.Clean($"{name} gets the daily post."))
                : new(
                    Grade.Bad,
                    about,
                    PaperText.Clean(
                        $"in {name} PaperBot lacks {ChannelAccess.Names(missing)}. Give them to its role there (channel settings, Permissions)."
                    )
                );
        }
        catch (DiscordProblem e) when (e.IsRefusedThere)
        {
            return new(Grade.Bad, about, e.Message);
        }
    }
}
