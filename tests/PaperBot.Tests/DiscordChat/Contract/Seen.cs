using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Chat;
using PaperBot.DiscordSimulator;
using PaperBot.Fakes;

namespace PaperBot.Tests.DiscordChat;

/// <summary>What stands in a message on the simulated Discord.</summary>
internal static class Seen
{
    public static JsonObject Embed(this SentMessage message) => (JsonObject)message.Json["embeds"]![0]!;

    public static string? Title(this SentMessage message) =>
        message.Json["embeds"] is JsonArray { Count: > 0 } ? message.Embed()["title"]?.ToString() : null;

    public static IReadOnlyList<JsonObject> Components(this SentMessage message) =>
        [
            .. (message.Json["components"] as JsonArray ?? [])
                .SelectMany(row => (JsonArray)row!["components"]!)
                .Cast<JsonObject>(),
        ];

    /// <returns>The id of the button with that label.</returns>
    public static string Button(this SentMessage message, string label) =>
        message.Components().Single(part => part["label"]?.ToString() == label)["custom_id"]!.ToString();

    public static Task<BotOnDiscord> BotWithAsync(string name, Func<CommandRequest, Task<Reply>> answer) =>
        BotOnDiscord.StartAsync(replace: services =>
            services.AddSingleton<ICommand>(new TestCommand(name) { Answer = (request, _) => answer(request) })
        );
}
