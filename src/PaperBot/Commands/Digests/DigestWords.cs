using PaperBot.Chat;
using PaperBot.Skills.Digests;

namespace PaperBot.Commands.Digests;

/// <summary>Pure: the settings of a digest in words.</summary>
internal static class DigestWords
{
    public static IReadOnlyList<ReplyField> Fields(DigestSettings settings) =>
        [
            new("When", When(settings), []),
            new("What", What(settings), []),
            new("Which papers", Filters(settings), []),
            new("How", How(settings), []),
        ];

    /// <summary>"Monday to Friday at 09:00 (Europe/Berlin)".</summary>
    public static string When(DigestSettings settings)
    {
        var at = $"at {DigestTimeText.Of(settings.Time)} ({settings.Zone})";
        return settings.IsWeekly
            ? $"Once a week, {DigestDaysText.InWords(FirstOf(settings.Days))} {at}"
            : Capital($"{DigestDaysText.InWords(settings.Days)} {at}");
    }

    /// <summary>In one line, for lists.</summary>
    public static string Line(DigestSettings settings) =>
        $"{When(settings)}, {Papers(settings.Papers)}, {Mode(settings.Mode)}{(HasFilters(settings) ? $"; {Filters(settings)}" : "")}";

    public static bool HasFilters(DigestSettings settings) =>
        settings.Topics.Count + settings.Authors.Count + settings.Sources.Count + settings.LeastVotes > 0
        || settings.HasCode;

    public static string Mode(DigestMode mode) => mode == DigestMode.Settled ? "settled" : "early";

    public static string SourceTitle(string source) =>
        source switch
        {
            "huggingface" => "Hugging Face",
            "arxiv" => "arXiv",
            _ => source,
        };

    /// <summary>What could keep every paper away, or does nothing, with what to do.</summary>
    public static IEnumerable<string> Warnings(DigestSettings settings)
    {
        if (settings.LeastVotes > 0 && settings.Sources is ["arxiv"])
        {
            yield return "arXiv counts no votes: with sources:arxiv and a minimum of votes hardly any paper is left. Set votes:0, or sources:all.";
        }
        if (settings.IsWeekly && FirstOf(settings.Days) != settings.Days)
        {
            yield return $"Once a week takes one day, the first: {DigestDaysText.InWords(FirstOf(settings.Days))}. Set another with days.";
        }
        if (settings.HasThread && settings.Place == DigestPlace.Forum)
        {
            yield return "In a forum every paper is a post of its own to talk under, so thread:yes changes nothing.";
        }
    }

    public static string Filters(DigestSettings settings)
    {
        var about = new[] { Either("about", settings.Topics), Either("by", settings.Authors) }.OfType<string>();
        var also = new[]
        {
            string.Join(", or ", about),
            settings.LeastVotes > 0
                ? $"with at least {settings.LeastVotes} vote{(settings.LeastVotes == 1 ? "" : "s")}"
                : "",
            settings.HasCode ? "with code" : "",
            settings.Sources.Count > 0 ? $"from {string.Join(" and ", settings.Sources.Select(SourceTitle))}" : "",
        }.Where(part => part.Length > 0);
        return HasFilters(settings) ? $"Only papers {string.Join(", ", also)}" : "Any paper of the lists";
    }

    private static string What(DigestSettings settings)
    {
        var span =
            settings.IsWeekly ? "of the week"
            : settings.Mode == DigestMode.Settled ? "of the day before"
            : "of the day";
        var mode =
            settings.Mode == DigestMode.Settled
                ? "settled: the list is closed and has its votes, so nothing is missed"
                : "early: today's list as far as it is; what comes later is added to the same message once the list is closed";
        return $"The {(settings.Papers == 1 ? "best paper" : $"{settings.Papers} best papers")} {span}, at most ({mode})";
    }

    private static string How(DigestSettings settings) =>
        string.Join(
            ", ",
            new[]
            {
                settings.Place switch
                {
                    DigestPlace.Forum => "A post for each paper",
                    DigestPlace.Announcement => "One message, published to the servers that follow the channel",
                    _ => "One message",
                },
                settings.IsQuiet ? "quietly (no notification)" : "with a notification",
                $"in {settings.Language}",
                settings.HasThread && settings.Place != DigestPlace.Forum ? "with a thread to talk in" : "",
                settings.HasRecap ? $"with the team's own week on {DigestDaysText.InWords(RecapDay(settings))}" : "",
            }.Where(part => part.Length > 0)
        );

    // On Fridays, or on the last of the days.
    private static DigestDays RecapDay(DigestSettings settings) =>
        settings.IsWeekly ? FirstOf(settings.Days)
        : settings.Days.HasFlag(DigestDays.Friday) ? DigestDays.Friday
        : LastOf(settings.Days);

    private static string? Either(string word, IReadOnlyList<string> names) =>
        names.Count == 0 ? null : $"{word} {string.Join(" or ", names.Select(name => $"“{name}”"))}";

    private static string Papers(int count) => count == 1 ? "1 paper" : $"{count} papers";

    private static DigestDays FirstOf(DigestDays days) => (DigestDays)((int)days & -(int)days);

    private static DigestDays LastOf(DigestDays days) =>
        Enumerable.Range(0, 7).Select(day => (DigestDays)(1 << day)).Last(day => days.HasFlag(day));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
