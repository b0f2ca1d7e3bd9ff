namespace PaperBot.DiscordSimulator;

/// <summary>Whether an interaction can have reached the bot in time, by what the simulator knows; the better comes first.</summary>
public enum Reach
{
    /// <summary>It was sent, or sent again on a resume, and the connection stood; or the bot itself said that it had it.</summary>
    Reached,

    /// <summary>It was sent, the connection was lost at once, and the session was not resumed in time.</summary>
    CutOff,

    /// <summary>The connection had gone silent, and the bot did not come back in time.</summary>
    Silence,

    /// <summary>Nobody was connected, and nobody resumed in time.</summary>
    Nobody,
}
