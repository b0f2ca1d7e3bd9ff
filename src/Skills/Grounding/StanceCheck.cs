namespace PaperBot.Skills.Grounding;

/// <summary>Is a word denied here that the abstract only affirms, or affirmed here that the abstract only denies?</summary>
internal static class StanceCheck
{
    private const int Reach = 6; // tokens from a denial to what it denies, and around that for its company
    private const int DeniedWords = 3; // that say something, behind a denial
    private const double SameSentence = 0.6; // of the text's weight in the sentence that denies
    private const double LeastCompany = 0.6; // weight of the words near what is denied that the text has too

    public static IEnumerable<Unsupported> Of(string text, Alignment alignment, Evidence evidence)
    {
        var tokens = alignment.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (
                Polarity.IsDenial(tokens, i)
                && !tokens[i].Word.StartsWith("lack", StringComparison.Ordinal)
                && Invented(alignment, i, evidence) is { } denied
            )
            {
                yield return new Unsupported(
                    UnsupportedKind.Negation,
                    text[tokens[i].Start..denied.End],
                    "The abstract says this without denying it."
                );
            }
        }
        foreach (var word in alignment.Words)
        {
            if (
                word.Weight == WordWeights.Full
                && alignment.Stances[word.Index] == Stance.Said
                && Lost(alignment, word, evidence)
            )
            {
                var token = tokens[word.Index];
                yield return new Unsupported(
                    UnsupportedKind.Negation,
                    text[token.Start..token.End],
                    "The abstract denies this."
                );
            }
        }
    }

    // The first words that say something and are denied: one that the abstract has, and only affirms.
    private static Token? Invented(Alignment alignment, int denial, Evidence evidence)
    {
        var tokens = alignment.Tokens;
        var left = DeniedWords;
        for (
            var i = denial + 1;
            i < tokens.Count && i <= denial + Reach && left > 0 && alignment.Stances[i] == Stance.Denied;
            i++
        )
        {
            if (WordWeights.Of(tokens[i]) == 0)
            {
                continue;
            }
            left--;
            if (WordWeights.Of(tokens[i]) < WordWeights.Full)
            {
                if (IsAffirmed(tokens, i, evidence))
                {
                    return tokens[i];
                }
                continue;
            }
            var stances = Occurrences(tokens[i], evidence);
            if (stances.Contains(Stance.Denied))
            {
                return null;
            }
            if (stances.Count > 0 && stances.TrueForAll(stance => stance == Stance.Said))
            {
                return tokens[i];
            }
        }
        return null;
    }

    // A common word with the one behind it, as a sentence of the abstract has both: "is not learned from the input".
    private static bool IsAffirmed(List<Token> tokens, int i, Evidence evidence)
    {
        var next = Next(tokens, i);
        if (next < 0)
        {
            return false;
        }
        var found = false;
        foreach (var place in evidence.PlacesOf(tokens[i].Stem))
        {
            var source = evidence.Sentences[place];
            for (var j = 0; j < source.Tokens.Count; j++)
            {
                if (source.Tokens[j].Stem != tokens[i].Stem)
                {
                    continue;
                }
                if (source.Stances[j] != Stance.Said)
                {
                    return false;
                }
                var other = Next(source.Tokens, j);
                found |=
                    other >= 0
                    && source.Tokens[other].Stem == tokens[next].Stem
                    && source.Stances[other] != Stance.Denied;
            }
        }
        return found;
    }

    private static int Next(List<Token> tokens, int i)
    {
        for (var next = i + 1; next < tokens.Count && next <= i + 5 && !tokens[next].Breaks; next++)
        {
            if (WordWeights.Of(tokens[next]) > 0)
            {
                return next;
            }
        }
        return -1;
    }

    private static bool Lost(Alignment alignment, HeldWord word, Evidence evidence)
    {
        var token = alignment.Tokens[word.Index];
        var stances = Occurrences(token, evidence);
        return stances.Count > 0
            && stances.TrueForAll(stance => stance == Stance.Denied)
            && word.Places.Any(place =>
                alignment.Support.Contains(place) && IsHead(evidence.Sentences[place], token.Stem, alignment)
            );
    }

    // What is denied first of all, in company that the text has too.
    private static bool IsHead(EvidenceSentence source, string stem, Alignment alignment)
    {
        for (var i = 0; i < source.Tokens.Count; i++)
        {
            if (source.Tokens[i].Stem != stem || source.Stances[i] != Stance.Denied)
            {
                continue;
            }
            if (!IsFirst(source, i))
            {
                continue;
            }
            var company = 0.0;
            for (var j = Math.Max(0, i - Reach); j < Math.Min(source.Tokens.Count, i + Reach + 1); j++)
            {
                if (j != i && alignment.Tokens.Exists(token => token.Stem == source.Tokens[j].Stem))
                {
                    company += WordWeights.Of(source.Tokens[j]);
                }
            }
            if (company >= LeastCompany || alignment.ShareOf(source) >= SameSentence)
            {
                return true;
            }
        }
        return false;
    }

    // Only common words and one more stand between it and its denial.
    private static bool IsFirst(EvidenceSentence source, int i)
    {
        var before = i - 1;
        while (
            before >= 0
            && source.Stances[before] == Stance.Denied
            && WordWeights.Of(source.Tokens[before]) < WordWeights.Full
        )
        {
            before--;
        }
        return before < 1
            || source.Stances[before] != Stance.Denied
            || source.Stances[before - 1] != Stance.Denied
            || WordWeights.Of(source.Tokens[before - 1]) == 0;
    }

    private static List<Stance> Occurrences(Token token, Evidence evidence)
    {
        var found = new List<Stance>();
        foreach (var place in evidence.PlacesOf(token.Stem))
        {
            var source = evidence.Sentences[place];
            for (var i = 0; i < source.Tokens.Count; i++)
            {
                if (source.Tokens[i].Stem == token.Stem)
                {
                    found.Add(source.Stances[i]);
                }
            }
        }
        return found;
    }
}
