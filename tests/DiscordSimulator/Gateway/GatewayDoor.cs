using Microsoft.AspNetCore.Http;
using PaperBot.DiscordSimulator.Rest;

namespace PaperBot.DiscordSimulator.Gateway;

/// <summary>Takes the upgrade request, or refuses it, and keeps the connection until it ends.</summary>
internal static class GatewayDoor
{
    public static async Task EnterAsync(HttpContext http, GatewayHub hub, CancellationToken ct)
    {
        if (hub.TakeRefusal() is { } status)
        {
            Refuse(http, status);
            return;
        }
        var query = http.Request.Query;
        var compress = query["compress"].ToString();
        if (query["encoding"].ToString() is not ("" or "json") || compress is not ("" or "zlib-stream"))
        {
            // etf and zstd-stream exist at Discord and are not simulated.
            Refuse(http, StatusCodes.Status501NotImplemented);
            return;
        }
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var client = new GatewayClient(http.Request.Path, http.Request.QueryString.Value ?? "", hub.Time.GetUtcNow());
        using var connection = new GatewayConnection(
            socket,
            hub,
            client,
            compress.Length > 0,
            () => RestServer.Abort(http)
        );
        hub.Opened(connection);
        if (query["v"].ToString() is not ("" or "9" or "10"))
        {
            connection.Close(CloseCode.InvalidVersion);
        }
        try
        {
            await connection.RunAsync(ct);
        }
        finally
        {
            hub.Ended(connection);
        }
    }

    private static void Refuse(HttpContext http, int status)
    {
        if (status == 0)
        {
            RestServer.Abort(http);
            return;
        }
        http.Response.StatusCode = status;
    }
}
