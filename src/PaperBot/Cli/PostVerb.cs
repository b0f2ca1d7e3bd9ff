using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Chat;
using PaperBot.Daily;
using PaperBot.Skills.Papers;
using PaperBot.TerminalChat;

namespace PaperBot.Cli;

/// <summary><c>post [--date D] [--dry-run]</c>: the daily post now, by the code that the schedule runs.</summary>
internal static class PostVerb
{
    public static Command Describe(HostFactory hosts)
    {
        var date = DateOption.Create(
            "The day of the edition, such as 2026-01-05; today in the time zone of Daily:TimeZone if left out."
        );
        var dryRun = new Option<bool>("--dry-run")
        {
            Description = "Print what would be posted; post and record nothing.",
        };
        var verb = new Command("post", "Post a day's edition to every outlet that has not had it.") { date, dryRun };
        verb.SetAction((parsed, ct) => RunAsync(hosts, parsed.GetValue(date), parsed.GetValue(dryRun), ct));
        return verb;
    }

    private static async Task<int> RunAsync(HostFactory hosts, DateOnly? date, bool dryRun, CancellationToken ct)
    {
        using var host = hosts.Build(quiet: true);
        await host.Services.GetRequiredService<SampleLibrary>().LoadIfEmptyAsync(ct);
        var run = host.Services.GetRequiredService<DailyRun>();
        var clock = host.Services.GetRequiredService<TimeProvider>();
        var day = date ?? host.Services.GetRequiredService<DailySchedule>().DayOf(clock.GetUtcNow());
        if (dryRun)
        {
            Show(await run.PreviewAsync(day, ct));
            return CliRunner.Done;
        }
        var report = await run.RunAsync(day, ct);
        if (report.Deliveries.Count == 0)
        {
            Console.WriteLine($"The edition of {Iso(day)} had been posted already; nothing was posted twice.");
            return CliRunner.Done;
        }
        Show(report.Edition);
        return Tell(report);
    }

    private static void Show(Skills.Editions.Edition edition) =>
        Console.WriteLine(TerminalMessage.Text(TerminalMessage.Lines(EditionReply.From(edition))) + "\n");

    private static int Tell(DailyReport report)
    {
        foreach (var delivery in report.Deliveries)
        {
            var where =
                $"{Iso(delivery.Publication.Day)} to {delivery.Publication.Outlet} ({delivery.Publication.Target})";
            if (delivery.Error is null)
            {
                Console.WriteLine($"Posted the edition of {where}.");
            }
            else
            {
                Console.Error.WriteLine(
                    $"The edition of {where} could not be posted: {delivery.Error} Run post again; who has it does not get it twice."
                );
            }
        }
        return report.Complete ? CliRunner.Done : CliRunner.Failed;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
