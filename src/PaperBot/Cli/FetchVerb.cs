using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Skills.Papers;

namespace PaperBot.Cli;

/// <summary><c>fetch [--source S] [--date D]</c>: papers from the live sources into the library.</summary>
internal static class FetchVerb
{
    public static Command Describe(HostFactory hosts)
    {
        var source = new Option<string?>("--source") { Description = "huggingface or arxiv; both if left out." };
        source.AcceptOnlyFromAmong("huggingface", "arxiv");
        var date = DateOption.Create("The day to fetch, such as 2026-01-05; the newest if left out.");
        var verb = new Command("fetch", "Take papers from Hugging Face and arXiv into the library.") { source, date };
        verb.SetAction((parsed, ct) => RunAsync(hosts, parsed.GetValue(source), parsed.GetValue(date), ct));
        return verb;
    }

    private static async Task<int> RunAsync(HostFactory hosts, string? wanted, DateOnly? day, CancellationToken ct)
    {
        using var host = hosts.Build(quiet: true);
        var fetch = host.Services.GetRequiredService<PaperFetch>();
        var reports = new List<FetchReport>();
        foreach (var source in fetch.Sources.Where(source => wanted is null || source.Name == wanted))
        {
            reports.Add(await fetch.FetchAsync(source, day, ct));
            Tell(reports[^1]);
        }
        return reports.TrueForAll(report => report.Result.IsHealthy) ? CliRunner.Done : CliRunner.Failed;
    }

    private static void Tell(FetchReport report)
    {
        foreach (var refusal in report.Kept?.Refused ?? [])
        {
            Console.Error.WriteLine($"{report.Source.Name}, line {refusal.Line}: {refusal.Reason}");
        }
        var outcome = Words(report.Result.Outcome);
        var kept = report.Kept is { } some
            ? $" {some.Read} read: {some.New} new, {some.Updated} updated, {some.Unchanged} unchanged, {some.RefusedCount} refused"
            : "";
        var advice = report.Result.Advice is { Length: > 0 } words ? $" {words}" : "";
        (report.Result.IsHealthy ? Console.Out : Console.Error).WriteLine(
            $"{report.Source.Name}: {outcome}. {report.Result.Sentence}{advice}{kept}"
        );
    }

    private static string Words(FetchOutcome outcome) =>
        outcome switch
        {
            FetchOutcome.NotModified => "not modified",
            FetchOutcome.EmptyExpected => "empty as expected",
            FetchOutcome.EmptySuspicious => "empty and suspicious",
            _ => outcome.ToString().ToLowerInvariant(),
        };
}
