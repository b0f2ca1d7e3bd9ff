using PaperBot.Fakes;
using PaperBot.Skills.Digests;

namespace PaperBot.Tests.Cli;

/// <summary>What whoever runs PaperBot does with the digests of all servers, from a shell.</summary>
public sealed class DigestVerbTests : IDisposable
{
    private const string Channel = "111111111111111111";

    private readonly TempDatabase library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task All_digests_are_listed_one_a_line_with_the_ids_by_which_they_are_named()
    {
        Set(Channel, "1", new DigestSettings { Zone = "Europe/Berlin" });
        Set("222222222222222222", "2", new DigestSettings { Zone = "Asia/Tokyo", Topics = ["agents"] });
        Store.Pause("discord", "222222222222222222");

        var run = await RunAsync("list");

        Assert.Equal(0, run.Code);
        var lines = run.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Matches(
            $@"^channel:{Channel} \(discord, server 1\): Monday to Friday at 09:00 \(Europe/Berlin\), 5 papers, settled; next \d{{4}}-\d\d-\d\d \d\d:\d\d UTC, in ",
            lines[0]
        );
        Assert.EndsWith("; Only papers about “agents”; paused", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_channel_has_one_it_is_said_how_to_set_one_up()
    {
        var run = await RunAsync("list");

        Assert.Equal((0, ""), (run.Code, run.Output));
        Assert.StartsWith("No channel has a digest yet.", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("nonsense")]
    public async Task What_it_does_not_know_is_refused_with_what_it_does(params string[] words)
    {
        var run = await RunAsync(words);

        Assert.Equal(2, run.Code);
        Assert.Contains("digest takes one of list, setup, show", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_is_shown_paused_resumed_and_removed_by_the_id_of_its_channel()
    {
        Set(Channel, "1", new DigestSettings { Zone = "Europe/Berlin" });

        var shown = await RunAsync("show", $"channel:{Channel}");
        var status = await RunAsync("status", $"channel:{Channel}");
        var paused = await RunAsync("pause", $"channel:{Channel}");
        Assert.NotNull(Store.All()[0].PausedAt);
        var resumed = await RunAsync("resume", $"channel:{Channel}");
        Assert.Null(Store.All()[0].PausedAt);
        var preview = await RunAsync("preview", $"channel:{Channel}");
        var removed = await RunAsync("remove", $"channel:{Channel}");

        Assert.All(
            [shown, status, paused, resumed, preview, removed],
            run => Assert.Equal((0, ""), (run.Code, run.Errors))
        );
        Assert.Contains("Monday to Friday at 09:00 (Europe/Berlin)", shown.Output, StringComparison.Ordinal);
        Assert.Contains("None yet.", status.Output, StringComparison.Ordinal);
        Assert.Contains("is paused", paused.Output, StringComparison.Ordinal);
        Assert.Equal(
            5,
            preview.Output.Split('\n').Count(line => line.Contains(" UTC), in ", StringComparison.Ordinal))
        );
        Assert.DoesNotContain("/digest pause", shown.Output, StringComparison.Ordinal); // no buttons in a shell
        Assert.Empty(Store.All());
    }

    [Theory]
    [InlineData(1, "no token for Discord", "setup", "channel:111111111111111111", "time:9", "zone:Europe/Berlin")]
    [InlineData(1, "has no digest", "pause", "channel:111111111111111111")]
    [InlineData(2, "no time of day", "setup", "channel:111111111111111111", "time:25")]
    [InlineData(2, "from 1 to 20", "setup", "channel:111111111111111111", "papers:99")]
    [InlineData(2, "no option of digest setup", "setup", "channel:111111111111111111", "colour:red")]
    [InlineData(2, "no option of digest show", "show", "111111111111111111")]
    [InlineData(2, "needs a channel", "setup", "time:9")]
    [InlineData(2, "needs a channel", "remove")]
    [InlineData(2, "named twice", "setup", "channel:1", "channel:2")]
    [InlineData(2, "--help", "frobnicate")]
    public async Task What_cannot_be_done_is_one_sentence_and_an_exit_code(int code, string words, params string[] args)
    {
        var run = await RunAsync(args);

        Assert.Equal(code, run.Code);
        Assert.Contains(words, run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.TrimEnd('\n').Split('\n'));
        Assert.Equal("", run.Output);
    }

    private DigestStore Store => new(library.Database, TimeProvider.System);

    private void Set(string channel, string server, DigestSettings settings) =>
        Store.Set("discord", server, channel, settings);

    private Task<ChildProgram.Outcome> RunAsync(params string[] args) =>
        ChildProgram.RunAsync(library.Folder, ["digest", .. args, "--Library:Path", library.File]);
}
