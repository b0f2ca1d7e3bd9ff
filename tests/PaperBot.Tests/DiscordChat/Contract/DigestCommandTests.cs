using Microsoft.Extensions.DependencyInjection;
using PaperBot.DiscordSimulator;
using PaperBot.Skills.Digests;

namespace PaperBot.Tests.DiscordChat;

/// <summary>A manager on Discord sets a digest up, from the menu to the button that takes it away.</summary>
public sealed class DigestCommandTests
{
    private static readonly AskedFrom Manager = new() { MemberPermissions = Permissions.Usual | (Permissions)32 }; // Manage Server

    [Fact]
    public async Task It_is_refused_with_what_is_missing_and_set_up_once_that_is_allowed()
    {
        await using var bot = await BotOnDiscord.StartAsync();
        var channel = bot.Discord.World.Guilds[0].General;
        channel.BotPermissions = Permissions.Usual & ~Permissions.EmbedLinks;

        var refused = await Setup(bot).WaitForMessageAsync();
        channel.BotPermissions = Permissions.Usual;
        var answer = await bot
            .Discord.Inject.Button(refused!, refused!.Button("Try again"), Manager)
            .WaitForMessageAsync();

        Assert.True(refused!.IsPrivate);
        Assert.StartsWith(
            $"PaperBot lacks Embed Links in #{channel.Name}",
            refused.Embed()["description"]!.ToString().Replace("\\", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.True(answer!.IsPrivate);
        var digest = Assert.Single(bot.Services.GetRequiredService<DigestStore>().All());
        Assert.Equal(("discord", $"{channel.Id}"), (digest.Platform, digest.Channel));
        Assert.Equal(("Europe/Berlin", new TimeOnly(9, 30)), (digest.Settings.Zone, digest.Settings.Time));
    }

    [Fact]
    public async Task The_zone_is_completed_while_it_is_typed()
    {
        await using var bot = await BotOnDiscord.StartAsync();

        var typed = bot.Discord.Inject.Autocomplete("digest setup", "zone", "berl", from: Manager);
        await typed.WaitForAnswerAsync();

        var first = typed.Choices![0]!;
        Assert.Equal("Europe/Berlin", first["value"]!.ToString());
        Assert.StartsWith("Europe/Berlin (UTC+", first["name"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_asks_by_a_button_that_works()
    {
        await using var bot = await BotOnDiscord.StartAsync();
        await Setup(bot).WaitForMessageAsync();

        var asked = await bot.Discord.Inject.Slash("digest remove", from: Manager).WaitForMessageAsync();
        await bot.Discord.Inject.Button(asked!, asked!.Button("Remove it"), Manager).WaitForMessageAsync();

        Assert.Empty(bot.Services.GetRequiredService<DigestStore>().All());
    }

    [Fact]
    public async Task Whoever_may_not_manage_the_server_is_refused_though_Discord_showed_the_command()
    {
        await using var bot = await BotOnDiscord.StartAsync();

        var guest = new AskedFrom { User = bot.Discord.World.NewUser("guest") }; // the tester owns the server
        var refused = await bot.Discord.Inject.Slash("digest setup", from: guest).WaitForMessageAsync();

        Assert.True(refused!.IsPrivate);
        Assert.Contains("Manage Server", refused.Embed()["description"]!.ToString(), StringComparison.Ordinal);
        Assert.Empty(bot.Services.GetRequiredService<DigestStore>().All());
    }

    private static InjectedInteraction Setup(BotOnDiscord bot) =>
        bot.Discord.Inject.Slash(
            "digest setup",
            new Dictionary<string, object?> { ["time"] = "9:30", ["zone"] = "Europe/Berlin" },
            Manager
        );
}
