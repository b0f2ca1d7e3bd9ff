namespace PaperBot.DiscordChat.Gateway;

/// <summary>What a <see cref="GatewaySession"/> wants done.</summary>
internal abstract record GatewayAction
{
    /// <summary>Send this JSON.</summary>
    internal sealed record Send(byte[] Json) : GatewayAction;

    /// <summary>Send this JSON, which begins a session and so uses up one of the day's session starts.</summary>
    internal sealed record Begin(byte[] Json) : GatewayAction;

    /// <summary>Call <see cref="GatewaySession.HeartbeatDue"/> after a random part of the interval, then once each.</summary>
    internal sealed record StartHeartbeats(TimeSpan Interval) : GatewayAction;

    /// <summary>The session is up: it was begun, or resumed and everything missed has been seen.</summary>
    /// <param name="IsNew">It was begun, so what happened while it was down is lost.</param>
    /// <param name="Application">The id of the application; 0 where it was resumed.</param>
    /// <param name="Name">The bot's; empty where it was resumed.</param>
    internal sealed record Up(bool IsNew, ulong Application, string Name) : GatewayAction;

    /// <summary>An event for the bot.</summary>
    internal sealed record Tell(string Event, ReadOnlyMemory<byte> Data) : GatewayAction;

    /// <summary>Leave this connection with this close code and make a new one.</summary>
    /// <param name="CloseCode">Null where it is closed already.</param>
    /// <param name="Wait">At least so long before the next.</param>
    /// <param name="Spread">By chance up to so much longer.</param>
    internal sealed record Reconnect(int? CloseCode, string Why, TimeSpan Wait = default, TimeSpan Spread = default)
        : GatewayAction;

    /// <summary>No connection will ever work until somebody changes something.</summary>
    internal sealed record End(string Sentence) : GatewayAction;
}
