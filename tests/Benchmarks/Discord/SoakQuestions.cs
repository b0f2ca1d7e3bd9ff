using System.Text.Json.Nodes;
using PaperBot.DiscordSimulator;

namespace PaperBot.Benchmarks.Discord;

/// <summary>What many people ask in turn, in a server, in a group and alone: commands, suggestions, and what answers offer to press.</summary>
internal sealed class SoakQuestions
{
    private const int People = 500;
    private const int Kept = 200;
    private const int Button = 2;
    private const int Menu = 3;
    private const int Link = 5;
    private readonly Simulator discord;
    private readonly Random dice;
    private readonly List<AskedFrom> people;
    private readonly List<(SentMessage Message, AskedFrom From)> answers = [];

    public SoakQuestions(Simulator discord, Random dice)
    {
        this.discord = discord;
        this.dice = dice;
        var world = discord.World;
        people =
        [
            .. Enumerable
                .Range(0, People)
                .Select(i => new AskedFrom
                {
                    User = world.NewUser($"user {i}"),
                    Channel =
                        i % 10 == 0 ? world.Group
                        : i % 10 == 1 ? world.DirectMessages
                        : null,
                }),
        ];
    }

    public InjectedInteraction Ask(int number)
    {
        var from = people[number % people.Count];
        return (number % 11) switch
        {
            0 or 1 => Slash("help", null, from),
            2 or 3 => Slash("summarize", ("paper", "EfficientNet"), from),
            4 => Slash("summarize", ("paper", "networks"), from), // which are many: a menu
            5 or 6 => Slash("search", ("words", "graph networks"), from),
            7 => Slash("trending", null, from),
            8 => discord.Inject.Autocomplete("summarize", "paper", "eff", from: from),
            _ => Press() ?? Slash("help", null, from),
        };
    }

    /// <summary>What it was answered with can be pressed from now on.</summary>
    public void Answered(InjectedInteraction asked)
    {
        if (asked.Messages is [.., { IsLoading: false, IsDeleted: false } message] && Parts(message).Any())
        {
            if (answers.Count == Kept)
            {
                answers.RemoveAt(dice.Next(Kept));
            }
            var place =
                discord.World.Group.Id == asked.ChannelId ? discord.World.Group
                : asked.GuildId is null ? discord.World.DirectMessages
                : null;
            answers.Add((message, new AskedFrom { User = asked.User, Channel = place }));
        }
    }

    private InjectedInteraction? Press()
    {
        if (answers.Count == 0)
        {
            return null;
        }
        var (message, from) = answers[dice.Next(answers.Count)];
        if (Parts(message).ToList() is not { Count: > 0 } parts)
        {
            return null; // It has become another since.
        }
        var part = parts[dice.Next(parts.Count)];
        var id = part["custom_id"]!.ToString(); // Parts have one.
        return part["options"] is JsonArray options
            ? discord.Inject.Select(message, id, [options[dice.Next(options.Count)]!["value"]!.ToString()], from) // a menu has values
            : discord.Inject.Button(message, id, from);
    }

    // What can be pressed.
    private static IEnumerable<JsonObject> Parts(SentMessage message) =>
        (message.Json["components"] as JsonArray ?? [])
            .SelectMany(row => row?["components"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .Where(part =>
                (int?)part["type"] is Button or Menu
                && (int?)part["style"] != Link
                && part["custom_id"] is not null
                && (bool?)part["disabled"] != true
            );

    private InjectedInteraction Slash(string command, (string Name, string Value)? option, AskedFrom from) =>
        discord.Inject.Slash(
            command,
            option is { } given ? new Dictionary<string, object?> { [given.Name] = given.Value } : null,
            from
        );
}
