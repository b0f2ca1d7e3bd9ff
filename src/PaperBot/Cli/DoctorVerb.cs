using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Checkups;
using PaperBot.Daily;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Cli;

/// <summary><c>doctor</c>: what works, what does not, and what to do about it.</summary>
internal static class DoctorVerb
{
    // The serving program beats twice a minute.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(3);

    public static Command Describe(HostFactory hosts)
    {
        var alive = new Option<bool>("--alive")
        {
            Description = "Only ask whether the serving program is alive (health check).",
        };
        var verb = new Command("doctor", "Check settings, library, schedule, Discord and sources, and say what to do.")
        {
            alive,
        };
        verb.SetAction((parsed, ct) => RunAsync(hosts, parsed.GetValue(alive), ct));
        return verb;
    }

    private static async Task<int> RunAsync(HostFactory hosts, bool alive, CancellationToken ct)
    {
        using var host = hosts.Build(quiet: true);
        if (alive)
        {
            return Tell([Serving(host.Services, mustServe: true)]);
        }
        var findings = new List<Finding> { new(Grade.Good, "Settings", "every setting can be used.") };
        findings.AddRange(Library(host.Services));
        findings.Add(Schedule(host.Services));
        findings.Add(Serving(host.Services, mustServe: false));
        foreach (var checkup in host.Services.GetServices<ICheckup>())
        {
            findings.AddRange(await checkup.RunAsync(ct));
        }
        findings.AddRange(
            await Task.WhenAll(host.Services.GetServices<IPaperSource>().Select(source => SourceAsync(source, ct)))
        );
        return Tell(findings);
    }

    private static IEnumerable<Finding> Library(IServiceProvider services)
    {
        var database = services.GetRequiredService<Database>();
        var state = services.GetRequiredService<PaperStore>().State();
        yield return new(Grade.Good, "Library", $"{Path.GetFullPath(database.Path)} holds {state.Papers:N0} papers.");
        if (database.Damage() is { } damage)
        {
            yield return new(
                Grade.Bad,
                "Library",
                $"it is damaged ({damage}). Restore a backup, or name another file with Library:Path."
            );
        }
        if (state.Papers == state.SamplePapers)
        {
            yield return new(Grade.Hint, "Library", "there are no real papers yet. Run fetch, or import a file.");
        }
    }

    private static Finding Schedule(IServiceProvider services)
    {
        var next = services
            .GetRequiredService<DailySchedule>()
            .NextAfter(services.GetRequiredService<TimeProvider>().GetUtcNow());
        return new(
            Grade.Good,
            "Daily post",
            $"the next one is due {next.UtcDateTime:yyyy-MM-dd HH:mm} UTC, while PaperBot serves."
        );
    }

    private static Finding Serving(IServiceProvider services, bool mustServe)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        return services.GetRequiredService<Heartbeats>().Last(Heartbeats.Serve) switch
        {
            { } last when now - last < LongestSilence => new(
                Grade.Good,
                "Serving",
                $"yes, seen alive at {last.UtcDateTime:HH:mm:ss} UTC."
            ),
            { } last => new(
                mustServe ? Grade.Bad : Grade.Hint,
                "Serving",
                $"no, last seen alive {last.UtcDateTime:yyyy-MM-dd HH:mm} UTC. Start PaperBot without a verb."
            ),
            null => new(
                mustServe ? Grade.Bad : Grade.Hint,
                "Serving",
                "no. Start PaperBot without a verb for the daily post."
            ),
        };
    }

    // What is fetched here is not kept: a doctor changes nothing.
    private static async Task<Finding> SourceAsync(IPaperSource source, CancellationToken ct)
    {
        var result = await source.NewestAsync(day: null, ct);
        return result.IsHealthy
            ? new(Grade.Good, source.Title, result.Sentence)
            : new(
                Grade.Hint,
                source.Title,
                $"{result.Sentence} {result.Advice}".TrimEnd() + " PaperBot answers from its library meanwhile."
            );
    }

    private static int Tell(List<Finding> findings)
    {
        foreach (var (grade, about, words) in findings)
        {
            Console.WriteLine($"{Mark(grade)} {about}: {words}");
        }
        return findings.Exists(finding => finding.Grade == Grade.Bad) ? CliRunner.Failed : CliRunner.Done;
    }

    private static string Mark(Grade grade) =>
        grade switch
        {
            Grade.Good => "ok  ",
            Grade.Hint => "note",
            _ => "BAD ",
        };
}
