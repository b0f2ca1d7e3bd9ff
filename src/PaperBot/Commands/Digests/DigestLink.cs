using PaperBot.Skills.Digests;

namespace PaperBot.Commands.Digests;

/// <summary>Pure: the address of a post.</summary>
internal static class DigestLink
{
    /// <param name="place">The platform's id of the message, or of a forum's post.</param>
    /// <returns>Null on platforms whose messages have no address.</returns>
    public static Uri? To(Digest digest, string place, DigestPartKind kind) =>
        digest.Platform != "discord" ? null
        : kind == DigestPartKind.ForumPost ? new Uri($"https://discord.com/channels/{digest.Server}/{place}")
        : new Uri($"https://discord.com/channels/{digest.Server}/{digest.Channel}/{place}");
}
