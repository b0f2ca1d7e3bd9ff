using PaperBot.Fakes;

namespace PaperBot.Tests;

/// <summary>Who may import whom (docs/house.md): no file of a folder may name the namespaces forbidden to it.</summary>
public sealed class HouseRules
{
    [Theory]
    [InlineData("src/Skills", "PaperBot.Chat", "PaperBot.Commands", "PaperBot.Cli", "System.Net.Http", "Spectre")]
    [InlineData("src/Skills/Storage", "Skills.Papers", "Skills.Search", "Skills.Trending", "Skills.Editions")]
    [InlineData(
        "src/Skills/Papers",
        "Skills.Search",
        "Skills.Summarize",
        "Skills.Compare",
        "Skills.Trending",
        "Skills.Editions",
        "Skills.Related"
    )]
    [InlineData("src/Skills/Language", "Skills.Storage", "Microsoft.Data.Sqlite", "Skills.Search", "TimeProvider")]
    [InlineData(
        "src/Skills/Grounding",
        "Skills.Storage",
        "Microsoft.Data.Sqlite",
        "Skills.Search",
        "Skills.Ask",
        "Skills.Summarize",
        "Skills.Compare",
        "TimeProvider"
    )]
    [InlineData(
        "src/Skills/Trends",
        "Skills.Summarize",
        "Skills.Compare",
        "Skills.Ask",
        "Skills.Search",
        "Skills.Related",
        "Skills.Editions",
        "Skills.Digests"
    )]
    [InlineData("src/Skills/Versions", "Skills.Digests", "Skills.Mentions", "Skills.Editions", "TimeProvider")]
    [InlineData("src/Skills/Mentions", "Skills.Digests", "Skills.Search", "Skills.Editions", "Skills.Language")]
    [InlineData("src/Skills/Ask", "Skills.Trending", "Skills.Editions")]
    [InlineData(
        "src/Skills/People",
        "Skills.Search",
        "Skills.Summarize",
        "Skills.Compare",
        "Skills.Ask",
        "Skills.Related",
        "Skills.Answers",
        "Skills.Writing",
        "Skills.Model"
    )]
    [InlineData(
        "src/Skills/Model",
        "Skills.Summarize",
        "Skills.Compare",
        "Skills.Ask",
        "Skills.Writing",
        "Skills.Answers",
        "Skills.Search",
        "Skills.Language",
        "Skills.Grounding",
        "Connectors"
    )]
    [InlineData(
        "src/Skills/Answers",
        "Skills.Summarize",
        "Skills.Compare",
        "Skills.Ask",
        "Skills.Related",
        "Skills.Search",
        "Skills.Writing",
        "Skills.Trending"
    )]
    [InlineData(
        "src/PaperBot/Chat",
        "PaperBot.DiscordChat",
        "PaperBot.TerminalChat",
        "PaperBot.Commands",
        "PaperBot.Sources",
        "PaperBot.Daily",
        "PaperBot.Cli"
    )]
    [InlineData(
        "src/PaperBot/Commands",
        "PaperBot.DiscordChat",
        "PaperBot.TerminalChat",
        "PaperBot.Sources",
        "PaperBot.Daily",
        "PaperBot.Cli",
        "Microsoft.Data.Sqlite"
    )]
    [InlineData(
        "src/PaperBot/TerminalChat",
        "PaperBot.DiscordChat",
        "PaperBot.Commands",
        "PaperBot.Sources",
        "PaperBot.Cli",
        "Microsoft.Data.Sqlite"
    )]
    [InlineData(
        "src/PaperBot/Pictures",
        "PaperBot.Chat",
        "PaperBot.DiscordChat",
        "PaperBot.TerminalChat",
        "PaperBot.Commands",
        "PaperBot.Sources",
        "PaperBot.Daily",
        "PaperBot.Cli",
        "Skills.Storage",
        "Microsoft.Data.Sqlite",
        "TimeProvider"
    )]
    [InlineData(
        "src/PaperBot/Sources",
        "PaperBot.Chat",
        "PaperBot.Commands",
        "PaperBot.TerminalChat",
        "PaperBot.Daily",
        "PaperBot.Cli"
    )]
    [InlineData(
        "src/PaperBot/Model",
        "PaperBot.Commands",
        "PaperBot.TerminalChat",
        "PaperBot.DiscordChat",
        "PaperBot.Sources",
        "PaperBot.Daily",
        "PaperBot.Cli",
        "Skills.Summarize",
        "Skills.Compare",
        "Skills.Ask",
        "Skills.Storage"
    )]
    [InlineData(
        "src/PaperBot/Import",
        "PaperBot.Chat",
        "PaperBot.Commands",
        "PaperBot.TerminalChat",
        "PaperBot.Daily",
        "PaperBot.Cli"
    )]
    [InlineData(
        "src/PaperBot/Digests",
        "PaperBot.TerminalChat",
        "PaperBot.DiscordChat",
        "PaperBot.Commands",
        "PaperBot.Cli"
    )]
    [InlineData(
        "src/PaperBot/Daily",
        "PaperBot.TerminalChat",
        "PaperBot.DiscordChat",
        "PaperBot.Commands",
        "PaperBot.Cli"
    )]
    [InlineData(
        "src/PaperBot/DiscordChat",
        "PaperBot.Commands",
        "PaperBot.TerminalChat",
        "PaperBot.Sources",
        "PaperBot.Cli",
        "Skills.Storage",
        "Microsoft.Data.Sqlite",
        "Discord.WebSocket"
    )]
    [InlineData(
        "src/PaperBot.DiscordNet",
        "PaperBot.Commands",
        "PaperBot.TerminalChat",
        "PaperBot.Sources",
        "PaperBot.Daily",
        "Skills.Storage",
        "Microsoft.Data.Sqlite",
        "DiscordSender(",
        "DiscordRest("
    )]
    [InlineData("src/PaperBot/DiscordChat/Gateway", "PaperBot.Chat", "DiscordChat.Rest", "DiscordChat.Interactions")]
    [InlineData("src/PaperBot/DiscordChat/Messages", "DiscordChat.Rest", "DiscordChat.Gateway", "TimeProvider")]
    public void A_room_keeps_to_its_neighbours(string room, params string[] strangers)
    {
        var files = Directory.EnumerateFiles(
            Path.Combine(SharedFiles.RepositoryRoot, room),
            "*.cs",
            SearchOption.AllDirectories
        );

        var breaches =
            from file in files
            where
                !file.Contains(
                    $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                    StringComparison.Ordinal
                )
            let text = File.ReadAllText(file)
            from stranger in strangers
            where text.Contains(stranger, StringComparison.Ordinal)
            select $"{Path.GetRelativePath(SharedFiles.RepositoryRoot, file)} names {stranger}";

        Assert.Empty(breaches);
    }

    [Fact]
    public void Only_the_room_of_pictures_draws() =>
        Assert.DoesNotContain(
            Directory
                .EnumerateFiles(Path.Combine(SharedFiles.RepositoryRoot, "src"), "*.cs", SearchOption.AllDirectories)
                .Where(file => File.ReadAllText(file).Contains("SkiaSharp", StringComparison.Ordinal))
                .Select(file => Path.GetRelativePath(SharedFiles.RepositoryRoot, file).Replace('\\', '/')),
            file => !file.StartsWith("src/PaperBot/Pictures/", StringComparison.Ordinal)
        );

    [Fact]
    public void Everything_that_can_be_done_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "PaperBot.sln"));

        Assert.All(
            ["Skills", "PaperBot", "Skills.Tests", "PaperBot.Tests", "DiscordSimulator", "Benchmarks"],
            project => Assert.Contains($"{project}.csproj", solution, StringComparison.Ordinal)
        );
    }
}
