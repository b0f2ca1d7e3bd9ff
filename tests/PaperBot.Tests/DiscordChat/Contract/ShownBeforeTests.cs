using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Chat;
using PaperBot.DiscordSimulator;
using PaperBot.Fakes;
using PaperBot.Skills.Digests;
using PaperBot.Skills.Mentions;
using PaperBot.Skills.Papers;

namespace PaperBot.Tests.DiscordChat;

/// <summary>What changed in papers, and where a server had them before, asked on Discord.</summary>
public sealed class ShownBeforeTests
{
    private const string Id = "2601.01234";
    private const string Title = "Sparse Widgets for Long Contexts";

    [Fact]
    public async Task What_changed_is_shown_with_struck_through_and_bold_words()
    {
        await using var bot = await StartAsync();
        await bot.KeepAsync(Version(2, "We introduce sparse widgets. They cut memory by 41% on a 128k-token task."));

        var message = await AskAsync(bot, "changes", Id);

        Assert.StartsWith("37% became 41%", message.Embed()["description"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            "We introduce sparse widgets. They cut memory by ~~37%~~ **41%** on a 128k-token task.",
            Fields(message)["Abstract"]
        );
        Assert.False(message.IsPrivate);
    }

    [Fact]
    public async Task A_paper_with_two_versions_leads_to_what_changed()
    {
        await using var bot = await StartAsync();
        await bot.KeepAsync(Version(2, "They cut memory by 41% on a 128k-token task."));

        var details = await AskAsync(bot, "paper", Id);
        var pressed = bot.Discord.Inject.Button(details, details.Button("What changed"));

        Assert.Contains("Abstract", Fields((await pressed.WaitForMessageAsync())!).Keys);
    }

    [Fact]
    public async Task Where_a_digest_of_the_server_had_a_paper_answers_about_it_lead_there()
    {
        await using var bot = await StartAsync();
        var server = PostingBot.Guild(bot).Id;
        Post(bot, $"{server}", "500", new DateOnly(2024, 11, 24));

        foreach (var command in (string[])["summarize", "paper"])
        {
            Assert.Equal(
                $"[24 November 2024, in the digest](https://discord.com/channels/{server}/500/77)",
                Fields(await AskAsync(bot, command, Id))["Shown here before"]
            );
        }
        var asked = bot.Discord.Inject.Slash("compare", With(("a", "EfficientNet-like Looms"), ("b", Id)));
        Assert.Equal(
            $"[24 November 2024, in the digest](https://discord.com/channels/{server}/500/77)",
            Fields((await asked.WaitForMessageAsync())!)["B: shown here before"]
        );
    }

    [Fact]
    public async Task What_other_servers_had_is_none_of_this_ones_business()
    {
        await using var bot = await StartAsync();
        Post(bot, "999", "500", new DateOnly(2024, 11, 24));

        var summary = await AskAsync(bot, "summarize", Id);
        var already = await AskAsync(bot, "already", Id);

        Assert.DoesNotContain("Shown here before", Fields(summary).Keys);
        Assert.Equal("Not in this server yet.", already.Embed()["description"]!.ToString());
    }

    [Fact]
    public async Task Under_todays_digest_nobody_is_told_that_it_had_the_paper()
    {
        await using var bot = await StartAsync();
        var guild = PostingBot.Guild(bot);
        Post(bot, $"{guild.Id}", $"{guild.General.Id}", new DateOnly(2024, 11, 24));

        Assert.DoesNotContain("Shown here before", Fields(await AskAsync(bot, "summarize", Id)).Keys);
    }

    [Fact]
    public async Task Where_a_paper_was_shown_is_told_to_the_asker_alone_newest_first_with_links()
    {
        await using var bot = await StartAsync();
        var server = PostingBot.Guild(bot).Id;
        Post(bot, $"{server}", "500", new DateOnly(2024, 11, 24));
        await Task.Delay(1_100); // the library keeps seconds
        bot.Services.GetRequiredService<MentionLog>()
            .Add("discord", $"{server}", "600", "88", null, MentionKinds.Summarize, [Id]);

        var message = await AskAsync(bot, "already", Id);

        var lines = message.Embed()["description"]!.ToString().Split("\n\n");
        Assert.True(message.IsPrivate);
        Assert.Contains(
            $", summed up](https://discord.com/channels/{server}/600/88)",
            lines[0],
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"[24 November 2024, in the digest](https://discord.com/channels/{server}/500/77)",
            lines[1],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Outside_a_server_there_is_no_before()
    {
        await using var bot = await StartAsync();

        var reply = await bot
            .Services.GetRequiredService<CommandDispatcher>()
            .DispatchAsync($"/already {Id}", new Asker("discord", "7"), CancellationToken.None);

        Assert.False(reply.Ok);
        Assert.Contains("Ask it in one of its channels", reply.Text, StringComparison.Ordinal);
    }

    private static async Task<BotOnDiscord> StartAsync()
    {
        var bot = await BotOnDiscord.StartAsync();
        await bot.KeepAsync(
            Version(1, "We introduce sparse widgets. They cut memory by 37% on a 128k-token task."),
            NewPaper.Record(
                "EfficientNet-like Looms",
                "We weave looms. They hold. Threads stay whole.",
                "2601.05678",
                1
            )
        );
        return bot;
    }

    private static PaperRecord Version(int version, string text) =>
        NewPaper.Record(Title, text, Id, version, PaperOrigin.ArxivApi);

    private static void Post(BotOnDiscord bot, string server, string channel, DateOnly day)
    {
        var digest = bot
            .Services.GetRequiredService<DigestStore>()
            .Set("discord", server, channel, new DigestSettings());
        var outbox = bot.Services.GetRequiredService<DigestOutbox>();
        var pick = new DigestPick(1, Id, Title, null, "They cut memory.", null, "new", "", false);
        outbox.Plan(
            digest,
            new DigestContent(day, [pick], null),
            null,
            null,
            [new DigestPlannedPart(DigestPartKind.Message)]
        );
        outbox.Confirmed(outbox.Errands(outbox.Open()[0].Post)[0].Part, "77");
    }

    private static async Task<SentMessage> AskAsync(BotOnDiscord bot, string command, string paper)
    {
        var message = await bot.Discord.Inject.Slash(command, With(("paper", paper))).WaitForMessageAsync();
        Assert.NotNull(message);
        return message;
    }

    private static Dictionary<string, string> Fields(SentMessage message) =>
        (message.Embed()["fields"] as JsonArray ?? []).ToDictionary(
            field => field!["name"]!.ToString(),
            field => field!["value"]!.ToString()
        );

    private static Dictionary<string, object?> With(params (string Name, string Value)[] options) =>
        options.ToDictionary(option => option.Name, option => (object?)option.Value);
}
