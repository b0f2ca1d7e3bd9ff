using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Chat;
using PaperBot.DiscordChat;
using PaperBot.Fakes;

namespace PaperBot.Tests.DiscordChat;

/// <summary>The commands as Discord's menu shows them, and when they are written there.</summary>
public sealed partial class CommandSchemaTests
{
    private const string Put = "PUT /applications/{application}/commands";
    private const string PutInServer = "PUT /applications/{application}/guilds/{guild}/commands";

    [Fact]
    public async Task They_are_written_once_and_not_again_by_a_restart()
    {
        await using var bot = await BotOnDiscord.StartAsync();
        await bot.UntilAsync(() => bot.Discord.Requests.To(Put).Count > 0, "The commands");

        foreach (var looks in new[] { 2, 3 })
        {
            await bot.RestartAsync();
            await bot.UntilAsync(
                () => bot.Discord.Requests.To("GET /applications/{application}/commands").Count == looks,
                "The look at the commands"
            );
        }
        await bot.Discord.Inject.Slash("help").WaitForMessageAsync();

        Assert.Single(bot.Discord.Requests.To(Put));
    }

    [Fact]
    public async Task A_new_version_with_another_command_writes_them_again()
    {
        await using var bot = await BotOnDiscord.StartAsync(replace: services =>
            services.AddSingleton<ICommand>(new TestCommand("fresh"))
        );

        Assert.Contains(bot.Discord.Commands(), command => command["name"]!.ToString() == "fresh");
        Assert.Contains(bot.Discord.Commands(), command => command["type"]!.ToString() == "3");
    }

    [Fact]
    public async Task In_a_test_server_they_are_there_and_nowhere_else_and_a_restart_writes_nothing()
    {
        var guild = 300_000_000_001UL << 22; // the first of the simulator
        var settings = new Dictionary<string, string?> { ["Discord:TestGuildId"] = $"{guild}" };
        await using var bot = await BotOnDiscord.StartAsync(settings: settings, ready: false);
        // The answer, too: a request that the restart cuts off is on no record.
        await bot.UntilAsync(() => bot.Discord.Requests.To(PutInServer).Count == 1, "Its commands");

        await bot.RestartAsync(settings);
        await bot.UntilAsync(
            () => bot.Discord.Requests.To("GET /applications/{application}/guilds/{guild}/commands").Count == 2,
            "A look at what is there"
        );
        await bot.Discord.Inject.Slash("help").WaitForMessageAsync();

        Assert.Empty(bot.Discord.Commands());
        Assert.Single(bot.Discord.Requests.To(PutInServer));
        Assert.Empty(bot.Discord.Requests.To(Put));
    }

