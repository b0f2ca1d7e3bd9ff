namespace PaperBot.Skills.Grounding;

/// <summary>Is slower, or longer, what the abstract calls faster? "converges slowly" where it speeds convergence up.</summary>
internal static class PaceCheck
{
    private const int Reach = 4; // tokens to either side, for what it is said of

    public static IEnumerable<Unsupported> Of(string text, Alignment alignment, Evidence evidence)
    {
        for (var i = 0; i < alignment.Tokens.Count; i++)
        {
            var token = alignment.Tokens[i];
            if (Opposites.Pace(token.Word) is not 0 and var pace && Contrary(alignment, i, pace, evidence) is { } said)
            {
                yield return new Unsupported(
                    UnsupportedKind.Direction,
                    text[token.Start..token.End],
                    $"The abstract says \"{said}\"."
                );
            }
        }
    }

    // Null where any sentence says the same of the same.
    private static string? Contrary(Alignment alignment, int i, int pace, Evidence evidence)
    {
        var things = Things(alignment.Tokens, i);
        string? said = null;
        for (var place = 0; place < evidence.Sentences.Count; place++)
        {
            var source = evidence.Sentences[place];
            for (var j = 0; j < source.Tokens.Count; j++)
            {
                if (
                    PaceAt(source.Tokens, j) is not (not 0 and var other)
                    || Things(source.Tokens, j).Find(one => things.Exists(thing => thing.Stem == one.Stem))
                        is not { } shared
                )
                {
                    continue;
                }
                if (other == pace)
                {
                    return null;
                }
                if (alignment.Support.Contains(place))
                {
                    said ??= source.Text[
                        Math.Min(source.Tokens[j].Start, shared.Start)..Math.Max(source.Tokens[j].End, shared.End)
                    ];
                }
            }
        }
        return said;
    }

    // "cuts training time" is faster.
    private static int PaceAt(List<Token> tokens, int i) =>
        Opposites.Pace(tokens[i].Word) is not 0 and var pace ? pace
        : Opposites.Direction(tokens[i].Word) is not 0 and var direction
        && DirectionCheck.Objects(tokens, i).Exists(one => one.Word is "time" or "times" or "latency" or "runtime")
            ? -direction
        : 0;

    private static List<Token> Things(List<Token> tokens, int i) =>
        [
            .. tokens
                .Skip(Math.Max(0, i - Reach))
                .Take(2 * Reach + 1)
                .Where(token =>
                    WordWeights.Of(token) > 0 && Opposites.Direction(token.Word) == 0 && Opposites.Pace(token.Word) == 0
                ),
        ];
}
