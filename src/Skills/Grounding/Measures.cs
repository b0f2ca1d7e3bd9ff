using System.Collections.Frozen;

namespace PaperBot.Skills.Grounding;

/// <summary>
/// Gives each number the unit that stands behind it, or behind the last of its range or list ("1.6 to 2.1 times").
/// </summary>
internal static class Measures
{
    /// <summary>"half": 50 %, 0.5 or the reciprocal of 2x.</summary>
    public static Unit Half { get; } = new("half", 1);

    private static readonly FrozenSet<string> Between = new[] { "to", "and", "or", "versus", "vs" }.ToFrozenSet(
        StringComparer.Ordinal
    );

    public static List<Token> Of(string text, List<Token> tokens)
    {
        var measured = NumberWords.Combine(text, tokens);
        AddUnits(text, measured);
        BorrowUnits(measured);
        return measured;
    }

    private static void AddUnits(string text, List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i] is not { Kind: TokenKind.Number, Unit.IsNone: true } number)
            {
                continue;
            }
            if (i >= 2 && tokens[i - 1].Word == "of" && tokens[i - 2].Word is "factor" or "factors")
            {
                tokens[i] = number with { Unit = Unit.Times };
            }
            else if (UnitAfter(text, tokens, i, out var length) is { } unit)
            {
                tokens[i] = number with { Unit = unit };
                for (var part = i + 1; part <= i + length; part++)
                {
                    tokens[part] = tokens[part] with { Kind = TokenKind.Unit };
                }
            }
        }
    }

    private static Unit? UnitAfter(string text, List<Token> tokens, int number, out int length)
    {
        length = 0;
        if (WordAt(tokens, number + 1) is not { } first)
        {
            return null;
        }
        var second = WordAt(tokens, number + 2);
        if (first.Word == "per" && second?.Word == "cent")
        {
            length = 2;
            return Unit.Percent;
        }
        if (first.Word is "percentage" or "percent" or "absolute" && second?.Word is "point" or "points")
        {
            length = 2;
            return Unit.Points;
        }
        if (first.Word is "frames" or "images" && second?.Word == "per" && WordAt(tokens, number + 3)?.Word == "second")
        {
            length = 3;
            return new Unit("frames", 1);
        }
        if (
            first.Word is "gpu" or "tpu" or "cpu"
            && second is not null
            && Units.Find(second.Word) is { Dimension: "time" } time
        )
        {
            length = 2;
            return time with { Dimension = "machine time" };
        }
        length = 1;
        if (first.Word is "degree" or "degrees" && second?.Word == "of")
        {
            return null; // of freedom
        }
        return Units.Find(text.Substring(first.Start, first.Length));
    }

    private static Token? WordAt(List<Token> tokens, int i) =>
        i < tokens.Count && tokens[i] is { Kind: TokenKind.Word, Breaks: false } token ? token : null;

    private static void BorrowUnits(List<Token> tokens)
    {
        for (var i = tokens.Count - 2; i >= 0; i--)
        {
            if (tokens[i] is not { Kind: TokenKind.Number, Unit.IsNone: true } number || IsYear(number))
            {
                continue;
            }
            var isBetween = tokens[i + 1].Kind == TokenKind.Word && Between.Contains(tokens[i + 1].Word);
            var next = i + (isBetween ? 2 : 1);
            if (next < tokens.Count && tokens[next] is { Kind: TokenKind.Number } last)
            {
                var isRange = tokens[i + 1].Word == "to" || (next == i + 1 && last.Joined);
                var scale = isRange && number.Scale == 1 && number.Value < 1_000 ? last.Scale : 1;
                tokens[i] = number with
                {
                    Unit = last.Unit == Half ? Unit.None : last.Unit,
                    BorrowedUnit = !last.Unit.IsNone,
                    Value = number.Value * scale,
                    Scale = number.Scale * scale,
                };
            }
        }
    }

    private static bool IsYear(Token number) => number is { Value: >= 1900 and <= 2100, Length: 4 };
}
