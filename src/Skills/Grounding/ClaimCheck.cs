namespace PaperBot.Skills.Grounding;

/// <summary>
/// Does the sentence speak of what the abstracts speak of? Everyday words may be any: a retelling has its own. What it is
/// about, and most of what carries it, must be theirs. The limits were measured on retellings (docs/models.md).
/// </summary>
internal static class ClaimCheck
{
    /// <summary>So much may technical terms say together that no abstract has (<see cref="TechnicalTerms"/>).</summary>
    public const double MostForeignTerms = 0.36;

    /// <summary>From so much on, foreign terms must not say more than those that the abstracts have.</summary>
    public const double FewForeignTerms = 0.25;

    /// <summary>Of the sentence's weight, so much must stand in the abstracts, and so much in at most three of their sentences.</summary>
    public const double LeastHeld = 0.3;
    public const double LeastTogether = 0.27;

    /// <summary>So many words that say something and stand nowhere make a clause of their own; one less with a term.</summary>
    public const int ForeignClauseWords = 3;

    // A sentence that says little can hardly be held to anything but its terms.
    private const double LittleWeight = 2;

    public static IEnumerable<Unsupported> Of(string text, Alignment alignment)
    {
        if (alignment.Total == 0)
        {
            yield break;
        }
        var foreign = Foreign(alignment);
        var terms = foreign.Sum(TechnicalTerms.Of);
        if (ForeignClause(alignment) is { } clause)
        {
            yield return new Unsupported(
                UnsupportedKind.Claim,
                text[clause.First.Start..clause.Last.End],
                "No abstract has any of these words."
            );
        }
        else if (
            foreign.Where(TechnicalTerms.IsTelling).Sum(TechnicalTerms.Of) >= MostForeignTerms
            || (terms >= FewForeignTerms && terms > HeldTerms(alignment))
        )
        {
            yield return new Unsupported(
                UnsupportedKind.Claim,
                string.Join(", ", foreign.Select(token => text[token.Start..token.End]).Distinct()),
                "No abstract speaks of this."
            );
        }
        else if (alignment.Total > LittleWeight && alignment.Held < LeastHeld * alignment.Total)
        {
            yield return new Unsupported(
                UnsupportedKind.Claim,
                Missing(text, alignment),
                "Too much of the sentence stands in no abstract."
            );
        }
        else if (alignment.Total > LittleWeight && alignment.Supported < LeastTogether * alignment.Total)
        {
            yield return new Unsupported(
                UnsupportedKind.Claim,
                text.Trim(),
                "Its words stand in the abstracts, but not together: no sentence says this."
            );
        }
    }

    // A part between commas or behind "and" or "which" of which nobody has a word that says something.
    private static (Token First, Token Last)? ForeignClause(Alignment alignment)
    {
        var clause = new List<HeldWord>();
        foreach (var word in alignment.Words)
        {
            if (BeginsClause(alignment.Tokens, clause, word.Index))
            {
                if (IsForeign(alignment, clause))
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
        return IsForeign(alignment, clause)
            ? (alignment.Tokens[clause[0].Index], alignment.Tokens[clause[^1].Index])
            : null;
    }

    private static bool IsForeign(Alignment alignment, List<HeldWord> clause) =>
        clause.Count >= ForeignClauseWords
        && clause.TrueForAll(word => !word.IsHeld)
        && (
            clause.Count >= ForeignClauseWords
            || clause.Exists(word => TechnicalTerms.IsTelling(alignment.Tokens[word.Index]))
        );

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

    private static List<Token> Foreign(Alignment alignment) =>
        [
            .. alignment
                .Words.Where(word => !word.IsHeld && word.Weight == WordWeights.Full)
                .Select(word => alignment.Tokens[word.Index])
                .Where(token => TechnicalTerms.Of(token) > 0),
        ];

    private static double HeldTerms(Alignment alignment) =>
        alignment.Words.Where(word => word.IsHeld).Sum(word => TechnicalTerms.Of(alignment.Tokens[word.Index]));

    private static string Missing(string text, Alignment alignment)
    {
        var missing = alignment.Words.Where(word => !word.IsHeld).Select(word => alignment.Tokens[word.Index]);
        return string.Join(", ", missing.Select(token => text[token.Start..token.End]).Distinct());
    }
}
