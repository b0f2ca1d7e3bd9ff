using PaperBot.Checkups;
using PaperBot.Skills.Answers;

namespace PaperBot.Commands;

/// <summary>Which answers were reported as mistaken of late.</summary>
internal sealed class MistakesCheckup(Mistakes mistakes, TimeProvider clock) : ICheckup
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private const int Named = 5;

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken ct)
    {
        var reports = mistakes.Newest(clock.GetUtcNow() - Week, most: 100);
        IReadOnlyList<Finding> findings =
            reports.Count == 0
                ? []
                :
                [
                    new(
                        Grade.Hint,
                        "Mistakes",
                        $"{reports.Count} {(reports.Count == 1 ? "answer was" : "answers were")} reported within a week: {string.Join(", ", reports.Take(Named).Select(Told))}{(reports.Count > Named ? " …" : "")}. Look at them with /evidence."
                    ),
                ];
        return Task.FromResult(findings);
    }

    private static string Told(Mistake report) =>
        report.Answer is { } number
            ? $"answer {number} ({report.About}, {report.Writer})"
            : $"{report.About} ({report.Writer})";
}
