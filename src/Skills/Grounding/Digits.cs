namespace PaperBot.Skills.Grounding;

/// <param name="Value">Scale included.</param>
/// <param name="Scale">1,000 for the "K" of 6K; 1 without.</param>
/// <param name="End">Where the text goes on.</param>
/// <param name="IsBare">Without unit and scale.</param>
internal readonly record struct WrittenNumber(double Value, double Scale, Unit Unit, int End, bool IsBare);

/// <summary>
/// A number written in digits with what touches it: "6,000", "1.5M", "37 %", "3 × 10^-3", "1e-3", "10⁻³", "2.1x", "37ms".
/// </summary>
internal static class Digits
{
    private const int LongestNumber = 40;
    private const int LongestSuffix = 8;
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <returns>Null where letters follow that make a name of it ("3DPW") or it has too many digits.</returns>
    public static WrittenNumber? Read(string text, int start)
    {
        var at = Whole(text, start);
        if (at < text.Length - 1 && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at = SkipDigits(text, at + 1);
        }
        if (at - start > LongestNumber || !TryValue(text, start, at, out var value))
        {
            return null;
        }
        value = WithPower(text, ref at, value);
        var symbol = Symbol(text, at);
        if (symbol > at)
        {
            var unit =
                text[symbol - 1] is '×' ? Unit.Times
                : text[symbol - 1] is '°' ? Degrees
                : Unit.Percent;
            return new WrittenNumber(value, 1, unit, symbol, IsBare: false);
        }
        return WithSuffix(text, at, value);
    }

    private static Unit Degrees { get; } = new("degrees", 1);

    // "6,000" and "6 000" with a narrow blank, but not the list "1,2,3".
    private static int Whole(string text, int start)
    {
        var at = SkipDigits(text, start);
        while (
            at - start is > 0 and < LongestNumber
            && at + 3 < text.Length
            && (text[at] is ',' or '\u2009' or '\u202F' or '\u00A0' or '\'' || IsBlankThousand(text, at))
            && IsGroup(text, start, at)
        )
        {
            at += 4;
        }
        return at;
    }

    // A plain blank parts thousands only where nothing else can be meant.
    private static bool IsBlankThousand(string text, int at) => text.AsSpan(at).StartsWith(" 000");

    private static bool IsGroup(string text, int start, int at)
    {
        var end = at + 4;
        return end <= text.Length
            && !text.AsSpan(at + 1, 3).ContainsAnyExceptInRange('0', '9')
            && (end == text.Length || !char.IsAsciiDigit(text[end]))
            && (text.AsSpan(start..at).ContainsAnyExceptInRange('0', '9') || at - start <= 3);
    }

    private static bool TryValue(string text, int start, int end, out double value)
    {
        Span<char> digits = stackalloc char[LongestNumber];
        var length = 0;
        foreach (var letter in text.AsSpan(start..end))
        {
            if (char.IsAsciiDigit(letter) || letter == '.')
            {
                digits[length++] = letter;
            }
        }
        return double.TryParse(digits[..length], out value);
    }

    private static double WithPower(string text, ref int at, double value)
    {
        // 1e-3
        if (at < text.Length && text[at] is 'e' or 'E' && Exponent(text, at + 1, out var end) is { } tens)
        {
            at = end;
            return value * Math.Pow(10, tens);
        }
        if (Power(text, at, out end) is { } power)
        {
            at = end;
            return Math.Pow(value, power);
        }
        // 3 × 10^-3
        var times = SkipBlank(text, at);
        if (times < text.Length && text[times] is '×' or 'x' or '·' or '*' or '⋅')
        {
            var ten = SkipBlank(text, times + 1);
            if (ten + 2 < text.Length && text.AsSpan(ten, 2) is "10" && Power(text, ten + 2, out end) is { } exponent)
            {
                at = end;
                return value * Math.Pow(10, exponent);
            }
        }
        return value;
    }

    // "^-3", "^{-3}", "⁻³"
    private static int? Power(string text, int at, out int end)
    {
        end = at;
        if (at >= text.Length)
        {
            return null;
        }
        if (text[at] == '^')
        {
            var brace = at + 1 < text.Length && text[at + 1] is '{' or '(' ? 1 : 0;
            var power = Exponent(text, at + 1 + brace, out end);
            end += brace;
            return power;
        }
        var sign = text[at] == '⁻' ? -1 : 1;
        var digit = sign < 0 ? at + 1 : at;
        var value = 0;
        for (end = digit; end < text.Length && end - digit < 3 && Raised.IndexOf(text[end]) is >= 0 and var d; end++)
        {
            value = value * 10 + d;
        }
        return end > digit ? sign * value : null;
    }

    private static int? Exponent(string text, int at, out int end)
    {
        var sign = at < text.Length && text[at] is '-' or '−' or '–' ? -1 : 1;
        var digit = sign < 0 || (at < text.Length && text[at] == '+') ? at + 1 : at;
        end = SkipDigits(text, digit);
        return end - digit is > 0 and <= 3 ? sign * int.Parse(text.AsSpan(digit..end)) : null;
    }

    // "%", "\%", " %", "×" (unless another side follows, as in 3×3), "°".
    private static int Symbol(string text, int at)
    {
        var sign = SkipBlank(text, at);
        sign += sign < text.Length && text[sign] == '\\' ? 1 : 0;
        if (sign >= text.Length)
        {
            return -1;
        }
        return text[sign] is '%' || (text[sign] is '×' or '°' && !IsSide(text, sign)) ? sign + 1 : -1;
    }

    private static WrittenNumber? WithSuffix(string text, int at, double value)
    {
        var end = at;
        while (end < text.Length && end - at <= LongestSuffix && char.IsLetter(text[end]))
        {
            end++;
        }
        if (end == at)
        {
            return new WrittenNumber(value, 1, Unit.None, at, IsBare: true);
        }
        var suffix = text[at..end];
        if (suffix is "x" or "X")
        {
            return IsSide(text, at)
                ? new WrittenNumber(value, 1, Unit.None, at + 1, IsBare: true)
                : new WrittenNumber(value, 1, Unit.Times, end, IsBare: false);
        }
        if (suffix is "st" or "nd" or "rd" or "th" or "s" && value > 1000)
        {
            return new WrittenNumber(value, 1, Unit.None, end, IsBare: false);
        }
        if (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            return null;
        }
        if (Units.Scale(suffix) is { } scale)
        {
            return new WrittenNumber(value * scale, scale, Unit.None, end, IsBare: false);
        }
        return Units.Find(suffix) is { } unit ? new WrittenNumber(value, 1, unit, end, IsBare: false) : null;
    }

    // The × of "224×224".
    private static bool IsSide(string text, int times)
    {
        var after = SkipBlank(text, times + 1);
        return after < text.Length && char.IsAsciiDigit(text[after]);
    }

    private static int SkipDigits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }
        return at;
    }

    private static int SkipBlank(string text, int at) =>
        at < text.Length && text[at] is ' ' or '\u00A0' or '\u2009' or '\u202F' ? at + 1 : at;
}
