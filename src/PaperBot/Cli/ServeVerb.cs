using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaperBot.Daily;
using PaperBot.DiscordChat;
using PaperBot.Model;
using PaperBot.Skills;
using PaperBot.Skills.Papers;
using PaperBot.TerminalChat;
using Spectre.Console;

namespace PaperBot.Cli;

/// <summary>No verb: the daily post and, where a person sits at the terminal, the commands.</summary>
internal static class ServeVerb
{
    private const string NotConnected =
        "No Discord token is set (PAPERBOT__Discord__Token; see the README, \"Connecting to Discord\"): PaperBot posts and answers here.";
    private const string Connecting = "Connecting to Discord. PaperBot answers there, and here too.";

    private static readonly TimeSpan MomentToConnect = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(10); // by then Discord has named its servers

    public static async Task<int> RunAsync(HostFactory hosts, CancellationToken ct)
    {
        var interactive = TerminalHere.IsInteractive;
        using var host = hosts.Build(quiet: interactive);
        await host.Services.GetRequiredService<SampleLibrary>().LoadIfEmptyAsync(ct);
        GiveBack();
        var discord = host.Services.GetRequiredService<IDiscordConnection>();
        Console.Error.WriteLine(discord.IsWanted ? Connecting : NotConnected);
        Console.Error.WriteLine(host.Services.GetRequiredService<ModelAnnouncement>().Sentence);
        // What was posted before this start has been seen, or can be asked for; the newest of it is shown again.
        var channel = host.Services.GetRequiredService<LocalChannel>();
        var seen = Math.Max(0, channel.LastId() - 1);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(
            ct,
            host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping
        );
        await host.StartAsync(ct);
        _ = GiveBackAsync(stopping.Token);
        await SayConnectedAsync(discord, stopping.Token);
        try
        {
            await (
                interactive
                    ? ConverseAsync(host.Services, channel, seen, stopping.Token)
                    : Task.Delay(Timeout.Infinite, stopping.Token)
            );
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Ctrl+C, the service manager's signal, or Discord does not let the bot in: this is how serving ends.
        }
        await host.StopAsync(CancellationToken.None);
        return discord.Ended is { } sentence ? throw new SkillException(sentence) : CliRunner.Done;
    }

    // Whoever watches waits for this word; what takes longer is in the log.
    private static async Task SayConnectedAsync(IDiscordConnection discord, CancellationToken ct)
    {
        if (!discord.IsWanted)
        {
            return;
        }
        await Task.WhenAny(discord.Connected, Task.Delay(MomentToConnect, ct));
        if (discord.Connected.IsCompletedSuccessfully)
        {
            var name = PaperText.Clean(await discord.Connected);
            Console.Error.WriteLine($"Connected to Discord as {name}. Type /trending in one of its servers.");
        }
    }

    // Starting needs much more memory than serving, and a runtime that has little to do would keep it for days.
    private static async Task GiveBackAsync(CancellationToken ct)
    {
        await Task.Delay(Settled, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        GiveBack();
    }

    private static void GiveBack() =>
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    private static async Task ConverseAsync(
        IServiceProvider services,
        LocalChannel channel,
        long seen,
        CancellationToken ct
    )
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var following = Task.CompletedTask;
        AnsiConsole.WriteLine("Type a command such as /trending or /help; Tab completes, Ctrl+D leaves.");
        await services
            .GetRequiredService<TerminalChannel>()
            .ConverseAsync(
                AnsiConsole.Console,
                show => following = FollowAsync(channel, seen, show, leaving.Token),
                ct
            );
        await leaving.CancelAsync();
        await following;
    }

    private static async Task FollowAsync(
        LocalChannel channel,
        long seen,
        Action<IEnumerable<TerminalLine>> show,
        CancellationToken ct
    )
    {
        try
        {
            await foreach (var post in channel.FollowAsync(seen, ct))
            {
                show([TerminalLine.Empty, .. TerminalMessage.Lines(post.Reply), TerminalLine.Empty]);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The person has left.
        }
    }
}