    [Fact]
    public async Task When_Discord_breaks_down_over_them_they_are_written_later()
    {
        await using var bot = await BotOnDiscord.StartAsync(
            replace: services => services.AddSingleton<TimeProvider, HurriedClock>(),
            ready: false,
            faults: faults => faults.Fail(Put, 503, times: 9) // more than one request tries
        );

        await bot.UntilAsync(() => bot.Discord.Commands().Count > 0, "The commands");

        Assert.Null(bot.Ended);
        Assert.Contains(bot.Log, line => line.Contains("not registered", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_command_and_option_is_there_in_six_languages_and_within_Discords_limits()
    {
        await using var bot = await BotOnDiscord.StartAsync();
        var commands = Sent(bot);

        Assert.All(commands, CheckCommand);
        var slash = commands.Where(command => command["type"]!.GetValue<int>() == 1).ToList();
        Assert.Equal(
            [
                "trending",
                "trends",
                "summarize",
                "compare",
                "ask",
                "search",
                "related",
                "paper",
                "edition",
                "evidence",
                "mistake",
                "usage",
                "changes",
                "already",
                "follow",
                "following",
                "unfollow",
                "save",
                "saved",
                "unsave",
                "vote",
                "privacy",
                "forget-me",
                "digest",
                "help",
            ],
            slash.Select(command => command["name"]!.ToString())
        );
        var inServers = bot
            .Services.GetRequiredService<CommandTable>()
            .All.Where(command => command.InServersOnly)
            .Select(command => command.Name.Split(' ')[0])
            .ToHashSet();
        var anywhere = commands.Where(command => !inServers.Contains(command["name"]!.ToString())).ToList();
        Assert.NotEmpty(anywhere);
        Assert.All(anywhere, command => Assert.Equal("[0,1,2]", command["contexts"]!.ToJsonString()));
        Assert.All(anywhere, command => Assert.Equal("[0,1]", command["integration_types"]!.ToJsonString()));
        Assert.Equal(
            "[0]",
            slash.Single(command => command["name"]!.ToString() == "already")["contexts"]!.ToJsonString()
        );
        Assert.Equal("true", Option(slash, "compare", "b")["autocomplete"]!.ToJsonString());
        Assert.Equal("1", Option(slash, "trending", "count")["min_value"]!.ToJsonString());
        Assert.Equal(
            ["day", "week", "month", "all"],
            Option(slash, "trending", "period")["choices"]!.AsArray().Select(one => one!["value"]!.ToString())
        );
    }

    [Fact]
    public async Task Digests_are_for_people_who_may_manage_a_server_and_nowhere_else()
    {
        await using var bot = await BotOnDiscord.StartAsync();

        var digest = Sent(bot).Single(command => command["name"]!.ToString() == "digest");

        Assert.Equal("32", digest["default_member_permissions"]!.ToString()); // MANAGE_GUILD
        Assert.Equal("[0]", digest["contexts"]!.ToJsonString());
        Assert.Equal("[0]", digest["integration_types"]!.ToJsonString());
        Assert.All(digest["options"]!.AsArray(), word => Assert.Equal(1, word!["type"]!.GetValue<int>()));
        var setup = digest["options"]![0]!["options"]!.AsArray();
        Assert.Equal(
            "[0,5,15]",
            setup.Single(option => option!["name"]!.ToString() == "channel")!["channel_types"]!.ToJsonString()
        );
        Assert.Equal(
            "true",
            setup.Single(option => option!["name"]!.ToString() == "zone")!["autocomplete"]!.ToJsonString()
        );
    }

    [Theory]
    [InlineData("the order of the commands", true)]
    [InlineData("fields of Discord's own", true)]
    [InlineData("null for what was left out", true)]
    [InlineData("the order of contexts", true)]
    [InlineData("a description", false)]
    [InlineData("a translation", false)]
    [InlineData("an option's name", false)]
    [InlineData("the order of options", false)]
    [InlineData("one command less", false)]
    [InlineData("one command more", false)]
    [InlineData("who may use it", false)]
    [InlineData("where it may be used", false)]
    [InlineData("a limit", false)]
    public async Task What_differs_is_told_from_what_only_looks_different(string difference, bool isSame)
    {
        await using var bot = await BotOnDiscord.StartAsync();
        var has = new JsonArray([.. Sent(bot).Select(command => command.DeepClone())]);
        var wanted = System.Text.Encoding.UTF8.GetBytes(has.ToJsonString());

        Change(has, difference);

        Assert.Equal(isSame, DiscordCommandSchema.IsSame(JsonSerializer.SerializeToElement(has), wanted));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[7]")]
    public void What_is_no_list_of_commands_is_not_the_same(string has) =>
        Assert.False(
            DiscordCommandSchema.IsSame(JsonSerializer.Deserialize<JsonElement>(has), "[{\"name\":\"x\"}]"u8.ToArray())
        );

    private static void Change(JsonArray has, string difference)
    {
        var trending = (JsonObject)has[0]!;
        var options = trending["options"]!.AsArray();
        switch (difference)
        {
            case "the order of the commands":
                var first = has[0];
                has.RemoveAt(0);
                has.Add(first);
                break;
            case "fields of Discord's own":
                trending["id"] = "1";
                trending["version"] = "2";
                trending["dm_permission"] = true;
                break;
            case "null for what was left out":
                trending["default_member_permissions"] = null;
                trending["nsfw"] = false;
                options[0]!["required"] = false;
                break;
            case "the order of contexts":
                trending["contexts"] = new JsonArray(2, 0, 1);
                break;
            case "a description":
                trending["description"] = "Otherwise.";
                break;
            case "a translation":
                trending["description_localizations"]!["de"] = "Anders.";
                break;
            case "an option's name":
                options[0]!["name"] = "time";
                break;
            case "the order of options":
                var option = options[0];
                options.RemoveAt(0);
                options.Add(option);
                break;
            case "one command less":
                has.RemoveAt(0);
                break;
            case "one command more":
                has.Add(
                    new JsonObject
                    {
                        ["type"] = 1,
                        ["name"] = "more",
                        ["description"] = "More.",
                    }
                );
                break;
            case "who may use it":
                trending["default_member_permissions"] = "0";
                break;
            case "where it may be used":
                trending["contexts"] = new JsonArray(0);
                break;
            case "a limit":
                options.Single(one => one!["max_value"] is not null)!["max_value"] = 99;
                break;
        }
    }

    private static void CheckCommand(JsonObject command)
    {
        var isSlash = command["type"]!.GetValue<int>() == 1;
        Assert.InRange(CheckTexts(command, isSlash) + CheckOptions(command), 1, 8_000);
    }

    // Of a group these are its commands, with options of their own.
    private static int CheckOptions(JsonObject of)
    {
        var options = of["options"]?.AsArray().Cast<JsonObject>().ToList() ?? [];
        Assert.InRange(options.Count, 0, 25);
        Assert.Equal(options.Select(Required).OrderDescending(), options.Select(Required)); // those first, or Discord refuses
        foreach (
            var locale in options
                .SelectMany(option => option["name_localizations"]!.AsObject())
                .GroupBy(name => name.Key)
        )
        {
            Assert.Equal(options.Count, locale.Select(name => name.Value!.ToString()).Distinct().Count());
        }
        return options.Sum(option =>
            CheckTexts(option, isSlash: true)
            + CheckOptions(option)
            + (option["choices"]?.AsArray().Sum(one => one!["name"]!.ToString().Length * 2) ?? 0)
        );
    }

    // The longest of all languages counts.
    private static int CheckTexts(JsonObject of, bool isSlash)
    {
        var names = of["name_localizations"]!.AsObject();
        Assert.All(
            ["de", "fr", "es-ES", "ja", "zh-CN"],
            locale => Assert.True(names.ContainsKey(locale), $"{of["name"]} lacks a name for {locale}")
        );
        var all = names.Select(name => name.Value!.ToString()).Append(of["name"]!.ToString()).ToList();
        Assert.All(all, name => Assert.InRange(name.Length, 1, 32));
        if (!isSlash)
        {
            return all.Max(name => name.Length);
        }
        Assert.All(all, name => Assert.Matches(Name(), name));
        Assert.All(all, name => Assert.Equal(name.ToLowerInvariant(), name));
        var said = of["description_localizations"]!.AsObject();
        Assert.Equal(names.Select(name => name.Key), said.Select(text => text.Key));
        var descriptions = said.Select(text => text.Value!.ToString()).Append(of["description"]!.ToString()).ToList();
        Assert.All(descriptions, text => Assert.InRange(text.Length, 1, 100));
        Assert.Equal(descriptions.Distinct().Count(), descriptions.Count - 1); // zh-TW reads zh-CN
        return all.Max(name => name.Length) + descriptions.Max(text => text.Length);
    }

    private static bool Required(JsonObject option) => option["required"]?.GetValue<bool>() ?? false;

    private static JsonNode Option(List<JsonObject> commands, string command, string option) =>
        commands.Single(one => one["name"]!.ToString() == command)["options"]!
            .AsArray()
            .Single(one => one!["name"]!.ToString() == option)!;

    private static List<JsonObject> Sent(BotOnDiscord bot) =>
        [
            .. JsonNode
                .Parse(
                    DiscordCommandSchema.All(bot.Services.GetRequiredService<CommandTable>().All, isTest: false).Span
                )!
                .AsArray()
                .Cast<JsonObject>(),
        ];

    // https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming
    [GeneratedRegex(@"^[-_'\p{L}\p{N}\u0900-\u097F\u0E00-\u0E7F]{1,32}$", RegexOptions.None, 1000)]
    private static partial Regex Name();
}
