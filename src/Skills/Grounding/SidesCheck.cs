using System.Collections.Frozen;

namespace PaperBot.Skills.Grounding;

/// <summary>Are the two sides of a comparison where the abstract has them? "A outperforms B" is not "B outperforms A".</summary>
internal static class SidesCheck
{
    private const int Reach = 8; // tokens to either side
    private const string Ours = "@ours";

    private static readonly FrozenSet<string> Wins = Set(
        "outperform outperforms outperformed outperforming surpass surpasses surpassed surpassing exceed exceeds exceeded exceeding "
            + "beat beats beating"
    );

    private static readonly FrozenSet<string> Loses = Set(
        "underperform underperforms underperformed underperforming trail trails trailing lag lags lagging"
    );

    private static readonly FrozenSet<string> Better = Set("better faster stronger superior more higher larger greater cheaper");

    private static readonly FrozenSet<string> Worse = Set("worse slower weaker inferior less lower smaller fewer");

    private static readonly FrozenSet<string> OursWords = Set("our ours we proposed ourselves");

    public static IEnumerable<Unsupported> Of(string text, Alignment alignment, Evidence evidence)
    {
        foreach (var here in Comparisons(alignment.Tokens))
        {
            foreach (var place in alignment.Support)
            {
                var source = evidence.Sentences[place];
                if (Comparisons(source.Tokens).FirstOrDefault(there => Exchanged(here, there)) is { } there)
                {
                    yield return new Unsupported(
                        UnsupportedKind.Direction,
                        text[here.First.Start..here.Last.End],
                        $"The abstract has the sides the other way round: \"{source.Text[there.First.Start..there.Last.End]}\"."
                    );
                    yield break;
                }
            }
        }
    }

    private static bool Exchanged(Comparison here, Comparison there) =>
        here.Better.Overlaps(there.Worse)
        && here.Worse.Overlaps(there.Better)
        && !here.Better.Overlaps(there.Better)
        && !here.Worse.Overlaps(there.Worse);

    private static IEnumerable<Comparison> Comparisons(List<Token> tokens)
    {
        for (var i = 1; i < tokens.Count - 1; i++)
        {
            var sign = Wins.Contains(tokens[i].Word) ? 1 : Loses.Contains(tokens[i].Word) ? -1 : Than(tokens, i);
            if (sign == 0)
            {
                continue;
            }
            // "is outperformed by"
            if (tokens[i].Word.EndsWith("ed", StringComparison.Ordinal) && tokens[i + 1].Word == "by")
            {
                sign = -sign;
            }
            var (left, first) = Side(tokens, i, -1);
            var (right, last) = Side(tokens, i, 1);
            if (left.Count > 0 && right.Count > 0)
            {
                yield return sign > 0
                    ? new Comparison(left, right, tokens[first], tokens[last])
                    : new Comparison(right, left, tokens[first], tokens[last]);
            }
        }
    }

    // The direction of the comparative before a "than".
    private static int Than(List<Token> tokens, int i)
    {
        if (tokens[i].Word != "than" || tokens[i + 1].Kind == TokenKind.Number)
        {
            return 0;
        }
        for (var before = i - 1; before >= 0 && before >= i - 4; before--)
        {
            if (Better.Contains(tokens[before].Word))
            {
                return 1;
            }
            if (Worse.Contains(tokens[before].Word))
            {
                return -1;
            }
        }
        return 0;
    }

    private static (HashSet<string> Words, int End) Side(List<Token> tokens, int from, int step)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var end = from;
        for (var i = from + step; i >= 0 && i < tokens.Count && Math.Abs(i - from) <= Reach; i += step)
        {
            if (step > 0 && tokens[i].Breaks && words.Count > 0)
            {
                break;
            }
            if (OursWords.Contains(tokens[i].Word))
            {
                words.Add(Ours);
            }
            else if (WordWeights.Of(tokens[i]) > 0)
            {
                words.Add(tokens[i].Stem);
            }
            end = i;
            if (step < 0 && tokens[i].Breaks && words.Count > 0)
            {
                break;
            }
        }
        return (words, end);
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private sealed record Comparison(HashSet<string> Better, HashSet<string> Worse, Token First, Token Last);
}
