using System.Text.Json.Nodes;
using PaperBot.DiscordSimulator;

namespace PaperBot.Tests.DiscordChat.Gateway;

/// <summary>A bot that stays connected from one fault to the next.</summary>
public sealed class ConnectedBot : IAsyncLifetime
{
    internal BotOnDiscord Bot { get; private set; } = null!; // set before the first test

    public async ValueTask InitializeAsync() => Bot = await BotOnDiscord.StartAsync();

    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}

/// <summary>Messages of the gateway that are not as they should be: none costs the connection.</summary>
public sealed class FaultsOfOneMessageTests(ConnectedBot connected) : IClassFixture<ConnectedBot>
{
    private static readonly Dictionary<string, Action<GatewayHub>> Faults = new()
    {
        ["garbage"] = gateway => gateway.SendText("garbage"),
        ["nothing but a space"] = gateway => gateway.SendText(" "),
        ["truncated"] = gateway => gateway.SendText("{\"op\":0,\"s\":9,\"t\":\"INTERACTION_CREATE\",\"d\":{\"id\":"),
        ["an array"] = gateway => gateway.SendText("[]"),
        ["no opcode"] = gateway => gateway.SendText("{}"),
        ["a new opcode"] = gateway => gateway.SendText("{\"op\":64,\"d\":{\"a\":1}}"),
        ["half a surrogate pair"] = gateway => gateway.SendText("{\"op\":0,\"t\":\"\\ud800\",\"d\":{}}"),
        ["a second hello"] = gateway => gateway.SendText("{\"op\":10,\"d\":{\"heartbeat_interval\":1}}"),
        ["an interaction without anything"] = gateway =>
            gateway.SendText("{\"op\":0,\"t\":\"INTERACTION_CREATE\",\"d\":{}}"),
        ["an interaction that is none"] = gateway =>
            gateway.SendText("{\"op\":0,\"t\":\"INTERACTION_CREATE\",\"d\":[\"\\udc00\"]}"),
        ["an event that nobody knows"] = gateway =>
            gateway.Dispatch("OF_NEXT_YEAR", new JsonObject { ["a"] = new JsonArray(1, 2) }),
        ["5 MB"] = gateway => gateway.SendHuge(5_000_000),
        ["the last event again"] = gateway => gateway.RepeatLastEvent(),
        ["an old number"] = gateway => gateway.DispatchAs(1, "OLD", new JsonObject()),
        ["a number below zero"] = gateway => gateway.DispatchAs(-5, "OLDER", new JsonObject()),
        ["asked for a heartbeat"] = gateway => gateway.AskForHeartbeat(),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_next_question_is_answered_once_on_the_same_connection(string fault)
    {
        var bot = connected.Bot;

        Faults[fault](bot.Discord.Gateway);
        var asked = bot.Discord.Inject.Slash("help");

        Assert.NotNull(await asked.WaitForMessageAsync());
        Assert.Equal(1, asked.Answers);
        Assert.Single(bot.Discord.Gateway.Clients);
    }
}
