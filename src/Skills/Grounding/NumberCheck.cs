namespace PaperBot.Skills.Grounding;

/// <summary>Does each number stand in the abstracts, and of the same thing?</summary>
internal static class NumberCheck
{
    private const int ContextWords = 6;
    private const int NameReach = 5;
    private const int MostItems = 10;

    public static IEnumerable<Unsupported> Of(string text, Alignment alignment, Evidence evidence)
    {
        var tokens = alignment.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Number && !IsItem(text, tokens[i]) && Objection(text, tokens, i, evidence) is { } objection)
            {
                yield return objection;
            }
        }
    }

    // "2) a method": it counts the text's own items.
    private static bool IsItem(string text, Token number) =>
        number.Value <= MostItems
        && number.Value == Math.Floor(number.Value)
        && number.Unit.IsNone
        && BeginsItem(text, number.Start)
        && number.End < text.Length && text[number.End] == ')';

    private static bool BeginsItem(string text, int start)
    {
        var before = start > 0 && text[start - 1] == '(' ? start - 1 : start;
        return before == 0 || text[before - 1] == ' ';
    }

    private static Unsupported? Objection(string text, List<Token> tokens, int i, Evidence evidence)
    {
        var number = tokens[i];
        var span = Span(text, tokens, i);
        var places = evidence.Numbers.Of(number).ToList();
        if (places.Count == 0)
        {
            return IsName(tokens, i, evidence) ? null
                : evidence.Numbers.OfBare(number).FirstOrDefault() is var bare
                && evidence.Numbers.OfBare(number).Any()
                    ? new Unsupported(
                        UnsupportedKind.Unit,
                        span,
                        $"The abstract has the number {text.Substring(number.Start, number.Length)}, but as \"{Span(evidence, bare)}\"."
                    )
                : new Unsupported(UnsupportedKind.Number, span, "No abstract has this number.");
        }
        if (Counted(tokens, i) is { } counted && places.All(place => CountsOther(evidence, place, number, counted)))
        {
            return new Unsupported(
                UnsupportedKind.Unit,
                span,
                $"The abstract has this number as \"{Span(evidence, places[0])}\"."
            );
        }
        if (Bound(text, tokens, i) is not 0 and var bound && places.All(place => Bound(evidence, place) == -bound))
        {
            return new Unsupported(
                UnsupportedKind.Unit,
                span,
                $"Here it is {(bound > 0 ? "the least" : "the most")}, in the abstract {(bound > 0 ? "the most" : "the least")}."
            );
        }
        if (PlaceName(tokens, i) is { } name && places.All(place => IsOnOther(evidence, place, name)))
        {
            return new Unsupported(
                UnsupportedKind.Number,
                span,
                $"In the abstract it belongs to \"{Span(evidence, places[0])}\" and not to {name}."
            );
        }
        return IsOfOther(tokens, i, places, evidence)
            ? new Unsupported(
                UnsupportedKind.Number,
                span,
                $"In the abstract it says something else: \"{Span(evidence, places[0])}\"."
            )
            : null;
    }

    // "7B" where the abstract has LLaMA-7B, and "ResNet 50" where it has ResNet-50.
    private static bool IsName(List<Token> tokens, int i, Evidence evidence) =>
        (tokens[i].Scale > 1 && evidence.HasName(tokens[i].Word))
        || (
            i > 0
            && tokens[i].Unit.IsNone
            && tokens[i - 1].Kind == TokenKind.Word
            && !WordWeights.IsSmall(tokens[i - 1])
            && evidence.HasName(tokens[i - 1].Word + tokens[i].Word)
        );

    // What a plain number counts: "layers" of "50 hidden layers".
    private static (Token Word, int Distance)? Counted(List<Token> tokens, int i)
    {
        for (var next = i + 1; next < tokens.Count && next <= i + 3; next++)
        {
            var token = tokens[next];
            if (token.Breaks || token.Kind != TokenKind.Word || WordWeights.IsSmall(token))
            {
                return null;
            }
            if (IsPlural(token))
            {
                return (token, next - i);
            }
        }
        return null;
    }

    private static bool IsPlural(Token token) =>
        token.Word.Length > 3
        && (
            token.Word == "people"
            || (
                token.Word[^1] == 's'
                && token.Word[^2] is not ('s' or 'u' or 'i')
                && Opposites.Direction(token.Word) == 0
            )
        );

    private static bool CountsOther(Evidence evidence, NumberPlace place, Token number, (Token Word, int Distance) of)
    {
        var sentence = evidence.Sentences[place.Sentence];
        var source = sentence.Tokens[place.Token];
        var counted = Counted(sentence.Tokens, place.Token);
        if (number.Unit.IsNone != source.Unit.IsNone && !number.BorrowedUnit && !source.BorrowedUnit)
        {
            // "62 users" for "62 % of users", "50 % layers" for "50 layers"
            return number.Unit.IsNone ? of.Distance == 1 : counted is { Distance: 1 };
        }
        if (!number.Unit.IsNone)
        {
            return false;
        }
        // A noun that no abstract has may be another word for the same.
        return (!sentence.Stems.ContainsKey(of.Word.Stem) && evidence.Has(of.Word.Stem))
            || (
                sentence.Stems.ContainsKey(of.Word.Stem)
                && 
counted is { } other
                && other.Word.Stem != of.Word.Stem
                && !Between(sentence.Tokens, place.Token, other.Distance).Contains(of.Word.Stem)
                && !IsListed(sentence.Tokens, place.Token)
            );
    }

    private static IEnumerable<string> Between(List<Token> tokens, int i, int distance) =>
        tokens.Skip(i + 1).Take(distance + 4).Select(token => token.Stem);

    // "8, 16 and 32 layers": what follows counts for all.
    private static bool IsListed(List<Token> tokens, int i) =>
        i + 2 < tokens.Count && (tokens[i + 1].Kind == TokenKind.Number || tokens[i + 2].Kind == TokenKind.Number);

    private static int Bound(Evidence evidence, NumberPlace place)
    {
        var sentence = evidence.Sentences[place.Sentence];
        return Bound(sentence.Text, sentence.Tokens, place.Token);
    }

    // 1: at least so much. -1: at most. 0: neither is said.
    private static int Bound(string text, List<Token> tokens, int i)
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
    private static string? PlaceName(List<Token> tokens, int i)
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

    private static bool IsOnOther(Evidence evidence, NumberPlace place, string name)
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
    private static bool IsOfOther(List<Token> tokens, int i, List<NumberPlace> places, Evidence evidence)
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

    private static string Span(Evidence evidence, NumberPlace place)
    {
        var sentence = evidence.Sentences[place.Sentence];
        return Span(sentence.Text, sentence.Tokens, place.Token);
    }

    // The number with its unit and the word behind it.
    private static string Span(string text, List<Token> tokens, int i)
    {
        var last = i;
        while (last + 1 < tokens.Count && tokens[last + 1].Kind == TokenKind.Unit)
        {
            last++;
        }
        if (last + 1 < tokens.Count && tokens[last + 1] is { Kind: TokenKind.Word, Breaks: false })
        {
            last++;
        }
        return text[tokens[i].Start..tokens[last].End];
    }
}
