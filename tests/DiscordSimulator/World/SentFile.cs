namespace PaperBot.DiscordSimulator;

/// <summary>A file that the bot uploaded with a message.</summary>
/// <param name="Number">By which the message names it: of <c>files[n]</c>.</param>
public sealed record SentFile(int Number, string Name, string? ContentType, byte[] Content)
{
    public long Bytes => Content.Length;
}
