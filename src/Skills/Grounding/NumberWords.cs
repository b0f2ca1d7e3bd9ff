using System.Collections.Frozen;

namespace PaperBot.Skills.Grounding;

/// <summary>
/// Numbers in words become numbers: "thirty-seven", "six thousand", "twice", "half", "an order of magnitude"; and the "million" behind
/// a number becomes part of it.
/// </summary>
internal static class NumberWords
{
    private const int MostWords = 8; // of one number

    private static readonly FrozenDictionary<string, int> Small = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        + "eighteen nineteen"
    )
        .Split(' ')
        .Index()
        .ToFrozenDictionary(word => word.Item, word => word.Index, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Tens = "twenty thirty forty fifty sixty seventy eighty ninety"
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

    public static List<Token> Combine(string text, List<Token> tokens)
    {
        var combined = new List<Token>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            i += Magnitude(tokens, i, combined) ?? Number(text, tokens, i, combined) - 1;
        }
        return combined;
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
            return token with { Kind = TokenKind.Number, Value = 0.5, Unit = Measures.Half };
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
}
