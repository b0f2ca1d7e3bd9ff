namespace PaperBot.Skills.Grounding;

/// <summary>Does the text deny what the abstract says, or say what it denies?</summary>
internal static class NegationCheck
{
    private const int MostPlaces = 8;

    private static readonly string[] Prefixes = ["un", "in", "im", "non", "ir", "dis"];

    public static IEnumerable<Unsupported> Of(string text, Alignment alignment, Evidence evidence)
    {
        if (alignment.Support.Count == 0)
        {
            yield break;
        }
        foreach (var (denial, scope) in Denials.In(alignment.Tokens))
        {
            // "they lack": a want is told of what others do, and in other words.
            if (!denial.Word.StartsWith("lack", StringComparison.Ordinal) && Invented(scope, evidence))
            {
                yield return new Unsupported(
                    UnsupportedKind.Negation,
                    text[denial.Start..scope[^1].End],
                    "The abstract says this without denying it."
                );
            }
        }
        if (WithFor(alignment.Tokens, alignment.Denied, evidence) is { } lost)
        {
            yield return new Unsupported(
                UnsupportedKind.Negation,
                text[lost.InText.Start..lost.InText.End],
                $"The abstract denies this: \"{lost.Said}\"."
            );
        }
    }

    // What is denied here is said there, and nowhere denied.
    private static bool Invented(IReadOnlyList<Token> scope, Evidence evidence)
    {
        if (
            Denials.IsHarm(scope[0])
            || scope.Any(token => token.Word is "differ" or "difference" or "differences" or "gap")
        )
        {
            return false;
        }
        var said = scope
            .Select(token => (token, Places: evidence.PlacesOf(token.Stem)))
            .Where(one => one.Places.Count > 0)
            .ToList();
        return said.Count > 0
            && (
                said.All(one => IsPlain(one.token, one.Places, evidence))
                // "cannot rebalance": the verb itself, which nobody denies.
                || (
                    said[0].token == scope[0]
                    && WordWeights.Of(scope[0]) == WordWeights.Full
                    && IsPlain(scope[0], said[0].Places, evidence)
                )
            );
    }

    // Said without a denial near it, and not as its contrary ("untrained").
    private static bool IsPlain(Token token, IReadOnlyList<int> places, Evidence evidence) =>
        !HasContrary(token, evidence)
        && places
            .Take(MostPlaces)
            .All(place =>
            {
                var sentence = evidence.Sentences[place];
                return !Denials.NearOthers(sentence.Tokens, sentence.Stems.GetValueOrDefault(token.Stem));
            });

    private static bool HasContrary(Token token, Evidence evidence) =>
        Array.Exists(Prefixes, prefix => evidence.HasWord(prefix + token.Word));

    // "with search", where the abstracts speak of it only as of something to do without.
    private static (Token InText, string Said)? WithFor(List<Token> tokens, bool[] denied, Evidence evidence)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (
                tokens[i].Word != "with"
                || Denials.Behind(tokens, i) is not [var first, ..]
                || WordWeights.Of(first) < WordWeights.Full
                || denied[i]
            )
            {
                continue;
            }
            var places = evidence
                .PlacesOf(first.Stem)
                .Take(MostPlaces)
                .Select(place => evidence.Sentences[place])
                .ToList();
            if (
                places.Count > 0
                && places.All(sentence => sentence.Denied[sentence.Stems.GetValueOrDefault(first.Stem)])
            )
            {
                foreach (var sentence in places)
                {
                    foreach (var (denial, scope) in Denials.In(sentence.Tokens))
                    {
                        if (scope.Any(token => token.Stem == first.Stem))
                        {
                            return (first, sentence.Text[denial.Start..scope[^1].End]);
                        }
                    }
                }
            }
        }
        return null;
    }
}
