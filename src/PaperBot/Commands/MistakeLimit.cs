using PaperBot.Chat;

namespace PaperBot.Commands;

/// <summary>So many reports an hour, so that nobody withdraws what everybody else reads. Remembered for that hour only.</summary>
internal sealed class MistakeLimit(TimeProvider clock)
{
    private const int OfAsker = 5;
    private const int OfServer = 20;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly List<(long At, string Asker, string Server)> reports = [];
    private readonly Lock guard = new();

    /// <returns>Whether this one may be taken, which then counts.</returns>
    public bool Ask(Asker asker)
    {
        if (asker.IsOperator)
        {
            return true;
        }
        var (who, where) = ($"{asker.Platform}:{asker.Id}", $"{asker.Platform}:{asker.Server}");
        lock (guard)
        {
            reports.RemoveAll(report => clock.GetElapsedTime(report.At) >= Hour);
            if (
                reports.Count(report => report.Asker == who) >= OfAsker
                || asker.Server.Length > 0 && reports.Count(report => report.Server == where) >= OfServer
            )
            {
                return false;
            }
            reports.Add((clock.GetTimestamp(), who, where));
            return true;
        }
    }
}
