namespace PaperBot.Skills.Grounding;

/// <summary>What a number of the abstract is said of, and whether the text says it of something else.</summary>
internal static class NumberBinding
{
    private const int ContextWords = 6;
    private const int NameReach = 5;

    // "8, 16 and 32 layers": what follows counts for all.
    public static bool IsListed(List<Token> tokens, int i) =>
        i + 2 < tokens.Count && (tokens[i + 1].Kind == TokenKind.Number || tokens[i + 2].Kind == TokenKind.Number);

    public static int Bound(Evidence evidence, NumberPlace place)
    {
        var sentence = evidence.Sentences[place.Sentence];
        return Bound(sentence.Text, sentence.Tokens, place.Token);
    }

    // 1: at least so much. -1: at most. 0: neither is said.
    public static int Bound(string text, List<Token> tokens, int i)
    {
        var mark = tokens[i].Start - 1;
        while (mark >= 0 && text[mark] is ' ' or '~')
        {
            mark--;
        }
        if (mark >= 0 && text[mark] is '>' or '≥' or '<' or '≤')
        {
            return text[mark] is '>' or '≥' ? 1 : -1;
        }
        var one = i > 0 ? tokens[i - 1].Word : "";
        var two = i > 1 ? tokens[i - 2].Word : "";
        return (two, one) switch
        {
            ("no", "than") => 0,
            ("less" or "fewer" or "lower" or "smaller", "than") => -1,
            ("more" or "greater" or "higher" or "larger", "than") => 1,
            ("at", "least") => 1,
            ("at", "most") or ("up", "to") => -1,
            (_, "over" or "above" or "exceeding") => 1,
            (_, "under" or "below") => -1,
            _ => 0,
        };
    }

    // The name behind "on": "82.1 % on ImageNet".
    public static string? PlaceName(List<Token> tokens, int i)
    {
        var on = false;
        for (var next = i + 1; next < tokens.Count && next <= i + NameReach; next++)
        {
            if (tokens[next].Kind == TokenKind.Number || tokens[next].Breaks || tokens[next].Word is "and" or "while")
            {
                return null;
            }
            on |= tokens[next].Word is "on" or "for";
            if (on && tokens[next] is { LooksLikeName: true, Joined: false })
            {
                return next + 1 < tokens.Count && tokens[next + 1].Joined
                    ? tokens[next].Word + tokens[next + 1].Word
                    : tokens[next].Word;
            }
        }
        return null;
    }

    public static bool IsOnOther(Evidence evidence, NumberPlace place, string name)
    {
        var tokens = evidence.Sentences[place.Sentence].Tokens;
        return PlaceName(tokens, place.Token) is { } other
            && other != name
            && !other.StartsWith(name, StringComparison.Ordinal)
            && !name.StartsWith(other, StringComparison.Ordinal)
            && !tokens.Any(token => token.Word == "respectively")
            && !tokens
                .Skip(place.Token + 1)
                .TakeWhile(token => token.Kind != TokenKind.Number)
                .Any(token => token.LooksLikeName && name.StartsWith(token.Word, StringComparison.Ordinal));
    }

    // "improves accuracy by 12 %" where the abstract says so of 3 %, and of 12 % something else.
    public static bool IsOfOther(List<Token> tokens, int i, List<NumberPlace> places, Evidence evidence)
    {
        var here = Context(tokens, i);
        if (here.Count < 2)
        {
            return false;
        }
        foreach (var place in places)
        {
            var source = evidence.Sentences[place.Sentence].Tokens;
            if (
                source.Any(token => token.Word == "respectively")
                || IsListed(source, place.Token)
                || Context(source, place.Token).Overlaps(here)
            )
            {
                return false;
            }
        }
        return places
            .Select(place => place.Sentence)
            .Distinct()
            .Any(sentence => HasOther(evidence.Sentences[sentence].Tokens, tokens[i], here));
    }

    private static bool HasOther(List<Token> source, Token number, HashSet<string> here)
    {
        for (var other = 0; other < source.Count; other++)
        {
            if (source[other].Kind == TokenKind.Number && source[other].Value != number.Value)
            {
                var context = Context(source, other);
                context.IntersectWith(here);
                if (context.Count >= 2)
                {
                    return true;
                }
            }
        }
        return false;
    }

    // The words around a number, up to the next number on either side.
    private static HashSet<string> Context(List<Token> tokens, int i)
    {
        var context = new HashSet<string>(StringComparer.Ordinal);
        for (var left = i - 1; left >= 0 && context.Count < ContextWords; left--)
        {
            if (tokens[left].Kind == TokenKind.Number || !AddTo(context, tokens[left]))
            {
                break;
            }
        }
        var most = context.Count + 3;
        for (var right = i + 1; right < tokens.Count && context.Count < most; right++)
        {
            if (tokens[right].Kind == TokenKind.Number || tokens[right].Breaks || !AddTo(context, tokens[right]))
            {
                break;
            }
        }
        return context;
    }

    private static bool AddTo(HashSet<string> context, Token token)
    {
        if (WordWeights.Of(token) > 0)
        {
            context.Add(token.Stem);
        }
        return token.Word is not ("while" or "whereas");
    }
}
