using System.Text.RegularExpressions;
using PaperBot.Skills;
using PaperBot.Skills.Digests;
using PaperBot.Skills.Papers;

namespace PaperBot.Commands.Digests;

/// <summary>Pure: days of the week as people write them: "mon-fri", "weekends", "mon,wed", "all".</summary>
internal static partial class DigestDaysText
{
    private const string Advice = " Write days like mon-fri, weekends, mon,wed or all.";

    private static readonly string[] Names =
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];

    /// <summary>What is offered, with what it means.</summary>
    public static IReadOnlyList<string> Usual { get; } =
    ["mon-fri", "all", "weekends", "mon,wed,fri", "tue,thu", "mon", "fri"];

    /// <summary>Why a text names no days; null where it does.</summary>
    public static string? Objection(string text) => Read(text).Problem;

    /// <exception cref="SkillException">It names no days.</exception>
    public static DigestDays Parse(string text)
    {
        var (days, problem) = Read(text);
        return problem is null ? days : throw new SkillException(problem);
    }

    /// <summary>As it can be typed: "mon-fri".</summary>
    public static string Of(DigestDays days) =>
        days switch
        {
            DigestDays.All => "all",
            DigestDays.WorkingDays => "mon-fri",
            DigestDays.Saturday | DigestDays.Sunday => "weekends",
            _ => string.Join(',', Indexes(days).Select(day => Names[day][..3])),
        };

    /// <summary>As it is said: "Monday to Friday", "Monday, Wednesday and Friday", "every day".</summary>
    public static string InWords(DigestDays days)
    {
        var on = Indexes(days);
        return on switch
        {
            { Count: 7 } => "every day",
            { Count: >= 3 } when on[^1] - on[0] == on.Count - 1 => $"{Name(on[0])} to {Name(on[^1])}",
            { Count: 1 } => Name(on[0]),
            _ => $"{string.Join(", ", on.SkipLast(1).Select(Name))} and {Name(on[^1])}",
        };
    }

    private static (DigestDays Days, string? Problem) Read(string text)
    {
        var words = Words(text);
        var days = DigestDays.None;
        foreach (var word in words)
        {
            if (Part(word) is not { } part)
            {
                return (days, Problem(word));
            }
            days |= part;
        }
        return words.Length == 0 ? (days, $"No day is named.{Advice}") : (days, null);
    }

    // "Every Mon to Wed & Friday" becomes "mon-wed", "friday".
    private static string[] Words(string text)
    {
        var plain = Filler().Replace(text.ToLowerInvariant(), " ");
        plain = Pair().Replace(plain, "working");
        return Range()
            .Replace(plain, "-")
            .Split(
                [',', ';', '/', '&', '+', ' ', '\t', '\u00A0'],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            );
    }

    private static DigestDays? Part(string word)
    {
        var ends = word.Split('-');
        return ends switch
        {
            [var one] => Group(one) ?? (Day(one) is { } day ? Flag(day) : null),
            [var from, var until] when Day(from) is { } first && Day(until) is { } last => Between(first, last),
            _ => null,
        };
    }

    private static DigestDays? Group(string word) =>
        word switch
        {
            "all" or "daily" or "day" or "days" or "everyday" => DigestDays.All,
            "weekday" or "weekdays" or "workday" or "workdays" or "working" => DigestDays.WorkingDays,
            "weekend" or "weekends" => DigestDays.Saturday | DigestDays.Sunday,
            _ => null,
        };

    // Two letters tell the days apart.
    private static int? Day(string word)
    {
        var plain = word.TrimEnd('.');
        var found = Array.FindIndex(
            Names,
            name =>
                plain.Length >= 2 && ($"{name}s".StartsWith(plain, StringComparison.Ordinal) || plain == Short(name))
        );
        return found < 0 ? null : found;
    }

    private static string Short(string name) => name == "wednesday" ? "weds" : name;

    // A range may go over the end of the week: "fri-mon".
    private static DigestDays Between(int first, int last)
    {
        var days = Flag(last);
        for (var day = first; day != last; day = (day + 1) % 7)
        {
            days |= Flag(day);
        }
        return days;
    }

    private static string Problem(string word) =>
        word switch
        {
            "none" or "never" or "no" =>
                $"A digest needs at least one day; /digest pause stops it for a while.{Advice}",
            "week" or "weekly" => $"How often is said by every:week; days says on which day.{Advice}",
            _ => $"'{Shown(word)}' is no day of the week.{Advice}",
        };

    private static string Shown(string word) => PaperText.Clean(word.Length > 30 ? word[..30] + "…" : word);

    private static DigestDays Flag(int day) => (DigestDays)(1 << day);

    private static List<int> Indexes(DigestDays days) =>
        [.. Enumerable.Range(0, 7).Where(day => days.HasFlag(Flag(day)))];

    private static string Name(int day) => char.ToUpperInvariant(Names[day][0]) + Names[day][1..];

    [GeneratedRegex(@"\b(every|each|on|and)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Filler();

    [GeneratedRegex(@"\bwork(ing)? days?\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pair();

    [GeneratedRegex(
        @"\s*(-|–|—|−|\bto\b|\buntil\b|\btill\b|\bthrough\b|\bthru\b)\s*",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Range();
}
