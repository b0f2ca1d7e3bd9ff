namespace PaperBot.DiscordChat.Gateway;

/// <summary>
/// What the gateway's close codes ask for
/// (https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes).
/// </summary>
internal static class CloseCodes
{
    /// <summary>Ours, when a session is to be resumed: 1000 and 1001 would end it.</summary>
    public const int Resuming = 4900;

    public const int NormalClosure = 1000;

    private const int NotAuthenticated = 4003;
    private const int AuthenticationFailed = 4004;
    private const int InvalidSequence = 4007;
    private const int RateLimited = 4008;
    private const int SessionTimedOut = 4009;
    private const int InvalidShard = 4010;
    private const int ShardingRequired = 4011;
    private const int InvalidVersion = 4012;
    private const int InvalidIntents = 4013;
    private const int DisallowedIntents = 4014;

    private static readonly TimeSpan AfterRateLimit = TimeSpan.FromSeconds(5); // only a flood of heartbeats brings it about

    /// <summary>Why no reconnection helps; null where one does.</summary>
    public static string? Fatal(int? code) =>
        code switch
        {
            AuthenticationFailed =>
                "Discord does not accept the token. Copy a new one from the developer portal (your application, Bot, Reset Token) and set PAPERBOT__Discord__Token.",
            InvalidShard =>
                "Discord does not know the shard that PaperBot asked for. Restart PaperBot; if that does not help, report it as a fault.",
            ShardingRequired =>
                "The bot is in so many servers that Discord asks for more shards than PaperBot has. Restart PaperBot: it asks Discord for their number at its start.",
            InvalidVersion =>
                "Discord has switched off the version of its gateway that this PaperBot speaks. Update PaperBot.",
            InvalidIntents or DisallowedIntents =>
                "Discord refuses the intents that PaperBot asks for, although none of them is privileged. Update PaperBot, and check in the developer portal that the bot is not disabled.",
            _ => null,
        };

    /// <summary>Whether the session is gone, so that a new one must be begun.</summary>
    public static bool EndsSession(int? code) => code is NotAuthenticated or InvalidSequence or SessionTimedOut;

    /// <summary>How long to wait at least.</summary>
    public static TimeSpan Wait(int? code) => code == RateLimited ? AfterRateLimit : TimeSpan.Zero;
}
