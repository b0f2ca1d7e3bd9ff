using System.Globalization;
using PaperBot.Skills.Digests;

namespace PaperBot.Commands.Digests;

/// <summary>Pure: a digest as one line of a list for whoever runs PaperBot, with the ids by which it is named.</summary>
internal static class DigestListLine
{
    /// <param name="next">Null where none comes.</param>
    public static string For(Digest digest, RunTime? next, DateTimeOffset now)
    {
        var state =
            digest.EndedAt is not null ? $"ended: {digest.EndedWhy}"
            : digest.PausedAt is not null ? "paused"
            : next is not null
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"next {next.Moment.UtcDateTime:yyyy-MM-dd HH:mm} UTC, {DigestTimes.Span(next.Moment - now)}"
                )
            : "no post to come";
        return $"channel:{digest.Channel} ({digest.Platform}, server {digest.Server}): {DigestWords.Line(digest.Settings)}; {state}";
    }
}
