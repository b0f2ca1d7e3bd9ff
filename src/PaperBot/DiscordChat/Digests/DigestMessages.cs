using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PaperBot.Chat;
using PaperBot.Digests;
using PaperBot.DiscordChat.Messages;
using PaperBot.Skills.Digests;

namespace PaperBot.DiscordChat.Digests;

/// <summary>Pure: what each part of a digest is on Discord: its message, the name of its thread or post.</summary>
internal static class DigestMessages
{
    /// <summary>The whole digest, with a nonce that is the same for every try.</summary>
    public static DiscordMessage Whole(DigestErrand errand) =>
        Of(Pictured(errand, AsPosted(errand)), errand) with
        {
            Nonce = Nonce(errand),
        };

    /// <summary>The whole digest with what came late; takes the place of the one that was posted, and calls nobody.</summary>
    public static DiscordMessage Settled(DigestErrand errand) =>
        DiscordMessage.From(Pictured(errand, errand.Post.Content), Look(errand));

    /// <summary>Of a forum: what is to be said of the day itself.</summary>
    public static DiscordMessage Day(DigestErrand errand) =>
        DiscordMessage.From(
            DigestReply.Pictured(DigestReply.DayPost(errand.Post.Content, errand.Digest.Settings), errand.Post.Content),
            Look(errand) with
            {
                Quiet = errand.Digest.Settings.IsQuiet,
            }
        );

    /// <summary>One paper as a post of a forum; what came late makes no sound.</summary>
    public static DiscordMessage Post(DigestErrand errand, DigestPick pick)
    {
        var isLate = errand.Post.Content.Late.Contains(pick);
        return DiscordMessage.From(
            DigestReply.Post(errand.Post.Content, pick, errand.Digest.Settings),
            new MessageLook { Quiet = errand.Digest.Settings.IsQuiet || isLate, Calls = isLate ? [] : Calls([pick]) }
        );
    }

    /// <summary>What changed in a paper, where people talk about it; known by its title, which is not the paper's own post's.</summary>
    public static DiscordMessage Version(DigestErrand errand, DigestVersionNotice notice)
    {
        var reply = VersionReply.From(notice);
        return DiscordMessage.From(
            reply with
            {
                Title = string.Create(CultureInfo.InvariantCulture, $"Version {notice.To}: {notice.Title}"),
            },
            new MessageLook
            {
                Line = reply.Again,
                Quiet = errand.Digest.Settings.IsQuiet,
                Nonce = Nonce(errand),
            }
        );
    }

    /// <summary>The title of the whole digest as Discord shows it: it holds the day, and the message is known by it.</summary>
    public static string Title(DigestErrand errand) =>
        DiscordMessage.From(DigestReply.From(AsPosted(errand), errand.Digest.Settings), Look(errand)).Embed.Title;

    /// <summary>Of the digest's thread, or of a forum's post that is about the whole digest.</summary>
    public static string Name(DigestErrand errand) =>
        DiscordText.FitPlain(
            DigestLabels.Of(errand.Digest.Settings).Title(errand.Post.Day, errand.Digest.Settings.IsWeekly),
            DiscordLimits.ThreadName
        );

    /// <summary>Of a paper's post: its title; where that is too long, its id tells it from others that begin alike.</summary>
    public static string Name(DigestPick pick)
    {
        var title = DiscordText.FitPlain(pick.Title.ReplaceLineEndings(" "), int.MaxValue);
        if (title.Length is > 0 and <= DiscordLimits.ThreadName)
        {
            return title;
        }
        var id = $" {DiscordText.FitPlain($"({pick.Paper})", DiscordLimits.ThreadName / 2)}";
        return (DiscordText.FitPlain(title, DiscordLimits.ThreadName - id.Length) + id).Trim();
    }

    /// <summary>
    /// By which Discord knows a second try for some minutes, among all messages of the bot: 24 of the 25 characters it takes.
    /// </summary>
    public static string Nonce(DigestErrand errand) =>
        Nonce(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{errand.Digest.Channel}/{errand.Post.Day:yyyyMMdd}/{errand.Post.Id}/{errand.Part.Part}"
            )
        );

    public static string Nonce(string of) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(of)), 0, 18);

    private static Reply Pictured(DigestErrand errand, DigestContent content) =>
        DigestReply.Pictured(DigestReply.From(content, errand.Digest.Settings), content);

    // Late papers are added by an edit of their own, also where the first message is sent again after they are known.
    private static DigestContent AsPosted(DigestErrand errand) => errand.Post.Content with { Late = [] };

    private static DiscordMessage Of(Reply reply, DigestErrand errand) =>
        DiscordMessage.From(
            reply,
            Look(errand) with
            {
                Quiet = errand.Digest.Settings.IsQuiet,
                Calls = Calls(errand.Post.Content.Picks),
            }
        );

    private static MessageLook Look(DigestErrand errand) =>
        new() { Line = DigestReply.From(errand.Post.Content, errand.Digest.Settings).Again };

    private static IReadOnlyList<ulong> Calls(IReadOnlyList<DigestPick> picks) =>
        [
            .. picks
                .SelectMany(pick => pick.Readers)
                .Where(reader => reader.Mention)
                .Select(reader =>
                    ulong.TryParse(reader.User, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0
                )
                .Where(id => id != 0),
        ];
}
