using System.Diagnostics;
using System.Runtime.InteropServices;
using PaperBot.DiscordSimulator;
using PaperBot.Tests.DiscordChat;

namespace PaperBot.Tests.Cli;

/// <summary>The real program, as somebody starts it who has a token.</summary>
public sealed class DiscordProgramTests : IAsyncDisposable
{
    private const string Token = "MTEwMDAwMDAwMDAwMDAwMDAwMQ.secret.of-the-bot";
    private readonly string folder = Directory.CreateTempSubdirectory("paperbot-").FullName;

    [Fact]
    public async Task Served_it_connects_answers_and_says_goodbye_when_it_is_stopped()
    {
        await using var discord = await StartDiscordAsync();
        using var program = ChildProgram.Start(folder, [], Settings(discord));
        program.StandardInput.Close();
        var errors = program.StandardError.ReadToEndAsync();
        await discord.WaitForCommandAsync("trending", TimeSpan.FromSeconds(30));

        var answer = await discord.Inject.Slash("trending").WaitForMessageAsync();
        Stop(program);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await program.WaitForExitAsync(limit.Token);

        Assert.NotNull(answer);
        Assert.Equal(0, program.ExitCode);
        Assert.Contains("Connecting to Discord", await errors, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, await errors, StringComparison.Ordinal);
        SentRules.AssertKept(discord.Requests.All);
    }

    [Fact]
    public async Task A_token_that_Discord_does_not_accept_ends_it_with_one_sentence_that_does_not_hold_the_token()
    {
        await using var discord = await StartDiscordAsync();
        var settings = Settings(discord);
        settings["PAPERBOT__Discord__Token"] = "an-old-token";

        var (code, output, errors) = await ChildProgram.RunAsync(folder, [], environment: settings);

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.Contains("Reset Token", errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n'), line => line.Contains("does not accept", StringComparison.Ordinal));
        Assert.DoesNotContain("an-old-token", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        SentRules.AssertKept(discord.Requests.All);
    }

    [Fact]
    public async Task A_token_that_is_revoked_while_it_runs_ends_it_with_that_sentence()
    {
        await using var discord = await StartDiscordAsync();
        using var program = ChildProgram.Start(folder, [], Settings(discord));
        program.StandardInput.Close();
        var errors = program.StandardError.ReadToEndAsync();
        await discord.WaitForCommandAsync("trending", TimeSpan.FromSeconds(30));

        discord.RevokeToken();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await program.WaitForExitAsync(limit.Token);

        Assert.Equal(1, program.ExitCode);
        Assert.Contains("Reset Token", await errors, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, await errors, StringComparison.Ordinal);
        SentRules.AssertKept(discord.Requests.All);
    }

    [Fact]
    public async Task Doctor_and_post_work_with_no_more_than_token_and_channel()
    {
        await using var discord = await StartDiscordAsync();
        var channel = discord.World.Guilds[0].General;
        var settings = Settings(discord);
        settings["PAPERBOT__Discord__Channels__0"] = $"{channel.Id}";

        var doctor = await ChildProgram.RunAsync(folder, ["doctor"], environment: settings);
        var post = await ChildProgram.RunAsync(folder, ["post"], environment: settings);
        var again = await ChildProgram.RunAsync(folder, ["post"], environment: settings);

        Assert.Equal(0, doctor.Code);
        Assert.Contains("ok   Discord: the token is accepted", doctor.Output, StringComparison.Ordinal);
        Assert.Contains($"ok   Channel {channel.Id}: #general", doctor.Output, StringComparison.Ordinal);
        Assert.Equal(0, post.Code);
        Assert.Contains($"to discord ({channel.Id})", post.Output, StringComparison.Ordinal);
        Assert.Contains("nothing was posted twice", again.Output, StringComparison.Ordinal);
        Assert.Single(channel.Messages);
        SentRules.AssertKept(discord.Requests.All);
    }

    [Theory]
    [InlineData("Discord__Token", "Bot abc", "give the token alone")]
    [InlineData("Discord__Channels__0", "papers", "no channel id")]
    [InlineData("Discord__RestUrl", "http://example.org/api", "only on this machine")]
    [InlineData("Discord__TestGuildId", "my server", "Discord:TestGuildId")]
    [InlineData("Discord__Tokn", "x", "Did you mean Discord:Token?")]
    public async Task A_setting_that_cannot_be_meant_is_one_sentence(string name, string value, string sentence)
    {
        var (code, _, errors) = await ChildProgram.RunAsync(
            folder,
            ["doctor"],
            environment: new Dictionary<string, string> { [$"PAPERBOT__{name}"] = value }
        );

        Assert.NotEqual(0, code);
        Assert.Contains(sentence, Assert.Single(errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static Task<Simulator> StartDiscordAsync() =>
        Simulator.StartAsync(
            new SimulatorOptions
            {
                Token = Token,
                SpecPath = BotOnDiscord.Spec,
                Gateway = BotOnDiscord.Usual().Gateway,
            }
        );

    private static Dictionary<string, string> Settings(Simulator discord) =>
        new()
        {
            ["PAPERBOT__Discord__Token"] = discord.Options.Token,
            ["PAPERBOT__Discord__RestUrl"] = new Uri(discord.Address, "/api").ToString(),
            ["PAPERBOT__Daily__CatchUp"] = "false",
        };

    private static void Stop(Process program)
    {
        if (Kill(program.Id, 15) != 0)
        {
            throw new InvalidOperationException("The program could not be told to stop.");
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
