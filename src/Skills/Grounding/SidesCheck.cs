using System.Collections.Frozen;

namespace PaperBot.Skills.Grounding;

/// <summary>Are the two sides of a comparison where the abstract has them? "A outperforms B" is not "B outperforms A".</summary>
internal static class SidesCheck
{
    private const int Reach = 10; // tokens to either side
    private const string Ours = "@ours";
    private const string Quality = "quality";

    // Before a stem: it says enough to decide by itself.
    private const char Telling = '!';

    private static readonly FrozenSet<string> Wins = Set(
        "outperform outperforms outperformed outperforming surpass surpasses surpassed surpassing exceed exceeds exceeded exceeding "
            + "beat beats beating"
    );

    private static readonly FrozenSet<string> Loses = Set(
        "underperform underperforms underperformed underperforming trail trails trailing lag lags lagging"
    );

    private static readonly FrozenSet<string> Better = Set(
        "better faster stronger superior more higher larger greater cheaper"
    );

    private static readonly FrozenSet<string> Worse = Set("worse slower weaker inferior less lower smaller fewer");

    // What a comparison is made on or by, as stems.
    private static readonly FrozenSet<string> Scenery =
        "benchmark dataset task problem result performance experiment test evaluation significantly several various many accuracy different"
            .Split(' ')
            .Select(Synonyms.Key)
            .ToFrozenSet(StringComparer.Ordinal);

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

    /// <summary>Says that something is better than another.</summary>
    public static bool IsWin(Token token) => Wins.Contains(token.Word);

    private static bool Exchanged(Comparison here, Comparison there)
    {
        if (here.By != there.By)
        {
            return false;
        }
        return Crossed(here, there, telling: false) is var (crossed, both, same) && both && crossed > same
            || Crossed(here, there, telling: true) is var (told, _, kept) && told > 0 && told >= kept;
    }

    // How many words stand on the other side there, whether from both sides, and how many on the same.
    private static (int Crossed, bool Both, int Same) Crossed(Comparison here, Comparison there, bool telling)
    {
        var (hereBetter, hereWorse) = Apart(here, telling);
        var (thereBetter, thereWorse) = Apart(there, telling);
        var better = hereBetter.Count(thereWorse.Contains);
        var worse = hereWorse.Count(thereBetter.Contains);
        return (
            better + worse,
            better > 0 && worse > 0,
            hereBetter.Count(thereBetter.Contains) + hereWorse.Count(thereWorse.Contains)
        );
    }

    // What stands on both sides tells neither; "benchmarks" behind a comparison is no side of it.
    private static (HashSet<string> Better, HashSet<string> Worse) Apart(Comparison comparison, bool telling)
    {
        return (Only(comparison.Better, comparison.Worse), Only(comparison.Worse, comparison.Better));

        HashSet<string> Only(HashSet<string> side, HashSet<string> other) =>
            [
                .. side.Where(word => (word[0] == Telling || word == Ours) == telling || (!telling && word == Ours))
                    .Where(word => !other.Contains(word) && !Scenery.Contains(word.TrimStart(Telling))),
            ];
    }

    private static IEnumerable<Comparison> Comparisons(List<Token> tokens)
    {
        for (var i = 1; i < tokens.Count - 1; i++)
        {
            var (sign, by) =
                Wins.Contains(tokens[i].Word) ? (1, Quality)
                : Loses.Contains(tokens[i].Word) ? (-1, Quality)
                : Than(tokens, i);
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
                    ? new Comparison(by, left, right, Names(tokens, first, last), tokens[first], tokens[last])
                    : new Comparison(by, right, left, Names(tokens, first, last), tokens[first], tokens[last]);
            }
        }
    }

    private static List<string> Names(List<Token> tokens, int first, int last) =>
        [.. tokens.Skip(first).Take(last - first + 1).Where(token => token.LooksLikeName).Select(token => token.Stem)];

    // The direction of the comparative before a "than", or of "superior to".
    private static (int Sign, string By) Than(List<Token> tokens, int i)
    {
        if (tokens[i].Word == "to" && tokens[i - 1].Word is "superior" or "inferior")
        {
            return (tokens[i - 1].Word == "superior" ? 1 : -1, Quality);
        }
        if (tokens[i].Word != "than" || tokens[i + 1].Kind == TokenKind.Number)
        {
            return (0, "");
        }
        for (var before = i - 1; before >= 0 && before >= i - 4; before--)
        {
            if (Better.Contains(tokens[before].Word))
            {
                return (1, By(tokens, before));
            }
            if (Worse.Contains(tokens[before].Word))
            {
                return (-1, By(tokens, before));
            }
        }
        return (0, "");
    }

    // What is compared: better or worse, or one thing that can be measured.
    private static string By(List<Token> tokens, int i) =>
        tokens[i].Word switch
        {
            "more" or "less" when Worsening.IsGood(tokens[i + 1].Word) => Quality,
            "faster" or "slower" => "speed",
            "higher" or "lower" => "height",
            "larger" or "greater" or "smaller" or "more" or "less" or "fewer" => "amount",
            "cheaper" => "cost",
            _ => Quality,
        };

    private static (HashSet<string> Words, int End) Side(List<Token> tokens, int from, int step)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var end = from;
        for (var i = from + step; i >= 0 && i < tokens.Count && Math.Abs(i - from) <= Reach; i += step)
        {
            if (
                step > 0
                && (IsCircumstance(tokens[i]) || tokens[i].Breaks && words.Count > 0 && !IsShortName(tokens, i))
            )
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
                if (WordWeights.Of(tokens[i]) == WordWeights.Full || tokens[i].LooksLikeName)
                {
                    words.Add(Telling + tokens[i].Stem);
                }
            }
            end = i;
            if (
                step < 0
                && tokens[i].Breaks
                && words.Count > 0
                && tokens[i].Word is not ("which" or "because" or "who")
            )
            {
                break;
            }
        }
        return (words, end);
    }

    // Where, when and by what: no side of a comparison any more.
    private static bool IsCircumstance(Token token) =>
        token.Word
            is "on"
                or "in"
                or "at"
                or "when"
                or "while"
                or "although"
                or "across"
                or "despite"
                or "under"
                or "for"
                or "by";

    // "(KANs)" goes with the words that it is short for.
    private static bool IsShortName(List<Token> tokens, int i) =>
        tokens[i].LooksLikeName && (i + 1 == tokens.Count || tokens[i + 1].Breaks);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private sealed record Comparison(
        string By,
        HashSet<string> Better,
        HashSet<string> Worse,
        List<string> Names,
        Token First,
        Token Last
    );
}
