using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Chat;
using PaperBot.DiscordChat.Messages;
using CommandTable = PaperBot.Chat.CommandTable;

namespace PaperBot.Tests.DiscordChat;

/// <summary>Whatever the client: what stands in the channel is what PaperBot wrote, letter by letter.</summary>
public sealed class SameMessagesTests
{
    [Theory]
    [InlineData("/trending count:20 period:all")]
    [InlineData("/summarize paper:EfficientNet")]
    [InlineData("/compare a:\"Wide Residual Networks\" b:\"Deep Layer Aggregation\"")]
    [InlineData("/search words:\"graph networks\"")]
    [InlineData("/ask question:\"How does data tiering reduce CPU-GPU communication?\"")]
    [InlineData("/ask question:\"What is the capital of France?\"")]
    [InlineData("/related paper:EfficientNet")]
    [InlineData("/paper paper:EfficientNet")]
    [InlineData("/help")]
    [InlineData("/help command:compare")]
    [InlineData("/summarize paper:networks")]
    [InlineData("/search words:\"@everyone **x** <@1> 你好 🧪\"")]
    public async Task An_answer_arrives_as_it_was_written(string line)
    {
        await using var bot = await BotOnDiscord.StartAsync();
        var asker = new Asker("discord", $"{bot.Discord.World.Tester.Id}");
        var request = CommandLine.Parse(line, bot.Services.GetRequiredService<CommandTable>(), asker);
        var reply = await bot
            .Services.GetRequiredService<CommandDispatcher>()
            .DispatchAsync(line, asker, CancellationToken.None);

        var message = await bot
            .Discord.Inject.Slash(
                request.Command,
                request.Values.ToDictionary(
                    value => value.Key,
                    object? (value) => value.Key == "count" ? int.Parse(value.Value) : value.Value
                )
            )
            .WaitForMessageAsync();

        var look = new MessageLook
        {
            Line = reply.Ok ? reply.Again ?? request.ToLine() : null,
            Alone = reply.Private,
            CanShare = true,
            AskedOpenly = true,
        };
        var written = JsonNode.Parse(MessageJson.Of(DiscordMessage.From(reply, look)).Span)!;
        Assert.Equal(reply.Private, message!.IsPrivate);
        Assert.Equal(Shown(written), Shown(message.Json));
    }

    // What a person sees and can press. Members that say the same as nothing are left out, as Discord itself adds some.
    private static string Shown(JsonNode message) =>
        new JsonObject
        {
            ["content"] = message["content"]?.ToString() ?? "",
            ["embeds"] = Plain(message["embeds"]),
            ["components"] = Plain(message["components"]),
        }.ToJsonString();

    private static JsonNode? Plain(JsonNode? node) =>
        node switch
        {
            JsonArray list => new JsonArray([.. list.Select(Plain)]),
            JsonObject members => new JsonObject(
                members
                    .Where(member => !IsNothing(member.Key, member.Value))
                    .OrderBy(member => member.Key, StringComparer.Ordinal)
                    .Select(member => KeyValuePair.Create(member.Key, Plain(member.Value)))
            ),
            _ => node?.DeepClone(),
        };

    private static bool IsNothing(string name, JsonNode? value) =>
        value is null or JsonArray { Count: 0 }
        || value.ToJsonString() is "false"
        || (name, value.ToString()) is ("type", "rich") or ("min_values" or "max_values", "1")
        || name is "id" or "content_scan_version";
}
