namespace PaperBot.Skills.Grounding;

/// <summary>Does the text name the contrary of what the abstract says: "sparse attention" where it has dense attention?</summary>
internal static class ContraryCheck
{
    private const int Reach = 4; // tokens to either side, for what it is said of
    private const double SameSentence = 0.6; // of the text's weight in the sentence with the contrary

    public static IEnumerable<Unsupported> Of(string text, Alignment alignment, Evidence evidence)
    {
        for (var i = 0; i < alignment.Tokens.Count; i++)
        {
            var token = alignment.Tokens[i];
            if (
                token.Kind == TokenKind.Word
                && WordWeights.Of(token) > 0
                && Contrary(alignment, i, Axes.Of(token.Word), evidence) is { } said
            )
            {
                yield return new Unsupported(
                    UnsupportedKind.Direction,
                    text[token.Start..token.End],
                    $"The abstract says \"{said}\"."
                );
            }
        }
    }

    private static string? Contrary(
        Alignment alignment,
        int i,
        IReadOnlyList<(int Axis, int Side)> axes,
        Evidence evidence
    )
    {
        if (Denials.NearOthers(alignment.Tokens, i))
        {
            return null;
        }
        var things = Things(alignment.Tokens, i);
        string? said = null;
        foreach (var place in alignment.Support)
        {
            var source = evidence.Sentences[place];
            for (var j = 0; j < source.Tokens.Count; j++)
            {
                if (source.Tokens[j].Kind != TokenKind.Word || IsCompound(source.Tokens, j))
                {
                    continue;
                }
                var side = Compare(alignment.Tokens[i].Word, axes, source.Tokens[j].Word);
                if (side > 0)
                {
                    return null;
                }
                if (
                    side < 0
                    && said is null
                    && !Denials.NearOthers(source.Tokens, j)
                    && (
                        alignment.ShareOf(source) >= SameSentence
                        || Things(source.Tokens, j).Exists(one => things.Exists(thing => thing.Stem == one.Stem))
                    )
                )
                {
                    said = source.Text[source.Tokens[j].Start..source.Tokens[j].End];
                }
            }
        }
        return said is not null && evidence.HasWord(alignment.Tokens[i].Word) ? null : said;
    }

    // 1 for the same, -1 for the contrary, 0 for anything else.
    private static int Compare(string word, IReadOnlyList<(int Axis, int Side)> axes, string other)
    {
        if (word == other)
        {
            return 1;
        }
        var side = axes.Count > 0 ? Axes.Compare(axes, Axes.Of(other)) : 0;
        return side == 0 && (Axes.IsNegated(other, word) || Axes.IsNegated(word, other)) ? -1 : side;
    }

    // The "low" of "low-light".
    private static bool IsCompound(List<Token> tokens, int i) =>
        tokens[i].Joined || i + 1 < tokens.Count && tokens[i + 1].Joined;

    private static List<Token> Things(List<Token> tokens, int i)
    {
        var things = new List<Token>();
        for (var step = -1; step <= 1; step += 2)
        {
            for (var j = i + step; j >= 0 && j < tokens.Count && Math.Abs(j - i) <= Reach; j += step)
            {
                if (step > 0 && tokens[j].Breaks || tokens[j].Word is "than" or "while" or "whereas" or "but")
                {
                    break;
                }
                if (WordWeights.Of(tokens[j]) == WordWeights.Full)
                {
                    things.Add(tokens[j]);
                }
                if (step < 0 && tokens[j].Breaks)
                {
                    break;
                }
            }
        }
        return things;
    }
}
