using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Skills.Storage;

namespace PaperBot.Cli;

/// <summary><c>backup FILE</c>: a consistent copy of the library, also while PaperBot runs.</summary>
internal static class BackupVerb
{
    public static Command Describe(HostFactory hosts)
    {
        var file = new Argument<string>("FILE") { Description = "The copy to make; it must not exist yet." };
        var verb = new Command("backup", "Copy the library, also while PaperBot runs.") { file };
        verb.SetAction(parsed =>
        {
            using var host = hosts.Build(quiet: true);
            var target = parsed.GetRequiredValue(file);
            host.Services.GetRequiredService<Database>().BackUp(target);
            Console.WriteLine($"The library is copied to {target} ({new FileInfo(target).Length:N0} bytes).");
            return CliRunner.Done;
        });
        return verb;
    }
}
