using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Chat;
using PaperBot.DiscordSimulator;
using PaperBot.Fakes;

namespace PaperBot.Tests.DiscordChat;

/// <summary>Commands in a group, for those who may manage the server, with channels and suggestions as their options.</summary>
public sealed class GroupedCommandTests
{
    private Asker? asker;

    [Fact]
    public async Task One_of_a_group_is_asked_with_a_channel_by_somebody_who_may_manage_the_server()
    {
        await using var bot = await StartAsync();
        var channel = bot.Discord.AddChannel(bot.Server(), "papers");
        var manager = new AskedFrom
        {
            User = bot.Discord.World.NewUser("mina"),
            MemberPermissions = Permissions.Usual | Permissions.ManageGuild,
        };

        var answer = await bot
            .Discord.Inject.Slash(
                "team setup",
                new Dictionary<string, object?> { ["channel"] = $"{channel.Id}", ["zone"] = "Europe/Berlin" },
                manager
            )
            .WaitForMessageAsync();

        Assert.Equal(
            $"/team setup channel:{channel.Id} zone:Europe/Berlin",
            DigestMessageTests.Description(answer!).Replace("\\", "", StringComparison.Ordinal)
        );
        Assert.Equal(
            ("mina", true, $"{bot.Server().Id}", $"{bot.Server().General.Id}"),
            (asker!.Name, asker.MayManage, asker.Server, asker.Channel)
        );
    }

    [Fact]
    public async Task Somebody_who_may_not_is_told_so_alone()
    {
        await using var bot = await StartAsync();

        var answer = await bot
            .Discord.Inject.Slash("team setup", from: new AskedFrom { User = bot.Discord.World.NewUser("jo") })
            .WaitForMessageAsync();

        Assert.True(answer!.IsPrivate);
        Assert.Contains("Manage Server", DigestMessageTests.Description(answer), StringComparison.Ordinal);
        Assert.Null(asker);
    }

    [Fact]
    public async Task An_option_of_one_of_a_group_is_completed_while_it_is_typed()
    {
        await using var bot = await StartAsync();

        var typing = bot.Discord.Inject.Autocomplete("team setup", "zone", "ber");
        await bot.UntilAsync(() => typing.Choices is not null, "The suggestions");

        Assert.Equal(["Europe/Berlin"], typing.Choices!.Select(choice => choice!["value"]!.ToString()));
    }

    [Fact]
    public async Task Discord_has_the_group_as_one_command_and_is_not_told_of_it_twice()
    {
        await using var bot = await StartAsync();
        await bot.UntilAsync(() => bot.Discord.Requests.To(Put).Count > 0, "The commands");

        await bot.RestartAsync();
        await bot.UntilAsync(() => bot.Discord.Requests.To(Get).Count == 2, "The second look at the commands");
        await bot.Discord.Inject.Slash("help").WaitForMessageAsync();

        var group = bot.Discord.Commands().Single(command => command["name"]!.ToString() == "team");
        Assert.Equal("32", group["default_member_permissions"]!.ToString());
        Assert.Equal(["setup", "show"], ((JsonArray)group["options"]!).Select(one => one!["name"]!.ToString()));
        var zone = ((JsonArray)group["options"]![0]!["options"]!).Single(one => one!["name"]!.ToString() == "zone")!;
        Assert.True((bool)zone["autocomplete"]!);
        Assert.Single(bot.Discord.Requests.To(Put));
    }

    private const string Get = "GET /applications/{application}/commands";
    private const string Put = "PUT /applications/{application}/commands";

    private Task<BotOnDiscord> StartAsync() =>
        BotOnDiscord.StartAsync(replace: services =>
        {
            services.AddSingleton<ICommand>(
                new TestCommand(
                    "team setup",
                    new CommandOption("channel", "Where.", OptionKind.Channel),
                    new CommandOption("zone", "When.", OptionKind.Text)
                    {
                        Suggest = (typed, _) => [new Suggestion($"Berlin ({typed})", "Europe/Berlin")],
                    }
                )
                {
                    GroupDescription = "For teams.",
                    NeedsManager = true,
                    Answer = (request, _) =>
                    {
                        asker = request.Asker;
                        return Task.FromResult(new Reply { Text = request.ToLine() });
                    },
                }
            );
            services.AddSingleton<ICommand>(new TestCommand("team show") { NeedsManager = true });
        });
}
