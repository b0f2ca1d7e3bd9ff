using System.Text.Json;

namespace PaperBot.DiscordChat.Gateway;

/// <summary>What /gateway/bot says (https://discord.com/developers/docs/events/gateway#get-gateway-bot).</summary>
/// <param name="Shards">As many connections as Discord recommends, at least 1.</param>
/// <param name="TotalStarts">Sessions that may be begun a day.</param>
/// <param name="ResetAfter">When all session starts are there again.</param>
/// <param name="MaxConcurrency">How many shards may begin at once, at least 1.</param>
internal sealed record GatewayInfo(
    Uri Url,
    int Shards,
    int TotalStarts,
    int RemainingStarts,
    TimeSpan ResetAfter,
    int MaxConcurrency
)
{
    private const int UsualStarts = 1_000;

    /// <returns>Null where it names no gateway; what else is missing has its usual value.</returns>
    public static GatewayInfo? Read(JsonElement answer)
    {
        if (
            answer.ValueKind != JsonValueKind.Object
            || !answer.TryGetProperty("url", out var url)
            || url.ValueKind != JsonValueKind.String
            || !Uri.TryCreate(url.GetString(), UriKind.Absolute, out var address)
            || !(address.Scheme == "wss" || (address.Scheme == "ws" && address.IsLoopback))
        )
        {
            return null;
        }
        var starts = answer.TryGetProperty("session_start_limit", out var limit) ? limit : default;
        var total = Math.Max(1, Number(starts, "total") ?? UsualStarts);
        return new GatewayInfo(
            address,
            Math.Clamp(Number(answer, "shards") ?? 1, 1, 10_000),
            total,
            Math.Max(0, Number(starts, "remaining") ?? total),
            TimeSpan.FromMilliseconds(Math.Max(0, Number(starts, "reset_after") ?? 0)),
            Math.Max(1, Number(starts, "max_concurrency") ?? 1)
        );
    }

    private static int? Number(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object
        && of.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out var number)
            ? number
            : null;
}
