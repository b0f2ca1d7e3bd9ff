using System.Collections.Frozen;

namespace PaperBot.Skills.Grounding;

/// <summary>Does the text say more where the abstract says less, or name a thing's contrary?</summary>
internal static class DirectionCheck
{
    private const int ObjectReach = 4;
    private const int ObjectWords = 2;
    private const double SameSentence = 0.6; // of the text's weight in the sentence with the contrary

    // "memory improves significantly over …": what it is said of stands before.
    private static readonly FrozenSet<string> SaidBefore =
        "significantly substantially considerably markedly over by from when as"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<Unsupported> Of(string text, Alignment alignment, Evidence evidence)
    {
        var tokens = alignment.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind != TokenKind.Word)
            {
                continue;
            }
            if (SidesCheck.IsWin(token) && !evidence.HasPraise)
            {
                yield return new Unsupported(
                    UnsupportedKind.Direction,
                    text[token.Start..token.End],
                    "No abstract says that anything is better than anything."
                );
                continue;
            }
            if (Opposites.IsBlame(token.Word) && Blames(alignment, i, evidence) is { } praise)
            {
                yield return new Unsupported(
                    UnsupportedKind.Direction,
                    text[token.Start..token.End],
                    $"The abstract says nothing of the kind, but \"{praise}\"."
                );
                continue;
            }
            var reversed =
                Opposites.Direction(token.Word) is not 0 and var direction && !IsDegree(tokens, i)
                    ? Reversed(alignment, i, direction, evidence)
                    : null;
            if (reversed is { } said)
            {
                yield return new Unsupported(
                    UnsupportedKind.Direction,
                    text[token.Start..token.End],
                    $"The abstract says \"{said}\"."
                );
            }
        }
    }

    // "degrades", where the abstract has nothing that gets worse and something that gets better.
    private static string? Blames(Alignment alignment, int i, Evidence evidence)
    {
        if (evidence.HasBlame || alignment.Denied[i])
        {
            return null;
        }
        foreach (var place in alignment.Support)
        {
            if (evidence.Sentences[place].Tokens.Find(token => Opposites.Direction(token.Word) > 0) is { } praise)
            {
                return praise.Word;
            }
        }
        return null;
    }

    // "reduces accuracy" where the abstract improves it.
    private static string? Reversed(Alignment alignment, int i, int direction, Evidence evidence)
    {
        // "beats A despite fewer …": who wins, SidesCheck knows.
        if (IsComparison(alignment.Tokens, i) || SidesCheck.IsWin(alignment.Tokens[i]) || IsDenied(alignment.Tokens, i))
        {
            return null;
        }
        var objects = Objects(alignment.Tokens, i);
        string? said = null;
        foreach (var place in alignment.Support)
        {
            var source = evidence.Sentences[place];
            for (var j = 0; j < source.Tokens.Count; j++)
            {
                var other = Opposites.Direction(source.Tokens[j].Word);
                if (other == 0 || IsComparison(source.Tokens, j))
                {
                    continue;
                }
                var thing = Share(objects, source.Tokens, j);
                // "memory improves": there is less of it.
                var isLessMeant =
                    thing is not null && Opposites.IsBad(thing.Word) && Opposites.IsBetter(source.Tokens[j].Word);
                other = isLessMeant ? -other : other;
                if (other == direction && (objects.Count == 0 || thing is not null))
                {
                    return null;
                }
                if (other != direction && thing is not null && (isLessMeant || !Opposites.IsBad(thing.Word)))
                {
                    said ??= source.Text[
                        Math.Min(source.Tokens[j].Start, thing.Start)..Math.Max(source.Tokens[j].End, thing.End)
                    ];
                }
            }
        }
        return said;
    }

    // The "more" of "more slowly": the adverb has the direction.
    private static bool IsDegree(List<Token> tokens, int i) =>
        tokens[i].Word is "more" or "less"
        && (
            i + 1 == tokens.Count
            || tokens[i + 1].Breaks
            || Opposites.Direction(tokens[i + 1].Word) != 0
            || tokens[i + 1].Word is "for" or "and" or "on" or "than"
        );

    // "does not drop"
    private static bool IsDenied(List<Token> tokens, int i)
    {
        for (var before = Math.Max(0, i - 3); before < i; before++)
        {
            if (Denials.IsStrong(tokens, before))
            {
                return true;
            }
        }
        return false;
    }

    // "more than 90 %" is a bound, not a direction.
    private static bool IsComparison(List<Token> tokens, int i) =>
        i + 2 < tokens.Count && tokens[i + 1].Word == "than" && tokens[i + 2].Kind == TokenKind.Number;

    private static Token? Share(List<Token> objects, List<Token> source, int at) =>
        Objects(source, at).Find(other => objects.Exists(one => one.Stem == other.Stem));

    /// <summary>What goes up or down: the words right behind, else those right before.</summary>
    public static List<Token> Objects(List<Token> tokens, int i)
    {
        var found = new List<Token>(ObjectWords);
        var isBehind = i + 1 < tokens.Count && SaidBefore.Contains(tokens[i + 1].Word);
        for (
            var next = i + 1;
            !isBehind && next < tokens.Count && next <= i + ObjectReach && found.Count < ObjectWords;
            next++
        )
        {
            if (
                tokens[next].Breaks
                || tokens[next].Kind == TokenKind.Number
                || tokens[next].Word is "for" or "despite" or "while" or "although" or "but" or "with" or "at"
            )
            {
                break;
            }
            AddTo(found, tokens[next]);
        }
        for (var next = i - 1; found.Count == 0 && next >= 0 && next >= i - ObjectReach; next--)
        {
            AddTo(found, tokens[next]);
            if (tokens[next].Breaks)
            {
                break;
            }
        }
        return found;
    }

    private static void AddTo(List<Token> found, Token token)
    {
        if (WordWeights.Of(token) > 0 && Opposites.Direction(token.Word) == 0)
        {
            found.Add(token);
        }
    }
}
