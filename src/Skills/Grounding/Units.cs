using System.Collections.Frozen;

namespace PaperBot.Skills.Grounding;

/// <summary>How units are written.</summary>
internal static class Units
{
    // dimension, factor: spellings. A capital matters where the table has the spelling twice.
    private const string Table = """
        % 1: % percent percents pct percentage
        points 1: points point pp
        times 1: x X × times fold
        time 1e-9: ns nanosecond nanoseconds
        time 1e-6: us µs μs microsecond microseconds
        time 1e-3: ms millisecond milliseconds
        time 1: s sec secs second seconds
        time 60: min mins minute minutes
        time 3600: h hr hrs hour hours
        time 86400: day days
        time 604800: week weeks
        time 2629800: month months
        time 31557600: year years
        bytes 1e3: kb kilobyte kilobytes
        bytes 1e6: mb megabyte megabytes
        bytes 1e9: gb gigabyte gigabytes
        bytes 1e12: tb terabyte terabytes
        bits 1: bit bits
        hertz 1: hz hertz
        hertz 1e3: khz
        hertz 1e6: mhz
        hertz 1e9: ghz
        decibels 1: db decibel decibels
        metres 1e-9: nm
        metres 1e-6: μm
        metres 1e-3: mm millimeter millimeters millimetre millimetres
        metres 1e-2: cm centimeter centimeters centimetre centimetres
        metres 1: m meter meters metre metres
        metres 1e3: km kilometer kilometers kilometre kilometres
        grams 1e-3: mg
        grams 1: g gram grams
        grams 1e3: kg kilogram kilograms
        watts 1: watt watts W
        watts 1e-3: mW
        watts 1e3: kw
        frames 1: fps
        degrees 1: ° deg degree degrees
        operations 1e6: mflops mflop
        operations 1e9: gflops gflop
        operations 1e12: tflops tflop
        dollars 1: usd dollar dollars
        euros 1: euro euros
        """;

    private static readonly FrozenDictionary<string, Unit> Known = Table
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .SelectMany(Read)
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, double> Scales = new Dictionary<string, double>
    {
        ["k"] = 1e3,
        ["K"] = 1e3,
        ["M"] = 1e6,
        ["B"] = 1e9,
        ["bn"] = 1e9,
        ["T"] = 1e12,
        ["hundred"] = 100,
        ["thousand"] = 1e3,
        ["million"] = 1e6,
        ["billion"] = 1e9,
        ["trillion"] = 1e12,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="text">As written.</param>
    public static Unit? Find(string text) =>
        Known.TryGetValue(text, out var unit)
        || (text.Length > 1 && Known.TryGetValue(text.ToLowerInvariant(), out unit))
            ? unit
            : null;

    /// <summary>What a "K" or "million" behind a number makes of it; null where it is none.</summary>
    public static double? Scale(string text) => Scales.TryGetValue(text, out var scale) ? scale : null;

    private static IEnumerable<KeyValuePair<string, Unit>> Read(string line)
    {
        var parts = line.Split(':', 2);
        var head = parts[0].Split(' ');
        var unit = new Unit(head[0], double.Parse(head[1]));
        return parts[1]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(spelling => KeyValuePair.Create(spelling, unit));
    }
}
