using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator.Control;

/// <summary>POST /_sim/interactions: injects one, waits for its answer, and remembers it for a modal to follow.</summary>
internal sealed class InteractionControl(Simulator discord)
{
    private const int Kept = 1000;
    private readonly List<InjectedInteraction> injected = [];

    public async Task<JsonNode> InjectAsync(JsonObject body)
    {
        var interaction = Inject(body);
        lock (injected)
        {
            injected.Add(interaction);
            if (injected.Count > Kept)
            {
                injected.RemoveAt(0);
            }
        }
        var answer = await interaction.WaitForAnswerAsync();
        var wait = body["wait_ms"]?.GetValue<double>() ?? 10_000;
        if (answer is { Type: 4 or 5 or 6 or 7 })
        {
            await interaction.WaitForMessageAsync(TimeSpan.FromMilliseconds(wait));
        }
        return new JsonObject
        {
            ["id"] = $"{interaction.Id}",
            ["sent"] = interaction.WasSent,
            ["acknowledged"] = answer is null
                ? null
                : new JsonObject
                {
                    ["type"] = answer.Type,
                    ["ms"] = Math.Round(answer.Milliseconds, 3),
                    ["private"] = answer.IsPrivate,
                },
            ["answers"] = interaction.Answers,
            ["choices"] = interaction.Choices?.DeepClone(),
            ["modal"] = interaction.Modal?.DeepClone(),
            ["messages"] = new JsonArray([.. interaction.Messages.Select(m => m.Json.DeepClone())]),
        };
    }

    private InjectedInteraction Inject(JsonObject body)
    {
        var from = From(body);
        var name = body["command"]?.ToString() ?? "";
        var values = ControlJson.Values(body["options"]);
        return body["type"]?.ToString() switch
        {
            "slash" => discord.Inject.Slash(name, values, from),
            "autocomplete" => discord.Inject.Autocomplete(
                name,
                Text(body, "option"),
                Text(body, "typed"),
                values,
                from
            ),
            "message" => discord.Inject.MessageCommand(name, Message(body), Here(body, from)),
            "button" => discord.Inject.Button(Message(body), Text(body, "custom_id"), Here(body, from)),
            "select" => discord.Inject.Select(
                Message(body),
                Text(body, "custom_id"),
                body["values"]?.Deserialize<string[]>() ?? [],
                Here(body, from)
            ),
            "modal" => discord.Inject.SubmitModal(
                Find(Text(body, "interaction")),
                ControlJson.Values(body["values"]),
                Here(body, from)
            ),
            _ => throw new ArgumentException(
                "type is one of slash, autocomplete, message, button, select, modal.",
                nameof(body)
            ),
        };
    }

    private AskedFrom From(JsonObject body)
    {
        Channel? channel = null;
        if (body["channel"]?.ToString() is { } id)
        {
            channel = discord.World.Named(id) ?? throw new ArgumentException($"No channel {id}.", nameof(body));
        }
        return new AskedFrom
        {
            Channel = channel,
            Locale = body["locale"]?.ToString() ?? "en-US",
            UserInstalled = body["user_installed"]?.GetValue<bool>() ?? false,
            Context = body["context"]?.GetValue<int>(),
            User = body["user"] is JsonObject user
                ? new SimulatedUser(ulong.Parse(Text(user, "id")), Text(user, "name"))
                : null,
            MemberPermissions = body["member_permissions"] is { } bits
                ? (Permissions)ulong.Parse(bits.ToString())
                : Permissions.Usual,
        };
    }

    // Without a channel of its own, an interaction with a message comes from where the message stands.
    private AskedFrom Here(JsonObject body, AskedFrom asked)
    {
        if (asked.Channel is not null)
        {
            return asked;
        }
        var place = body["message"] is null ? Find(Text(body, "interaction")).ChannelId : Message(body).ChannelId;
        return asked with { Channel = discord.World.ChannelTable.GetValueOrDefault(place) };
    }

    private SentMessage Message(JsonObject body)
    {
        var id = Text(body, "message");
        lock (injected)
        {
            var answer = injected.SelectMany(i => i.Messages).FirstOrDefault(m => $"{m.Id}" == id);
            return answer
                ?? discord.World.ChannelTable.Values.SelectMany(c => c.Messages).FirstOrDefault(m => $"{m.Id}" == id)
                ?? throw new ArgumentException($"No message {id}.", nameof(body));
        }
    }

    private InjectedInteraction Find(string id)
    {
        lock (injected)
        {
            return injected.Find(i => $"{i.Id}" == id)
                ?? throw new ArgumentException($"No interaction {id}.", nameof(id));
        }
    }

    private static string Text(JsonObject body, string name) =>
        body[name]?.ToString() ?? throw new ArgumentException($"'{name}' is missing.", nameof(body));
}
