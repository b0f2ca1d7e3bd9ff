namespace PaperBot.DiscordSimulator.Gateway;

/// <summary>Opcodes of the gateway (topics/opcodes-and-status-codes).</summary>
internal static class Op
{
    public const int Dispatch = 0;
    public const int Heartbeat = 1;
    public const int Identify = 2;
    public const int PresenceUpdate = 3;
    public const int VoiceStateUpdate = 4;
    public const int Resume = 6;
    public const int Reconnect = 7;
    public const int RequestGuildMembers = 8;
    public const int InvalidSession = 9;
    public const int Hello = 10;
    public const int HeartbeatAck = 11;
    public const int RequestSoundboardSounds = 31;
}

/// <summary>Close codes of the gateway (topics/opcodes-and-status-codes).</summary>
internal static class CloseCode
{
    public const int UnknownError = 4000;
    public const int UnknownOpcode = 4001;
    public const int DecodeError = 4002;
    public const int NotAuthenticated = 4003;
    public const int AuthenticationFailed = 4004;
    public const int AlreadyAuthenticated = 4005;
    public const int InvalidSequence = 4007;
    public const int RateLimited = 4008;
    public const int SessionTimedOut = 4009;
    public const int InvalidShard = 4010;
    public const int ShardingRequired = 4011;
    public const int InvalidVersion = 4012;
    public const int InvalidIntents = 4013;
    public const int DisallowedIntents = 4014;

    public static string Reason(int code) =>
        code switch
        {
            UnknownError => "Unknown error.",
            UnknownOpcode => "Unknown opcode.",
            DecodeError => "Error while decoding payload.",
            NotAuthenticated => "Not authenticated.",
            AuthenticationFailed => "Authentication failed.",
            AlreadyAuthenticated => "Already authenticated.",
            InvalidSequence => "Invalid seq.",
            RateLimited => "Rate limited.",
            SessionTimedOut => "Session timed out.",
            InvalidShard => "Invalid shard.",
            ShardingRequired => "Sharding required.",
            InvalidVersion => "Invalid API version.",
            InvalidIntents => "Invalid intent(s).",
            DisallowedIntents => "Disallowed intent(s).",
            _ => "",
        };

    /// <summary>After these a session cannot be resumed; clients that want to resume close with a code of their own.</summary>
    public static bool EndsSession(int code) =>
        code
            is 1000
                or 1001
                or NotAuthenticated
                or AuthenticationFailed
                or InvalidSequence
                or SessionTimedOut
                or (>= InvalidShard and <= DisallowedIntents);
}

/// <summary>Intent bits (topics/gateway).</summary>
internal static class Intents
{
    public const long Guilds = 1;
    public const long GuildMessages = 1 << 9;
    public const long DirectMessages = 1 << 12;
    public const long Privileged = (1 << 1) | (1 << 8) | (1 << 15);
    public const long Known = 0x1FFFF | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);
}
