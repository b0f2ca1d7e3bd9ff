namespace PaperBot.Skills.Grounding;

/// <summary>Does the text deny what the abstract says, or say what it denies?</summary>
internal static class NegationCheck
{
    // So much of the abstract's sentence must be in the text before a "not" can be missed in it.
    private const double SameSentence = 0.4;
    private const int MostPlaces = 8;

    public static IEnumerable<Unsupported> Of(string text, Alignment alignment, Evidence evidence)
    {
        if (alignment.Support.Count == 0)
        {
            yield break;
        }
        foreach (var (denial, scope) in Denials.In(alignment.Tokens))
        {
            if (Invented(scope, evidence))
            {
                yield return new Unsupported(
                    UnsupportedKind.Negation,
                    text[denial.Start..scope[^1].End],
                    "The abstract says this without denying it."
                );
            }
        }
        if ((Lost(alignment, evidence) ?? WithFor(alignment.Tokens, alignment.Denied, evidence)) is { } lost)
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
        if (Denials.IsHarm(scope[0]))
        {
            return false;
        }
        var said = scope
            .Select(token => (token, evidence.PlacesOf(token.Stem)))
            .Where(one => one.Item2.Count > 0)
            .ToList();
        return said.Count > 0
            && said.All(one =>
                one.Item2.Take(MostPlaces)
                    .All(place =>
                    {
                        var sentence = evidence.Sentences[place];
                        return !sentence.Denied[sentence.Stems.GetValueOrDefault(one.token.Stem)];
                    })
            );
    }

    private static (Token InText, string Said)? Lost(Alignment alignment, Evidence evidence)
    {
        var source = evidence.Sentences[alignment.Support[0]];
        var here = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < alignment.Tokens.Count; i++)
        {
            here.TryAdd(alignment.Tokens[i].Stem, i);
        }
        if (Share(source.Tokens, here) < SameSentence)
        {
            return null;
        }
        var denied = alignment.Denied;
        foreach (var (denial, scope) in Denials.In(source.Tokens))
        {
            if (
                scope.Take(2).All(token => here.ContainsKey(token.Stem))
                && !scope.Take(2).Any(token => denied[here[token.Stem]])
                && source.Tokens.Count(token => token.Stem == scope[0].Stem) == 1
            )
            {
                return (alignment.Tokens[here[scope[0].Stem]], source.Text[denial.Start..scope[^1].End]);
            }
        }
        return null;
    }

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

    // How much of a sentence's weight is in the text.
    private static double Share(List<Token> source, Dictionary<string, int> here)
    {
        var all = 0.0;
        var shared = 0.0;
        foreach (var token in source)
        {
            var weight = WordWeights.Of(token);
            all += weight;
            shared += here.ContainsKey(token.Stem) ? weight : 0;
        }
        return all == 0 ? 0 : shared / all;
    }
}
