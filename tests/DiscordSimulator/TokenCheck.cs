namespace PaperBot.DiscordSimulator;

/// <summary>The bot token, which can be revoked while the bot runs.</summary>
internal sealed class TokenCheck(string token)
{
    public bool Revoked { get; set; }

    public bool Accepts(string? given) => !Revoked && given is not null && Bare(given) == token;

    public bool AcceptsHeader(string? header) =>
        !Revoked && header is not null && header.StartsWith("Bot ", StringComparison.Ordinal) && header[4..] == token;

    // The gateway takes the token with or without its "Bot ".
    private static string Bare(string given) => given.StartsWith("Bot ", StringComparison.Ordinal) ? given[4..] : given;
}
