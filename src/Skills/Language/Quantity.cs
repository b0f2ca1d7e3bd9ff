namespace PaperBot.Skills.Language;

/// <summary>A number of a sentence with its unit, or a range of two: "97.70 %", "1.6-2.1x", "34.2% to 30.0%".</summary>
/// <param name="First">Its first token.</param>
/// <param name="Last">Its last token, that of the unit included.</param>
/// <param name="Start">Where it begins in the sentence, with the sign before it.</param>
/// <param name="End">The character there is no longer part of it.</param>
/// <param name="Unit">As <see cref="Units"/> calls it; null where the number stands alone.</param>
internal sealed record Quantity(int First, int Last, int Start, int End, string? Unit)
{
    /// <summary>Where the value that it was before ends, in "from 71.2 to 75.8"; null elsewhere.</summary>
    public int? BeforeEnd { get; init; }

    /// <summary>Written with decimals.</summary>
    public bool HasDecimals { get; init; }

    /// <summary>It begins with "+".</summary>
    public bool HasPlus { get; init; }

    /// <summary>It counts as a fact whatever stands around it.</summary>
    public bool SaysSomething => Unit is not null && Unit != Units.Scale;
}

/// <summary>Tokens to quantities.</summary>
internal static class Quantities
{
    private const string Signs = "~≈∼<>≥≤+±";

    public static List<Quantity> In(string text, List<Token> tokens)
    {
        var found = new List<Quantity>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Figure)
            {
                var quantity = Read(text, tokens, i);
                found.Add(quantity);
                i = quantity.Last;
            }
        }
        return found;
    }

    private static Quantity Read(string text, List<Token> tokens, int first)
    {
        var (unit, last) = Units.Of(text, tokens, first);
        var hasDecimals = text.AsSpan(tokens[first].Start..tokens[first].End).Contains('.');
        int? beforeEnd = null;
        if (SecondOf(text, tokens, last) is { } second)
        {
            var (secondUnit, end) = Units.Of(text, tokens, second);
            // "2.1 to 3.4 %" and "2.1 % to 3.4 %" are ranges, "32 seconds to 13" is none.
            if (
                unit is null
                || unit == secondUnit
                || (secondUnit is null && second == last + 2 && !IsWord(text, tokens, last + 1, "to"))
            )
            {
                beforeEnd = IsWord(text, tokens, first - 1, "from") ? tokens[last].End : null;
                hasDecimals |= text.AsSpan(tokens[second].Start..tokens[second].End).Contains('.');
                (unit, last) = (secondUnit ?? unit, end);
            }
        }
        var start = tokens[first].Start;
        var sign = start > 0 && Signs.Contains(text[start - 1], StringComparison.Ordinal);
        return new Quantity(first, last, sign ? start - 1 : start, tokens[last].End, unit)
        {
            BeforeEnd = beforeEnd,
            HasDecimals = hasDecimals,
            HasPlus = sign && text[start - 1] == '+',
        };
    }

    // The other end of a range: behind a dash, a "±" or "to".
    private static int? SecondOf(string text, List<Token> tokens, int last)
    {
        if (IsWord(text, tokens, last + 1, "up") && IsWord(text, tokens, last + 2, "to"))
        {
            last++;
        }
        return
            last + 2 < tokens.Count
            && tokens[last + 2].Kind == TokenKind.Figure
            && (
                (
                    tokens[last + 1].Kind == TokenKind.Mark
                    && text[tokens[last + 1].Start] is '-' or '–' or '—' or '~' or '∼' or '±'
                ) || IsWord(text, tokens, last + 1, "to")
            )
            ? last + 2
            : null;
    }

    private static bool IsWord(string text, List<Token> tokens, int i, string word) =>
        i >= 0
        && i < tokens.Count
        && text.AsSpan(tokens[i].Start..tokens[i].End).Equals(word, StringComparison.OrdinalIgnoreCase);
}
