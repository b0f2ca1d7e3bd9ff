using System.Globalization;
using PaperBot.Chat;

namespace PaperBot.DiscordChat.Messages;

/// <summary>A file of a message, within Discord's limits.</summary>
/// <param name="Name">ASCII letters, digits, dots, hyphens and underscores alone, or Discord would rename it and the embed not find it.</param>
/// <param name="AltText">Up to 1,024 characters; may be empty.</param>
internal sealed record MessageFile(string Name, string MediaType, ReadOnlyMemory<byte> Bytes, string AltText);

/// <summary>Pure: the files of a reply that a message can take.</summary>
internal static class MessageFiles
{
    private const int LongestName = 100;

    /// <summary>The reply with the files that fit; it says which did not.</summary>
    public static Reply Fitting(Reply reply)
    {
        if (reply.Files.Count == 0)
        {
            return reply;
        }
        var room = (long)DiscordLimits.FileBytes;
        var (taken, left) = (new List<ReplyFile>(), new List<ReplyFile>());
        foreach (var file in reply.Files)
        {
            var fits = taken.Count < DiscordLimits.Files && file.Bytes.Length <= room;
            (fits ? taken : left).Add(file);
            room -= fits ? file.Bytes.Length : 0;
        }
        return left.Count == 0
            ? reply
            : reply with
            {
                Files = taken,
                Notes = [.. reply.Notes, .. left.Select(TooMuch)],
            };
    }

    public static IReadOnlyList<MessageFile> Of(Reply reply) =>
        [
            .. reply.Files.Select(file => new MessageFile(
                NameOf(file.Name),
                file.MediaType,
                file.Bytes,
                DiscordText.FitPlain(file.AltText, DiscordLimits.AltText)
            )),
        ];

    /// <returns>The address by which an embed shows the picture; null where the reply has none.</returns>
    public static string? Picture(Reply reply) =>
        reply.Files.Any(file => file.Name == reply.Picture) ? $"attachment://{NameOf(reply.Picture!)}" : null;

    private static string NameOf(string name)
    {
        var safe = string.Concat(
            name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '_')
        );
        return safe.Length <= LongestName ? safe : safe[^LongestName..];
    }

    private static string TooMuch(ReplyFile file) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{file.Name} ({file.Bytes.Length / 1e6:0.0} MB) is more than a message on Discord can take with it."
        );
}
