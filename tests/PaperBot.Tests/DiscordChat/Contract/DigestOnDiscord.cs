using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Digests;
using PaperBot.DiscordChat;
using PaperBot.DiscordSimulator;
using PaperBot.Skills.Digests;

namespace PaperBot.Tests.DiscordChat;

/// <summary>A bot on a simulated Discord, and errands for its platform of digests.</summary>
internal static class DigestOnDiscord
{
    public const string PostRoute = "POST /channels/{channel}/messages";
    public const string ForumRoute = "POST /channels/{channel}/threads";

    public static DateOnly Day { get; } = new(2026, 11, 24);

    /// <summary>No channel has a digest, so nothing is sent but what a test sends.</summary>
    public static Task<BotOnDiscord> StartAsync(IDigestEvents? hears = null) =>
        BotOnDiscord.StartAsync(replace: services =>
        {
            if (hears is not null)
            {
                services.AddSingleton(hears);
            }
        });

    public static IDigestPlatform Platform(this BotOnDiscord bot) => bot.Services.GetRequiredService<IDigestPlatform>();

    public static Guild Server(this BotOnDiscord bot) => bot.Discord.World.Guilds[0];

    public static Task<string?> SendAsync(this BotOnDiscord bot, DigestErrand errand) =>
        bot.Platform().SendAsync(errand, CancellationToken.None);

    public static Task<string?> FindAsync(this BotOnDiscord bot, DigestErrand errand) =>
        bot.Platform().FindAsync(errand, CancellationToken.None);

    /// <param name="message">Where it belongs to a message that is there.</param>
    /// <param name="part">More than the post says.</param>
    public static DigestErrand Errand(
        Channel channel,
        DigestPartKind kind = DigestPartKind.Message,
        DigestContent? content = null,
        DigestSettings? settings = null,
        string? message = null,
        string? part = null,
        int number = 0
    )
    {
        var said = content ?? Content(Pick(1), Pick(2));
        var now = TimeProvider.System.GetUtcNow();
        var place = channel.Type switch
        {
            ChannelFacts.Forum => DigestPlace.Forum,
            ChannelFacts.Announcement => DigestPlace.Announcement,
            _ => DigestPlace.Channel,
        };
        var digest = new Digest(
            1,
            "discord",
            $"{channel.GuildId}",
            $"{channel.Id}",
            (settings ?? new DigestSettings()) with
            {
                Place = place,
            },
            now,
            null,
            null,
            null
        );
        return new DigestErrand(
            digest,
            new DigestPost(9, 1, said.Day, null, said, now, null),
            new DigestPart(9, number, kind, DigestPartState.Planned, part, null, now, 0, null),
            message
        );
    }

    public static DigestErrand Post(Channel forum, int rank, DigestContent? content = null) =>
        Errand(
            forum,
            DigestPartKind.ForumPost,
            content,
            part: rank.ToString(CultureInfo.InvariantCulture),
            number: rank
        );

    public static DigestContent Content(params DigestPick[] picks) => new(Day, picks, null);

    public static DigestPick Pick(int rank, string? title = null) =>
        new(
            rank,
            $"2401.{rank:00000}",
            title ?? $"Paper *{rank}*",
            new Uri($"https://arxiv.org/abs/2401.{rank:00000}"),
            $"It is about {rank}.",
            null,
            $"{rank} votes",
            "",
            false
        );
}
