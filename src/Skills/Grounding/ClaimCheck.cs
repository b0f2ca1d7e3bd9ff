namespace PaperBot.Skills.Grounding;

/// <summary>
/// Do the abstracts hold the words that carry the sentence? Retelling is allowed: how much of it was measured on what authors
/// write of their own abstracts (docs/models.md).
/// </summary>
internal static class ClaimCheck
{
    /// <summary>Of the sentence's weight, so much must stand in the abstracts, and so much in at most three of their sentences.</summary>
    public const double LeastHeld = 0.55;
    public const double LeastTogether = 0.45;

    /// <summary>So many words in a row that say something and stand nowhere are a claim of their own.</summary>
    public const int LongestForeign = 4;

    public static IEnumerable<Unsupported> Of(string text, Alignment alignment)
    {
        if (alignment.Total == 0)
        {
            yield break;
        }
        if (Foreign(alignment) is { } foreign)
        {
            yield return new Unsupported(
                UnsupportedKind.Claim,
                text[foreign.First.Start..foreign.Last.End],
                "No abstract has any of these words."
            );
        }
        else if (alignment.Held < LeastHeld * alignment.Total)
        {
            yield return new Unsupported(
                UnsupportedKind.Claim,
                Missing(text, alignment),
                "Too much of the sentence stands in no abstract."
            );
        }
        else if (alignment.Supported < LeastTogether * alignment.Total)
        {
            yield return new Unsupported(
                UnsupportedKind.Claim,
                text.Trim(),
                "Its words stand in the abstracts, but not together: no sentence says this."
            );
        }
    }

    // The longest run of words that nobody has.
    private static (Token First, Token Last)? Foreign(Alignment alignment)
    {
        var run = 0;
        var first = 0;
        foreach (var word in alignment.Words)
        {
            if (word.IsHeld)
            {
                run = 0;
                continue;
            }
            if (word.Weight < WordWeights.Full)
            {
                continue;
            }
            first = run == 0 ? word.Index : first;
            run++;
            if (run >= LongestForeign)
            {
                return (alignment.Tokens[first], alignment.Tokens[word.Index]);
            }
        }
        return null;
    }

    private static string Missing(string text, Alignment alignment)
    {
        var missing = alignment.Words.Where(word => !word.IsHeld).Select(word => alignment.Tokens[word.Index]);
        return string.Join(", ", missing.Select(token => text[token.Start..token.End]).Distinct());
    }
}
