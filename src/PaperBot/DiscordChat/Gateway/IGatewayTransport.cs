namespace PaperBot.DiscordChat.Gateway;

/// <summary>Port: one connection to the gateway.</summary>
internal interface IGatewayTransport : IAsyncDisposable
{
    /// <exception cref="GatewayLostException">It cannot be reached; it is not asked again on this transport.</exception>
    Task ConnectAsync(Uri address, CancellationToken ct);

    /// <returns>The next message as JSON, overwritten by the one after; null where the connection has ended.</returns>
    /// <exception cref="GatewayLostException">The connection broke.</exception>
    ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken ct);

    /// <summary>May be called while a message is awaited, and by several at once.</summary>
    /// <exception cref="GatewayLostException">The connection broke.</exception>
    ValueTask SendAsync(ReadOnlyMemory<byte> json, CancellationToken ct);

    /// <summary>Says goodbye, as far as the other side still listens; never throws.</summary>
    Task CloseAsync(int code);

    /// <summary>What the other side closed the connection with; null where it did not say.</summary>
    int? CloseCode { get; }
}

/// <summary>The connection to the gateway broke or could not be made; it says how.</summary>
internal sealed class GatewayLostException(string message, Exception? inner = null) : IOException(message, inner);
