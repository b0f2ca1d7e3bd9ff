using System.IO.Compression;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using PaperBot.DiscordSimulator;

namespace PaperBot.Tests.DiscordSimulator;

/// <summary>A gateway client that does nothing by itself: the test says what is sent and reads what comes.</summary>
internal sealed class RawClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ClientWebSocket socket = new();
    private readonly MemoryStream packed = new();
    private readonly ZLibStream unpacking;

    private RawClient() => unpacking = new ZLibStream(packed, CompressionMode.Decompress);

    public static async Task<RawClient> ConnectAsync(
        Simulator discord,
        string query = "?v=10&encoding=json",
        string path = "/"
    )
    {
        var client = new RawClient();
        using var limit = new CancellationTokenSource(Patience);
        await client.socket.ConnectAsync(new Uri(discord.GatewayAddress, path + query), limit.Token);
        return client;
    }

    /// <summary>Connects, hears HELLO, identifies and hears READY; returns READY's data.</summary>
    public static async Task<(RawClient Client, JsonNode Ready)> LogInAsync(
        Simulator discord,
        string query = "?v=10&encoding=json"
    )
    {
        var client = await ConnectAsync(discord, query);
        Assert.Equal(10, (int)(await client.HearAsync())["op"]!);
        await client.IdentifyAsync(discord.Options.Token);
        return (client, (await client.HearAsync("READY"))["d"]!);
    }

    public Task IdentifyAsync(string token, long intents = 1, JsonArray? shard = null)
    {
        var d = new JsonObject
        {
            ["token"] = token,
            ["intents"] = intents,
            ["properties"] = new JsonObject { ["os"] = "linux" },
        };
        if (shard is not null)
        {
            d["shard"] = shard;
        }
        return SayAsync(2, d);
    }

    public Task SayAsync(int op, JsonNode? d) => SayAsync(new JsonObject { ["op"] = op, ["d"] = d }.ToJsonString());

    public async Task SayAsync(string text)
    {
        using var limit = new CancellationTokenSource(Patience);
        await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, limit.Token);
    }

    /// <summary>The next frame, or the next event of that name.</summary>
    public async Task<JsonNode> HearAsync(string? name = null)
    {
        while (true)
        {
            var (bytes, type) = await ReceiveAsync();
            Assert.NotEqual(WebSocketMessageType.Close, type);
            var frame = JsonNode.Parse(type == WebSocketMessageType.Binary ? Unpack(bytes) : bytes)!;
            if (name is null || frame["t"]?.ToString() == name)
            {
                return frame;
            }
        }
    }

    /// <summary>Reads until the server closes; its close code.</summary>
    public async Task<int> HearCloseAsync()
    {
        while ((await ReceiveAsync()).Type != WebSocketMessageType.Close) { }
        return (int)socket.CloseStatus!;
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        socket.Dispose();
        await unpacking.DisposeAsync();
        await packed.DisposeAsync();
    }

    public static HttpClient Rest(Simulator discord)
    {
        var http = new HttpClient { BaseAddress = new Uri(discord.RestAddress + "/") };
        http.DefaultRequestHeaders.Add("Authorization", $"Bot {discord.Options.Token}");
        return http;
    }

    public static Task<HttpResponseMessage> AnswerAsync(
        HttpClient http,
        InjectedInteraction interaction,
        JsonNode body
    ) => http.PostAsJsonAsync($"interactions/{interaction.Id}/{interaction.Token}/callback", body);

    private async Task<(byte[] Bytes, WebSocketMessageType Type)> ReceiveAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        using var whole = new MemoryStream();
        var buffer = new byte[16_384];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, limit.Token);
            whole.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return (whole.ToArray(), part.MessageType);
            }
        }
    }

    private byte[] Unpack(byte[] bytes)
    {
        Assert.Equal([0, 0, 0xFF, 0xFF], bytes[^4..]);
        packed.SetLength(0);
        packed.Write(bytes);
        packed.Position = 0;
        using var text = new MemoryStream();
        var buffer = new byte[16_384];
        int read;
        while ((read = unpacking.Read(buffer)) > 0)
        {
            text.Write(buffer, 0, read);
        }
        return text.ToArray();
    }
}
