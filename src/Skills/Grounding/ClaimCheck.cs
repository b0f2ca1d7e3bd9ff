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
    public const double LeastHeldOfTelling = 0.5;

    /// <summary>So many words in a row that say something and stand nowhere are a claim of their own.</summary>
    public const int LongestForeign = 4;
    public const int ForeignClauseWords = 2;

    public static IEnumerable<Unsupported> Of(string text, Alignment alignment)
    {
        if (alignment.Total == 0)
        {
            yield break;
        }
        if ((Foreign(alignment) ?? ForeignClause(alignment)) is { } foreign)
        {
            yield return new Unsupported(
                UnsupportedKind.Claim,
                text[foreign.First.Start..foreign.Last.End],
                "No abstract has any of these words."
            );
        }
        else if (alignment.Held < LeastHeld * alignment.Total || HeldOfTelling(alignment) < LeastHeldOfTelling)
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

    // Of the words that not every abstract has.
    private static double HeldOfTelling(Alignment alignment)
    {
        var all = alignment.Words.Count(word => word.Weight == WordWeights.Full);
        return all == 0
            ? 1
            : (double)alignment.Words.Count(word => word.Weight == WordWeights.Full && word.IsHeld) / all;
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

    // A part between commas or behind "and" or "which" of which nobody has a word that says something.
    private static (Token First, Token Last)? ForeignClause(Alignment alignment)
    {
        var clause = new List<HeldWord>();
        foreach (var word in alignment.Words)
        {
            if (BeginsClause(alignment.Tokens, clause, word.Index))
            {
                if (IsForeign(clause))
                {
                    break;
                }
                clause.Clear();
            }
            if (word.Weight == WordWeights.Full)
            {
                clause.Add(word);
            }
        }
        return IsForeign(clause) ? (alignment.Tokens[clause[0].Index], alignment.Tokens[clause[^1].Index]) : null;
    }

    private static bool IsForeign(List<HeldWord> clause) =>
        clause.Count >= ForeignClauseWords
        && clause.Count(word => word.IsHeld) * 4 <= (clause.Count > 3 ? clause.Count : 0);

    // Between the last word of the clause and this one.
    private static bool BeginsClause(List<Token> tokens, List<HeldWord> clause, int index)
    {
        for (var i = clause.Count == 0 ? index : clause[^1].Index + 1; i <= index; i++)
        {
            if (tokens[i].Breaks || tokens[i].Word is "and" or "which" or "while" or "whereas" or "but")
            {
                return true;
            }
        }
        return false;
    }

    private static string Missing(string text, Alignment alignment)
    {
        var missing = alignment.Words.Where(word => !word.IsHeld).Select(word => alignment.Tokens[word.Index]);
        return string.Join(", ", missing.Select(token => text[token.Start..token.End]).Distinct());
    }
}
