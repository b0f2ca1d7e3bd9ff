using System.Collections.Frozen;

namespace PaperBot.Skills.Grounding;

/// <summary>
/// Is one half of a contrast told of the other? "Deeper networks are more plastic, while wider ones are more stable": no clause of
/// a text mixes the words of both halves.
/// </summary>
internal static class ContrastCheck
{
    private const int LeastSaid = 2; // words of the other half

    private static readonly FrozenSet<string> Markers = Set("while whereas");

    private static readonly FrozenSet<string> Cuts = Set(
        "while whereas but although though unlike and than because since so yet which"
    );

    public static IEnumerable<Unsupported> Of(string text, Alignment alignment, Evidence evidence)
    {
        foreach (var place in alignment.Support)
        {
            var source = evidence.Sentences[place];
            var cut = Cut(source.Tokens);
            if (cut < 0)
            {
                continue;
            }
            var first = Words(source.Tokens, 0, cut);
            var second = Words(source.Tokens, cut, source.Tokens.Count);
            foreach (var (start, end) in Clauses(alignment.Tokens))
            {
                var clause = Words(alignment.Tokens, start, end);
                var a = clause.Where(token => Holds(first, token) && !Holds(second, token)).ToList();
                var b = clause.Where(token => Holds(second, token) && !Holds(first, token)).ToList();
                if (IsCrossed(a, b, second) || IsCrossed(b, a, first))
                {
                    yield return new Unsupported(
                        UnsupportedKind.Direction,
                        text[alignment.Tokens[start].Start..alignment.Tokens[end - 1].End],
                        $"The abstract tells these apart: \"{source.Text}\"."
                    );
                    yield break;
                }
            }
        }
    }

    // Of one half the clause has only what sets it apart, of the other what is said of it.
    private static bool IsCrossed(List<Token> own, List<Token> others, List<Token> half) =>
        own.Count > 0
        && others.Count >= LeastSaid
        && own.TrueForAll(token => half.Exists(other => Axes.AreOpposed(token.Word, other.Word)))
        && others.Exists(token => WordWeights.Of(token) == WordWeights.Full && Axes.Of(token.Word).Count == 0)
        && !others.Exists(token => own.Exists(one => Axes.AreOpposed(token.Word, one.Word)));

    private static int Cut(List<Token> tokens)
    {
        var cuts = Enumerable
            .Range(3, Math.Max(0, tokens.Count - 6))
            .Where(i => Markers.Contains(tokens[i].Word))
            .ToList();
        return cuts.Count == 1 ? cuts[0] : -1;
    }

    private static IEnumerable<(int Start, int End)> Clauses(List<Token> tokens)
    {
        var start = 0;
        for (var i = 1; i <= tokens.Count; i++)
        {
            if (i == tokens.Count || Cuts.Contains(tokens[i].Word))
            {
                yield return (start, i);
                start = i;
            }
        }
    }

    private static List<Token> Words(List<Token> tokens, int from, int to) =>
        tokens.GetRange(from, to - from).Where(token => WordWeights.Of(token) > 0).ToList();

    private static bool Holds(List<Token> words, Token token) =>
        words.Exists(word => word.Stem == token.Stem || Axes.Compare(Axes.Of(word.Word), Axes.Of(token.Word)) > 0);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
