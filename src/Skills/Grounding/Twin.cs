namespace PaperBot.Skills.Grounding;

/// <summary>What stands in the text between two words that it shares with a sentence of the abstract, and what stands there.</summary>
/// <param name="Text">Tokens of the text from <paramref name="TextStart"/> on.</param>
/// <param name="Source">What the abstract has in their place, from <paramref name="SourceStart"/> on.</param>
internal sealed record Gap(int TextStart, List<Token> Text, int SourceStart, List<Token> Source);

/// <summary>
/// A sentence of the text that is nearly one of the abstract: the longest common subsequence of their tokens, and the short gaps
/// in it. What stands in a gap was changed, put in or taken out.
/// </summary>
internal static class Twin
{
    private const int MostCells = 20_000; // of the table; longer sentences are not compared word by word
    private const double LeastShared = 0.5; // of the text
    private const int LongestGap = 3;
    private const int Anchors = 3; // shared tokens around a gap

    public static IReadOnlyList<Gap> Gaps(List<Token> text, List<Token> source)
    {
        if (text.Count == 0 || text.Count * source.Count > MostCells)
        {
            return [];
        }
        var pairs = Shared(text, source);
        return pairs.Count < LeastShared * text.Count ? [] : [.. Between(pairs, text, source)];
    }

    private static IEnumerable<Gap> Between(List<(int Text, int Source)> pairs, List<Token> text, List<Token> source)
    {
        for (var i = 0; i <= pairs.Count; i++)
        {
            var from = i == 0 ? (Text: -1, Source: -1) : pairs[i - 1];
            var to = i == pairs.Count ? (Text: text.Count, Source: source.Count) : pairs[i];
            var (inText, inSource) = (to.Text - from.Text - 1, to.Source - from.Source - 1);
            if (
                inText + inSource > 0
                && inText <= LongestGap
                && inSource <= LongestGap
                && Run(pairs, i - 1, -1) + Run(pairs, i, 1) >= Anchors
            )
            {
                yield return new Gap(
                    from.Text + 1,
                    text.GetRange(from.Text + 1, inText),
                    from.Source + 1,
                    source.GetRange(from.Source + 1, inSource)
                );
            }
        }
    }

    // How many pairs follow each other without a gap.
    private static int Run(List<(int Text, int Source)> pairs, int i, int step)
    {
        var run = 0;
        while (
            i >= 0
            && i < pairs.Count
            && run < Anchors
            && (
                run == 0
                || (pairs[i].Text - pairs[i - step].Text == step && pairs[i].Source - pairs[i - step].Source == step)
            )
        )
        {
            run++;
            i += step;
        }
        return run;
    }

    private static List<(int Text, int Source)> Shared(List<Token> text, List<Token> source)
    {
        var width = source.Count + 1;
        var lengths = new short[(text.Count + 1) * width];
        for (var i = text.Count - 1; i >= 0; i--)
        {
            for (var j = source.Count - 1; j >= 0; j--)
            {
                lengths[i * width + j] = AreSame(text[i], source[j])
                    ? (short)(lengths[(i + 1) * width + j + 1] + 1)
                    : Math.Max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
            }
        }
        var pairs = new List<(int, int)>(lengths[0]);
        for (int i = 0, j = 0; i < text.Count && j < source.Count; )
        {
            if (AreSame(text[i], source[j]))
            {
                pairs.Add((i++, j++));
            }
            else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
        return pairs;
    }

    private static bool AreSame(Token one, Token other) =>
        one.Kind == other.Kind
        && (one.Kind == TokenKind.Number ? one.Value == other.Value : one.Stem == other.Stem)
        // Opposites may share a stem with their synonyms' group, but never their direction.
        && Opposites.Direction(one.Word) * Opposites.Direction(other.Word) >= 0;
}
