using System.Security.Cryptography;
using System.Text;
using PaperBot.Chat;

namespace PaperBot.DiscordChat.Messages;

/// <summary>
/// Lines that are too long for a button. They are held in memory alone, because PaperBot keeps nothing of what people ask:
/// after a restart their buttons say what to do. Lines with ids in place of titles always fit.
/// </summary>
internal sealed class LongLines
{
    /// <summary>Begins what stands in for a line; no command can be called so.</summary>
    public const string StandIn = "/~";

    private const int Most = 10_000;
    private const int Fits = 90; // of a button's 100 characters; the rest says what it does

    private readonly Lock guard = new();
    private readonly Dictionary<string, string> lines = [];
    private readonly Queue<string> oldest = new();

    /// <summary>The same reply, with stand-ins for the lines that are too long.</summary>
    public Reply Shorten(Reply reply) =>
        reply.Buttons.All(button => IsShort(button.Command)) && reply.Choices.All(choice => IsShort(choice.Command))
            ? reply
            : reply with
            {
                // A button that asks for a value ends with its name, which a stand-in would hide.
                Buttons =
                [
                    .. reply
                        .Buttons.Where(button => button.Asks is null || IsShort(button.Command))
                        .Select(button => button with { Command = Shorten(button.Command) }),
                ],
                Choices = [.. reply.Choices.Select(choice => choice with { Command = Shorten(choice.Command) })],
            };

    public string Shorten(string line)
    {
        if (IsShort(line))
        {
            return line;
        }
        var key = StandIn + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(line)), 0, 12);
        lock (guard)
        {
            if (lines.TryAdd(key, line))
            {
                oldest.Enqueue(key);
            }
            if (lines.Count > Most)
            {
                lines.Remove(oldest.Dequeue());
            }
        }
        return key;
    }

    /// <returns>Null where it stands for a line that is not remembered any more.</returns>
    public string? Lengthen(string line)
    {
        if (!line.StartsWith(StandIn, StringComparison.Ordinal))
        {
            return line;
        }
        lock (guard)
        {
            return lines.GetValueOrDefault(line);
        }
    }

    private static bool IsShort(string line) => line.Length <= Fits;
}
