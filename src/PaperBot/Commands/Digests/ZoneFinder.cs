using System.Globalization;
using System.Text.RegularExpressions;
using PaperBot.Chat;

namespace PaperBot.Commands.Digests;

/// <summary>
/// Pure but for the time zones that this computer knows: which zone somebody means by an id of the IANA database, a city, a
/// country, an abbreviation, or an offset such as UTC+5:30.
/// </summary>
internal static partial class ZoneFinder
{
    private const int LongestText = 60;
    private const int LeastForTypos = 5; // letters
    private const int MostTypos = 2;

    /// <summary>What may be meant, best first; where nothing is typed, the usual ones.</summary>
    /// <param name="first">Zones that come before others that fit as well.</param>
    /// <param name="now">Offsets are those of this moment.</param>
    public static IReadOnlyList<string> Find(string typed, DateTimeOffset now, IReadOnlyList<string> first)
    {
        var order = first.Concat(ZoneNames.Zones).Distinct().Where(IsKnown).ToList();
        if (OffsetOf(typed) is { } offset)
        {
            return [.. order.Where(zone => Zone(zone).GetUtcOffset(now) == offset)];
        }
        var text = ZoneNames.Folded(typed.Length > LongestText ? typed[..LongestText] : typed);
        if (text.Length == 0)
        {
            return order;
        }
        var ranks = new Dictionary<string, int>();
        foreach (var zone in order)
        {
            Note(ranks, zone, Rank(ZoneNames.Folded(zone), ZoneNames.CityOf(zone), text));
        }
        foreach (var other in ZoneNames.Others)
        {
            foreach (var zone in other.Zones.Where(IsKnown))
            {
                Note(ranks, zone, Rank(other.Name, other.Name, text));
            }
        }
        return ranks.Count > 0
            ? [.. order.Where(ranks.ContainsKey).OrderBy(zone => ranks[zone])]
            : Mistyped(order, text);
    }

    /// <summary>The zone that is meant without doubt; null where there are several or none.</summary>
    public static string? Resolve(string typed, DateTimeOffset now)
    {
        if (OffsetOf(typed) is { } offset)
        {
            return offset == TimeSpan.Zero ? "UTC" : null; // others have summer times that an offset does not tell
        }
        var text = ZoneNames.Folded(typed);
        if (text is "utc" or "gmt" or "z" or "zulu" or "etc utc")
        {
            return "UTC";
        }
        if (ZoneNames.Zones.FirstOrDefault(zone => ZoneNames.Folded(zone) == text && IsKnown(zone)) is { } exact)
        {
            return exact;
        }
        // An older id, such as Asia/Calcutta; without a slash it may be an abbreviation that the database takes otherwise:
        // its EST has no summer time.
        if (typed.Trim() is var id && Id().IsMatch(id) && IsKnown(id))
        {
            return id;
        }
        var meant = ZoneNames
            .Zones.Where(zone => ZoneNames.CityOf(zone) == text)
            .Concat(ZoneNames.Others.Where(other => other.Name == text).SelectMany(other => other.Zones))
            .Where(IsKnown)
            .Distinct()
            .ToList();
        return meant.Count > 0 && meant.TrueForAll(zone => IsSameClock(zone, meant[0], now)) ? meant[0] : null;
    }

    /// <summary>"Europe/Berlin (UTC+1, 11:42 now)".</summary>
    public static string Label(string zone, DateTimeOffset now)
    {
        var there = TimeZoneInfo.ConvertTime(now, Zone(zone));
        return string.Create(CultureInfo.InvariantCulture, $"{zone} ({Offset(there.Offset)}, {there:HH:mm} now)");
    }

    /// <summary>"UTC+5:30"; "UTC" where it is none.</summary>
    public static string Offset(TimeSpan offset)
    {
        var minutes = Math.Abs(offset.Minutes);
        return offset == TimeSpan.Zero
            ? "UTC"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"UTC{(offset < TimeSpan.Zero ? '-' : '+')}{Math.Abs(offset.Hours)}{(minutes > 0 ? $":{minutes:00}" : "")}"
            );
    }

    public static bool IsKnown(string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);

    /// <param name="zone">One that <see cref="IsKnown"/>.</param>
    public static TimeZoneInfo Zone(string zone) => TimeZoneInfo.FindSystemTimeZoneById(zone);

    private static TimeSpan? OffsetOf(string typed) =>
        OffsetText().Match(typed) is { Success: true } match
        && int.Parse(match.Groups["hours"].ValueSpan, CultureInfo.InvariantCulture) is <= 14 and var hours
        && (
            match.Groups["minutes"] is { Success: true } more
                ? int.Parse(more.ValueSpan, CultureInfo.InvariantCulture)
                : 0
        )
            is <= 59
                and var minutes
            ? new TimeSpan(hours, minutes, 0) * (match.Groups["sign"].Value == "+" ? 1 : -1)
            : null;

    private static void Note(Dictionary<string, int> ranks, string zone, int? rank)
    {
        if (rank is { } found && (!ranks.TryGetValue(zone, out var before) || found < before))
        {
            ranks[zone] = found;
        }
    }

    // 0: just that; 1: begins so; 2: a word of it begins so; 3: of the whole id.
    private static int? Rank(string name, string city, string text) =>
        name == text || city == text ? 0
        : city.StartsWith(text, StringComparison.Ordinal) || name.StartsWith(text, StringComparison.Ordinal) ? 1
        : city.Contains(' ' + text, StringComparison.Ordinal) ? 2
        : name.Contains(' ' + text, StringComparison.Ordinal) ? 3
        : null;

    private static List<string> Mistyped(List<string> order, string text) =>
        text.Length < LeastForTypos
            ? []
            :
            [
                .. order
                    .Select(zone =>
                        (
                            zone,
                            Distance: ZoneNames
                                .Others.Where(other => other.Zones.Contains(zone))
                                .Select(other => other.Name)
                                .Append(ZoneNames.CityOf(zone))
                                .Min(name => Spelling.Distance(name, text))
                        )
                    )
                    .Where(found => found.Distance <= MostTypos)
                    .OrderBy(found => found.Distance)
                    .Select(found => found.zone),
            ];

    // Whoever says "Germany" need not choose between zones whose clocks never differ.
    private static bool IsSameClock(string one, string other, DateTimeOffset now) =>
        Enumerable
            .Range(0, 13)
            .Select(month => now.AddDays(month * 28))
            .All(moment => Zone(one).GetUtcOffset(moment) == Zone(other).GetUtcOffset(moment));

    [GeneratedRegex(
        @"^\s*(?:utc|gmt)?\s*(?<sign>[+\-−–])\s*(?<hours>[0-9]{1,2})(?:[:.]?(?<minutes>[0-9]{2}))?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex OffsetText();

    [GeneratedRegex("^[A-Z][A-Za-z_]+(/[A-Za-z0-9_+-]+){1,2}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();
}
