using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator.Control;

/// <summary>Faults of the gateway by name.</summary>
internal static class GatewayControl
{
    public static void Do(Simulator discord, JsonObject body)
    {
        var gateway = discord.Gateway;
        var action = body["action"]?.ToString();
        switch (action)
        {
            case "close":
                gateway.Close(body["code"]?.GetValue<int>() ?? 4000, body["reason"]?.ToString());
                break;
            case "abort":
                gateway.Abort();
                break;
            case "silent":
                gateway.GoSilent();
                break;
            case "no-ack":
                gateway.AcknowledgesHeartbeats = false;
                break;
            case "reconnect":
                gateway.AskToReconnect();
                break;
            case "invalid-session":
                gateway.InvalidateSessions(body["resumable"]?.GetValue<bool>() ?? false);
                break;
            case "heartbeat":
                gateway.AskForHeartbeat();
                break;
            case "send":
                gateway.SendText(body["text"]?.ToString() ?? "");
                break;
            case "huge":
                gateway.SendHuge(body["bytes"]?.GetValue<int>() ?? 5_000_000);
                break;
            case "repeat":
                gateway.RepeatLastEvent();
                break;
            case "sequence":
                gateway.DispatchAs(
                    body["s"]?.GetValue<long>() ?? 1,
                    body["t"]?.ToString() ?? "SIMULATED",
                    body["d"]?.DeepClone() ?? new JsonObject()
                );
                break;
            case "refuse":
                gateway.RefuseUpgrades(body["times"]?.GetValue<int>() ?? 1, body["status"]?.GetValue<int>() ?? 503);
                break;
            case "drop":
                gateway.DropNext(Step(body["step"]?.ToString()), body["times"]?.GetValue<int>() ?? 1);
                break;
            case "revoke-token":
                discord.RevokeToken();
                break;
            case "clock-skew":
                discord.ClockSkew = TimeSpan.FromSeconds(body["seconds"]?.GetValue<double>() ?? 0);
                break;
            default:
                throw new ArgumentException($"There is no action '{action}'. See README.md.", nameof(body));
        }
    }

    private static HandshakeStep Step(string? name) =>
        Enum.TryParse<HandshakeStep>(name?.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var step)
            ? step
            : throw new ArgumentException(
                $"There is no step '{name}': before-hello, after-hello, after-identify, after-ready, after-resume.",
                nameof(name)
            );
}
