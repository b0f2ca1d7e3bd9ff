namespace PaperBot.DiscordChat;

/// <summary>Port: keeps PaperBot on Discord while the program runs.</summary>
internal interface IDiscordConnection
{
    /// <summary>Whether a token is set.</summary>
    bool IsWanted { get; }

    /// <summary>The bot's name, once it is connected for the first time.</summary>
    Task<string> Connected { get; }

    /// <summary>Why there is no connection and never will be one; null while there is hope.</summary>
    string? Ended { get; }
}
