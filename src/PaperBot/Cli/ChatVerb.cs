using System.CommandLine;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Skills.Papers;
using PaperBot.TerminalChat;
using Spectre.Console;

namespace PaperBot.Cli;

/// <summary><c>chat [--json]</c>: slash commands from stdin, one a line, until it ends.</summary>
internal static class ChatVerb
{
    public static Command Describe(HostFactory hosts)
    {
        var json = new Option<bool>("--json") { Description = "Answer one JSON object a line." };
        var verb = new Command("chat", "Answer slash commands, one a line, from the keyboard or a pipe.") { json };
        verb.SetAction((parsed, ct) => RunAsync(hosts, parsed.GetValue(json), ct));
        return verb;
    }

    private static async Task<int> RunAsync(HostFactory hosts, bool json, CancellationToken ct)
    {
        using var host = hosts.Build(quiet: true);
        await host.Services.GetRequiredService<SampleLibrary>().LoadIfEmptyAsync(ct);
        var channel = host.Services.GetRequiredService<TerminalChannel>();
        if (!json && TerminalHere.IsInteractive)
        {
            AnsiConsole.WriteLine("Type a command such as /trending or /help; Tab completes, Ctrl+D leaves.");
            await channel.ConverseAsync(AnsiConsole.Console, _ => { }, ct);
            return CliRunner.Done;
        }
        // UTF-8 whatever the locale: JSON Lines and papers' titles are.
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var input = new StreamReader(Console.OpenStandardInput(), utf8);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), utf8);
        await (json ? channel.AnswerInJsonAsync(input, output, ct) : channel.AnswerAsync(input, output, ct));
        return CliRunner.Done;
    }
}
