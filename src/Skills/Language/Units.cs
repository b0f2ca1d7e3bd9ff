using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace PaperBot.Skills.Language;

/// <summary>The unit that stands on or behind a number.</summary>
internal static class Units
{
    public const string Percent = "%";

    /// <summary>Percentage points, or points of a metric.</summary>
    public const string Points = "points";

    /// <summary>So many times another value.</summary>
    public const string Times = "x";

    /// <summary>"0.6G", "7B": a size of something that the number alone does not say.</summary>
    public const string Scale = "scale";

    private static readonly FrozenDictionary<string, string> Behind = Table(
        ("%", "percent percents"),
        (Points, "point points pp pts"),
        (Times, "× x fold -fold"),
        (
            "",
            "ms µs μs ns fps FPS Hz kHz MHz GHz dB ° deg degrees m/s cm/s km/h GB MB KB TB W mW mm cm km kg FLOPs FLOPS MFLOPs GFLOPs TFLOPs MFLOPS GFLOPS "
                + "TFLOPS GFlops MFlops MACs GMACs MMACs GPU-hours GPU-days hours hour minutes minute mins seconds second days "
                + "milliseconds"
        ),
        (Scale, "million billion trillion thousand K M B T G k")
    );

    // What is worth counting; "8 GPUs", "12 layers" and "5 datasets" say nothing about a result.
    private static readonly FrozenSet<string> Counted = (
        "parameters params FLOPs tokens images samples examples videos documents sentences measurements languages pairs "
        + "questions users nodes edges papers scenes participants patients hours multiply-adds queries instances annotations"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // "12 parameters" may be a result, "12 images" are an example.
    private static readonly FrozenSet<string> AnyNumberOf = FrozenSet.ToFrozenSet(
        ["parameters", "params", "FLOPs", "hours", "multiply-adds"],
        StringComparer.OrdinalIgnoreCase
    );

    private const double FewestCounted = 100;

    private static readonly SearchValues<char> InNumbers = SearchValues.Create("0123456789,.");

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> BehindSpans =
        Behind.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CountedSpans =
        Counted.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AnyNumberSpans =
        AnyNumberOf.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>It measures how fast or how large a program is.</summary>
    public static bool IsOfMachines(string unit) =>
        unit is "ms" or "µs" or "μs" or "ns" or "fps" or "FPS" or "KB" or "MB" or "GB" or "milliseconds";

    /// <summary>The unit of the number at <paramref name="figure"/>, and the last token of the two together.</summary>
    public static (string? Unit, int Last) Of(string text, List<Token> tokens, int figure)
    {
        var written = text.AsSpan(tokens[figure].Start..tokens[figure].End);
        var onto = written.IndexOfAnyExcept(InNumbers);
        var last = figure;
        var unit = onto < 0 ? null : Named(written[onto..]);
        if (unit is null)
        {
            (unit, last) = After(text, tokens, figure);
        }
        return unit is null or Scale && CountedAfter(text, tokens, figure, last, unit) is { } counted
            ? counted
            : (unit, last);
    }

    private static (string? Unit, int Last) After(string text, List<Token> tokens, int figure)
    {
        var next = Word(text, tokens, figure + 1);
        if (next is "\\")
        {
            return Word(text, tokens, figure + 2) switch
            {
                "%" => (Percent, figure + 2),
                "times" => (Times, figure + 2), // the sign, as LaTeX writes it
                _ => (null, figure),
            };
        }
        if (next is "percentage" or "percent" or "%" && Word(text, tokens, figure + 2) is "points" or "point")
        {
            return (Points, figure + 2);
        }
        if (next is "%")
        {
            return (Percent, figure + 1);
        }
        if (next is "GPU" or "TPU" && Word(text, tokens, figure + 2) is "hours" or "days" or "hour" or "day")
        {
            return (text[tokens[figure + 1].Start..tokens[figure + 2].End], figure + 2);
        }
        if (next is "times")
        {
            return IsMultiple(text, tokens, figure) ? (Times, figure + 1) : (null, figure);
        }
        return Named(next) is { } unit ? (unit, figure + 1) : (null, figure);
    }

    // "3 times faster", "by 6 times", "a speedup of 3.5 times"; but "we ran it 3 times".
    private static bool IsMultiple(string text, List<Token> tokens, int figure)
    {
        var next = Word(text, tokens, figure + 2);
        return next is "more" or "less" or "fewer" or "as" or "the" or "that" or "speedup" or "higher" or "lower"
            || (next.Length > 4 && next.EndsWith("er"))
            || Word(text, tokens, figure - 1) is "by" or "of" or "nearly" or "about" or "almost" or "than" or "to";
    }

    private static (string? Unit, int Last)? CountedAfter(
        string text,
        List<Token> tokens,
        int figure,
        int last,
        string? scale
    )
    {
        for (var i = last + 1; i <= last + 2; i++)
        {
            var word = Word(text, tokens, i);
            if (CountedSpans.TryGetValue(word, out var counted))
            {
                return scale is not null || AnyNumberSpans.Contains(word) || IsLarge(text, tokens[figure])
                    ? (counted, i)
                    : null;
            }
            if (word.IsEmpty || !char.IsLetter(word[0]) || word is "and" or "or" or "of" or "to" or "in" or "on")
            {
                return null;
            }
        }
        return null;
    }

    private static bool IsLarge(string text, Token figure) =>
        double.TryParse(
            text.AsSpan(figure.Start..figure.End),
            NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
        && number >= FewestCounted;

    private static string? Named(ReadOnlySpan<char> word) =>
        BehindSpans.TryGetValue(word, out var unit) ? unit
        : word is "X" ? Times
        : word is "s" or "h" or "m" ? word.ToString()
        : null;

    private static ReadOnlySpan<char> Word(string text, List<Token> tokens, int i) =>
        i >= 0 && i < tokens.Count ? text.AsSpan(tokens[i].Start..tokens[i].End) : default;

    // A unit without a name of its own is called as it is written.
    private static FrozenDictionary<string, string> Table(params ReadOnlySpan<(string Unit, string Words)> rows)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (unit, words) in rows)
        {
            foreach (var word in words.Split(' '))
            {
                table[word] = unit.Length > 0 ? unit : word;
            }
        }
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
