using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Import;
using PaperBot.Skills;
using PaperBot.Skills.Papers;
using Spectre.Console;

namespace PaperBot.Cli;

/// <summary><c>import FILE|- [--strict]</c>: papers from a file into the library.</summary>
internal static class ImportVerb
{
    public static Command Describe(HostFactory hosts)
    {
        var file = new Argument<string>("FILE")
        {
            Description =
                "JSON Lines, Hugging Face or Semantic Scholar JSON, arXiv Atom or RSS, BibTeX or the text of a trending page, also gzipped; - reads stdin.",
        };
        var strict = new Option<bool>("--strict") { Description = "Exit with 1 if any record was refused." };
        var progress = new Option<bool>("--progress")
        {
            Description = "Print a line whenever papers are safely stored.",
        };
        var verb = new Command("import", "Take papers from a file into the library.") { file, strict, progress };
        verb.SetAction(
            async (parsed, ct) =>
            {
                using var host = hosts.Build(quiet: true);
                var report = await RunAsync(
                    host.Services,
                    parsed.GetRequiredValue(file),
                    parsed.GetValue(progress),
                    ct
                );
                Tell(report);
                return report.RefusedCount > 0 && parsed.GetValue(strict) ? CliRunner.Failed : CliRunner.Done;
            }
        );
        return verb;
    }

    private static async Task<IntakeReport> RunAsync(
        IServiceProvider services,
        string file,
        bool progress,
        CancellationToken ct
    )
    {
        var intake = services.GetRequiredService<PaperIntake>();
        await using var stream = Open(file);
        if (progress)
        {
            return await intake.TakeInAsync(
                PaperFile.Read(stream),
                report => Console.WriteLine($"{report.Read - report.RefusedCount} stored"),
                ct
            );
        }
        if (Console.IsErrorRedirected || !stream.CanSeek)
        {
            return await intake.TakeInAsync(PaperFile.Read(stream), ct: ct);
        }
        return await ToldByBar(stream, bar => intake.TakeInAsync(PaperFile.Read(stream), bar, ct));
    }

    private static Stream Open(string file)
    {
        if (file == "-")
        {
            return Console.OpenStandardInput();
        }
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var why = e switch
            {
                FileNotFoundException or DirectoryNotFoundException => "there is no such file",
                _ when Directory.Exists(file) => "it is a folder",
                UnauthorizedAccessException => "it may not be read",
                _ => e.Message.TrimEnd('.'),
            };
            throw new SkillException(
                $"{file} cannot be imported: {why}. Name a file with papers, or - for standard input.",
                e
            );
        }
    }

    // On stderr, so that stdout holds the report alone. How far the file is read says how far the import is.
    private static Task<IntakeReport> ToldByBar(Stream stream, Func<Action<IntakeReport>, Task<IntakeReport>> import)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console
            .Progress()
            .AutoClear(true)
            .Columns(
                new ProgressBarColumn(),
                new PercentageColumn(),
                new TaskDescriptionColumn(),
                new RemainingTimeColumn()
            )
            .StartAsync(async progress =>
            {
                var task = progress.AddTask("papers", maxValue: Math.Max(1, stream.Length));
                return await import(report =>
                {
                    task.Description = $"{report.Read:N0} papers";
                    task.Value = stream.Position;
                });
            });
    }

    private static void Tell(IntakeReport report)
    {
        foreach (var refusal in report.Refused)
        {
            Console.Error.WriteLine($"line {refusal.Line}: {refusal.Reason}");
        }
        if (report.RefusedCount > report.Refused.Count)
        {
            Console.Error.WriteLine($"… and {report.RefusedCount - report.Refused.Count:N0} more were refused.");
        }
        Console.WriteLine(
            $"{report.Read} read: {report.New} new, {report.Updated} updated, {report.Unchanged} unchanged, {report.RefusedCount} refused"
        );
    }
}
