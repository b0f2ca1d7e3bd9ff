using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Daily;
using PaperBot.Skills.Papers;
using PaperBot.TerminalChat;
using Spectre.Console;

namespace PaperBot.Cli;

/// <summary>No verb: the daily post and, where a person sits at the terminal, the commands.</summary>
internal static class ServeVerb
{
    public static async Task<int> RunAsync(HostFactory hosts, CancellationToken ct)
    {
        var interactive = TerminalHere.IsInteractive;
        using var host = hosts.Build(quiet: interactive);
        await host.Services.GetRequiredService<SampleLibrary>().LoadIfEmptyAsync(ct);
        Console.Error.WriteLine(Connection(host.Services.GetRequiredService<IConfiguration>()));
        // What was posted before this start has been seen, or can be asked for; the newest of it is shown again.
        var channel = host.Services.GetRequiredService<LocalChannel>();
        var seen = Math.Max(0, channel.LastId() - 1);
        await host.StartAsync(ct);
        try
        {
            await (interactive ? ConverseAsync(host.Services, channel, seen, ct) : Task.Delay(Timeout.Infinite, ct));
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Ctrl+C, or the service manager's signal: this is how serving ends.
        }
        await host.StopAsync(CancellationToken.None);
        return CliRunner.Done;
    }

    private static string Connection(IConfiguration settings) =>
        string.IsNullOrWhiteSpace(settings["Discord:Token"])
            ? "No Discord token is set (PAPERBOT__Discord__Token; see the README, \"Connecting to Discord\"): PaperBot posts and answers here."
            : "Discord:Token is set, but this version of PaperBot cannot connect to Discord yet: it posts and answers here.";

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
