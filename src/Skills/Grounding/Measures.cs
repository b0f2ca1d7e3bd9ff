using System.Collections.Frozen;

namespace PaperBot.Skills.Grounding;

/// <summary>
/// Numbers in words become numbers ("thirty-seven", "six thousand", "twice", "an order of magnitude"), and each number gets the
/// unit that stands behind it, or behind the last of its range or list ("1.6 to 2.1 times").
/// </summary>
internal static class Measures
{
    private const int MostWords = 8; // of one number

    /// <summary>"half": 50 %, 0.5 or the reciprocal of 2x.</summary>
    public static Unit Half { get; } = new("half", 1);

    private static readonly FrozenDictionary<string, int> Small = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        + "eighteen nineteen"
    )
        .Split(' ')
        .Index()
        .ToFrozenDictionary(word => word.Item, word => word.Index, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Tens =
        "twenty thirty forty fifty sixty seventy eighty ninety"
            .Split(' ')
            .Index()
            .ToFrozenDictionary(word => word.Item, word => 20 + 10 * word.Index, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Multiples = new Dictionary<string, int>
    {
        ["twice"] = 2,
        ["double"] = 2,
        ["doubles"] = 2,
        ["doubled"] = 2,
        ["doubling"] = 2,
        ["thrice"] = 3,
        ["triple"] = 3,
        ["triples"] = 3,
        ["tripled"] = 3,
        ["tripling"] = 3,
        ["quadruple"] = 4,
        ["quadruples"] = 4,
        ["quadrupled"] = 4,
        ["quadrupling"] = 4,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Halves = new[]
    {
        "half",
        "halve",
        "halves",
        "halved",
        "halving",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Between = new[] { "to", "and", "or", "versus", "vs" }.ToFrozenSet(
        StringComparer.Ordinal
    );

    public static List<Token> Of(string text, List<Token> tokens)
    {
        var measured = new List<Token>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            i += Magnitude(tokens, i, measured) ?? Number(text, tokens, i, measured) - 1;
        }
        AddUnits(text, measured);
        BorrowUnits(measured);
        return measured;
    }

    // "two orders of magnitude": how many tokens beyond the first; null where there are none.
    private static int? Magnitude(List<Token> tokens, int i, List<Token> to)
    {
        if (
            i + 2 >= tokens.Count
            || tokens[i].Word is not ("order" or "orders")
            || tokens[i + 1].Word != "of"
            || !tokens[i + 2].Word.StartsWith("magnitude", StringComparison.Ordinal)
        )
        {
            return null;
        }
        var power = 1.0;
        if (to is [.., { Kind: TokenKind.Number } number])
        {
            power = number.Value;
            to.RemoveAt(to.Count - 1);
        }
        to.Add(
            tokens[i] with
            {
                Kind = TokenKind.Number,
                Value = Math.Pow(10, Math.Min(power, 100)),
                Unit = Unit.Times,
                Length = tokens[i + 2].End - tokens[i].Start,
            }
        );
        return 2;
    }

    // Adds the token, or the number that begins with it; how many tokens that is.
    private static int Number(string text, List<Token> tokens, int i, List<Token> to)
    {
        var token = tokens[i];
        if (token.Kind == TokenKind.Word && Multiple(token) is { } multiple)
        {
            to.Add(multiple);
            return 1;
        }
        var isDigits = token.Kind == TokenKind.Number;
        var (value, count) = isDigits ? (token.Value, 1) : InWords(tokens, i);
        if (count == 0)
        {
            to.Add(token);
            return 1;
        }
        var scale = token.Scale;
        while (
            i + count < tokens.Count
            && tokens[i + count] is { Kind: TokenKind.Word, Breaks: false } next
            && Units.Scale(text.Substring(next.Start, next.Length)) is { } more
        )
        {
            value *= more;
            scale *= more;
            count++;
        }
        to.Add(
            token with
            {
                Kind = TokenKind.Number,
                Value = value,
                Scale = scale,
                Length = tokens[i + count - 1].End - token.Start,
            }
        );
        return count;
    }

    private static Token? Multiple(Token token)
    {
        if (token is { Capital: true, Start: > 0 })
        {
            return null; // Double DQN is a name
        }
        if (Multiples.TryGetValue(token.Word, out var times))
        {
            return token with { Kind = TokenKind.Number, Value = times, Unit = Unit.Times };
        }
        if (Halves.Contains(token.Word))
        {
            return token with { Kind = TokenKind.Number, Value = 0.5, Unit = Half };
        }
        return
            token.Word.EndsWith("fold", StringComparison.Ordinal)
            && (Small.TryGetValue(token.Word[..^4], out times) || Tens.TryGetValue(token.Word[..^4], out times))
            ? token with
            {
                Kind = TokenKind.Number,
                Value = times,
                Unit = Unit.Times,
            }
            : null;
    }

    private static (double Value, int Count) InWords(List<Token> tokens, int first)
    {
        var total = 0.0;
        var current = 0.0;
        var count = 0;
        var unitsOpen = false; // "thirty" waits for "seven"
        while (first + count < tokens.Count && count < MostWords)
        {
            var token = tokens[first + count];
            if (token.Kind != TokenKind.Word || (count > 0 && token.Breaks))
            {
                break;
            }
            if (Tens.TryGetValue(token.Word, out var tens) && (count == 0 || current % 100 == 0) && !unitsOpen)
            {
                current += tens;
                unitsOpen = true;
            }
            else if (Small.TryGetValue(token.Word, out var small) && IsNumber(tokens, first + count, count))
            {
                if (count > 0 && !unitsOpen && (current == 0 || current % 100 != 0))
                {
                    break;
                }
                current += small;
                unitsOpen = false;
            }
            else if (count > 0 && token.Word is "hundred" or "thousand" or "million" or "billion")
            {
                var scale = Units.Scale(token.Word)!.Value; // all four are scales
                if (scale > 100)
                {
                    total += Math.Max(1, current) * scale;
                    current = 0;
                }
                else
                {
                    current *= scale;
                }
                unitsOpen = false;
            }
            else if (count > 0 && token.Word == "and" && current >= 100 && IsPart(tokens, first + count + 1))
            {
                // "two hundred and fifty"
            }
            else
            {
                break;
            }
            count++;
        }
        return (total + current, count);
    }

    // "one" is mostly no number, nor is the "zero" of zero-shot.
    private static bool IsNumber(List<Token> tokens, int i, int before)
    {
        if (before > 0 || tokens[i].Word is not ("one" or "zero"))
        {
            return true;
        }
        return i + 1 < tokens.Count
            && (Units.Scale(tokens[i + 1].Word) is not null || tokens[i + 1].Word is "percent" or "fold");
    }

    private static bool IsPart(List<Token> tokens, int i) =>
        i < tokens.Count && (Small.ContainsKey(tokens[i].Word) || Tens.ContainsKey(tokens[i].Word));

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
