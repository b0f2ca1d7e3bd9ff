using System.Text.RegularExpressions;
using PaperBot.Skills.Editions;

namespace PaperBot.Daily;

/// <summary>Which failures were said already, so that each is said once, however often and in whatever turn they come.</summary>
internal sealed partial class SaidFailures
{
    private const int Telling = 200; // what is alike so far is the same reason

    private readonly HashSet<(string Outlet, string Target, string Reason)> said = [];

    /// <param name="last">What the last try said, perhaps of an earlier run of the program.</param>
    public bool IsNew(Publication publication, string problem, string? last) =>
        said.Add(Key(publication, problem)) && (last is null || Reason(last) != Reason(problem));

    /// <summary>It arrived: whatever goes wrong from now on is new.</summary>
    public void Forget(Publication publication) =>
        said.RemoveWhere(one => one.Outlet == publication.Outlet && one.Target == publication.Target);

    private static (string, string, string) Key(Publication publication, string problem) =>
        (publication.Outlet, publication.Target, Reason(problem));

    // 502 or 503, 61 minutes or 60: the same.
    private static string Reason(string problem)
    {
        var reason = Numbers().Replace(problem, "#");
        return reason.Length > Telling ? reason[..Telling] : reason;
    }

    [GeneratedRegex(@"\d[\d.,]*(?: (?:s|min)\b)?")]
    private static partial Regex Numbers();
}
