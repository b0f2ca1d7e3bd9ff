using System.Globalization;

namespace PaperBot.Skills.Grounding;

/// <summary>Does each number stand in the abstracts, and of the same thing?</summary>
internal static class NumberCheck
{
    public static IEnumerable<Unsupported> Of(string text, Alignment alignment, Evidence evidence)
    {
        var tokens = alignment.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (NumberLeeway.IsOtherPower(text, tokens[i], evidence))
            {
                yield return new Unsupported(
                    UnsupportedKind.Number,
                    text[(tokens[i].Start - 1)..tokens[i].End],
                    "No abstract has this power."
                );
            }
            if (
                tokens[i].Kind == TokenKind.Number
                && !NumberLeeway.IsItem(text, tokens[i])
                && !NumberLeeway.IsPower(text, tokens[i], evidence)
                && !NumberLeeway.IsAbout(tokens, i, evidence)
                && !NumberLeeway.IsFraction(tokens, i, tokens[i].Value, evidence)
                && Objection(text, tokens, i, evidence) is { } objection
            )
            {
                yield return objection;
            }
            if (NumberLeeway.IsLoneFraction(tokens, i) && !NumberLeeway.IsFraction(tokens, i - 1, 1, evidence))
            {
                yield return new Unsupported(
                    UnsupportedKind.Number,
                    text[tokens[i - 1].Start..tokens[i].End],
                    "No abstract has this share."
                );
            }
        }
    }

    private static Unsupported? Objection(string text, List<Token> tokens, int i, Evidence evidence)
    {
        var number = tokens[i];
        var span = Span(text, tokens, i);
        var places = evidence.Numbers.Of(number).ToList();
        if (places.Count == 0)
        {
            return IsName(tokens, i, evidence) ? null
                : evidence.Numbers.OfBare(number).FirstOrDefault() is var bare && evidence.Numbers.OfBare(number).Any()
                    ? new Unsupported(
                        UnsupportedKind.Unit,
                        span,
                        $"The abstract has the number {text.Substring(number.Start, number.Length)}, but as \"{Span(evidence, bare)}\"."
                    )
                : new Unsupported(UnsupportedKind.Number, span, "No abstract has this number.");
        }
        if (
            Counted(tokens, i) is { } counted
            && !IsAnything(counted.Word)
            && places.All(place =>
                !CountsBoth(evidence, place, tokens, i, counted)
                && (
                    CountsOther(evidence, place, number, counted)
                    || CountsElse(evidence, place, number, counted, tokens)
                )
            )
        )
        {
            return new Unsupported(
                UnsupportedKind.Unit,
                span,
                $"The abstract has this number as \"{Span(evidence, places[0])}\"."
            );
        }
        if (
            NumberBinding.Bound(text, tokens, i) is not 0 and var bound
            && places.All(place => NumberBinding.Bound(evidence, place) == -bound)
        )
        {
            return new Unsupported(
                UnsupportedKind.Unit,
                span,
                $"Here it is {(bound > 0 ? "the least" : "the most")}, in the abstract {(bound > 0 ? "the most" : "the least")}."
            );
        }
        if (
            NumberBinding.PlaceName(tokens, i) is { } name
            && places.All(place => NumberBinding.IsOnOther(evidence, place, name))
        )
        {
            return new Unsupported(
                UnsupportedKind.Number,
                span,
                $"In the abstract it belongs to \"{Span(evidence, places[0])}\" and not to {name}."
            );
        }
        return NumberBinding.IsOfOther(tokens, i, places, evidence)
            ? new Unsupported(
                UnsupportedKind.Number,
                span,
                $"In the abstract it says something else: \"{Span(evidence, places[0])}\"."
            )
            : null;
    }

    // "7B" where the abstract has LLaMA-7B, and "ResNet 50" where it has ResNet-50.
    private static bool IsName(List<Token> tokens, int i, Evidence evidence) =>
        (tokens[i].Scale > 1 && char.IsLetter(tokens[i].Word[^1]) && evidence.HasName(tokens[i].Word))
        // "three-dimensional" for 3D
        || (
            i + 1 < tokens.Count
            && tokens[i + 1].Word.StartsWith("dimension", StringComparison.Ordinal)
            && evidence.HasName(string.Create(CultureInfo.InvariantCulture, $"{tokens[i].Value}d"))
        )
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
            if (
                token.Breaks
                || token.Kind != TokenKind.Word
                || WordWeights.IsSmall(token)
                || Opposites.Direction(token.Word) != 0
            )
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

    // "three values": whatever they are.
    private static bool IsAnything(Token counted) =>
        counted.Word
            is "values"
                or "numbers"
                or "things"
                or "items"
                or "kinds"
                or "types"
                or "ways"
                or "forms"
                or "pieces";

    // "150 expert models" for "150 experts"
    private static bool CountsBoth(
        Evidence evidence,
        NumberPlace place,
        List<Token> tokens,
        int i,
        (Token Word, int Distance) counted
    ) =>
        Counted(evidence.Sentences[place.Sentence].Tokens, place.Token) is { } other
        && tokens.Skip(i + 1).Take(counted.Distance).Any(token => token.Stem == other.Word.Stem);

    private static bool IsPlural(Token token) =>
        token.Word.Length > 3
        && (
            token.Word == "people"
            || (
                token.Word[^1] == 's'
                && token.Word[^2] is not ('s' or 'u' or 'i')
                && Opposites.Direction(token.Word) == 0
                && token.Word
                    is not (
                        "has"
                        or "does"
                        or "uses"
                        or "needs"
                        or "takes"
                        or "gives"
                        or "reaches"
                        or "achieves"
                        or "scores"
                        or "runs"
                        or "works"
                    )
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
                && counted is { } other
                && other.Word.Stem != of.Word.Stem
                && !Between(sentence.Tokens, place.Token, other.Distance).Contains(of.Word.Stem)
                && !NumberBinding.IsListed(sentence.Tokens, place.Token)
            );
    }

    // "200 companies" for "200 biological targets": a word of its own, and none of theirs.
    private static bool CountsElse(
        Evidence evidence,
        NumberPlace place,
        Token number,
        (Token Word, int Distance) of,
        List<Token> text
    )
    {
        var sentence = evidence.Sentences[place.Sentence];
        return number.Unit.IsNone
            && number.Value > 1
            && !evidence.Has(of.Word.Stem)
            && Counted(sentence.Tokens, place.Token) is { } counted
            && !sentence
                .Tokens.Skip(place.Token + 1)
                .Take(counted.Distance)
                .Any(token => text.Exists(other => other.Stem == token.Stem));
    }

    private static IEnumerable<string> Between(List<Token> tokens, int i, int distance) =>
        tokens.Skip(i + 1).Take(distance + 4).Select(token => token.Stem);

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
