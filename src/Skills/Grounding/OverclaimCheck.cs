using System.Collections.Frozen;

namespace PaperBot.Skills.Grounding;

/// <summary>
/// Does the text say more than the abstract does: everything for some things, proof for a finding, the best of all for
/// better, cause for company? Each such word needs one of its kind in the abstract, and near what it is said of.
/// </summary>
internal static class OverclaimCheck
{
    private const int Object = 5;

    // Each line: what the text must not say unless an abstract says one of what follows the colon; ours are their own kind.
    private static readonly Kind[] Kinds =
    [
        new(
            "prove proves proved proven proof provably",
            "prove proves proved proven proof proofs provable provably theorem theorems theory theoretical theoretically guarantee guarantees guaranteed rigorous rigorously certified"
        ),
        new(
            "guarantee guarantees guaranteed guaranteeing ensures",
            "guarantee guarantees guaranteed guaranteeing ensure ensures ensured ensuring prove proves proved proven provable provably certified always bound bounds"
        ),
        new(
            "completely entirely fully perfectly perfect flawless flawlessly totally utterly absolutely error-free",
            "completely complete entirely entire fully full perfect perfectly totally total all whole without no never zero exact exactly entirety end-to-end lossless"
        ),
        new(
            "always invariably inevitably",
            "always all any every each must guarantee guaranteed never consistently universal universally necessarily"
        ),
        new("never impossible", "never not no cannot impossible without none neither zero prevents prevent"),
        new(
            "first pioneering unprecedented",
            "first novel new unprecedented pioneering earliest previously no never yet initial before lack lacking"
        ),
        new(
            "solves solved eliminates eliminated abolishes cures",
            "solve solves solved solving eliminate eliminates eliminated eliminating remove removes removed removing overcome overcomes avoid avoids avoiding resolve resolves without no address addresses tackle tackles circumvent zero free prevent prevents"
        ),
        new(
            "immune invulnerable",
            "immune immunity invulnerable no without prevent prevents preventing never avoid avoids avoiding free zero eliminate eliminates"
        ),
        new(
            "universally universal whatsoever conceivable existence imaginable",
            "universal universally any all arbitrary every general generic broad"
        ),
        new(
            "only solely exclusively",
            "only solely exclusively sole just merely simply single alone unique purely no without requires require"
        ),
    ];

    private static readonly FrozenSet<string> Quantifiers = Set("all every any");

    // What an abstract may say for "all" of the others, and for "all" benchmarks or settings.
    private static readonly FrozenSet<string> Wholes = Set("all every any each other others everything arbitrary");

    private static readonly FrozenSet<string> Throughout = Set(
        "all every any each across regardless arbitrary whole entire always consistently universal universally throughout agnostic irrespective everywhere"
    );

    // "the others": what something is said to be better than.
    private static readonly FrozenSet<string> Rivals = Set(
        "method methods approach approaches model models baseline baselines network networks system systems algorithm algorithms architecture architectures technique techniques competitor competitors solution solutions"
    );

    private static readonly FrozenSet<string> Everything = Set(
        "condition conditions circumstance circumstances benchmark benchmarks architecture architectures  language languages dataset datasets task tasks problem problems setting settings domain domains metric metrics level levels scenario scenarios case cases"
    );

    public static IEnumerable<Unsupported> Of(string text, Alignment alignment, Evidence evidence)
    {
        var tokens = alignment.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Word || alignment.Denied[i] && Quantifiers.Contains(tokens[i].Word))
            {
                continue;
            }
            if (Objection(tokens, i, evidence) is { } reason)
            {
                yield return new Unsupported(UnsupportedKind.Certainty, Span(text, tokens, i), reason);
            }
        }
        if (Lossless(text, tokens, evidence) is { } lossless)
        {
            yield return lossless;
        }
        foreach (var record in Records(text, tokens, evidence))
        {
            yield return record;
        }
    }

    private static string? Objection(List<Token> tokens, int i, Evidence evidence)
    {
        var word = tokens[i].Word;
        if (Quantifiers.Contains(word))
        {
            return IsOfAll(tokens, i) && !evidence.Sentences.Any(sentence => SaysAll(sentence, tokens, i))
                ? "The abstract does not say this of all of them."
                : null;
        }
        var kind = Array.Find(Kinds, kind => kind.Words.Contains(word));
        if (kind is null || IsHarmless(tokens, i))
        {
            return null;
        }
        return evidence.Sentences.Any(sentence => sentence.Tokens.Exists(token => kind.Needs.Contains(token.Word)))
            ? null
            : $"The abstract does not go so far as \"{word}\".";
    }

    // "first, …", "the first step", "at first": an order. "not only".
    private static bool IsHarmless(List<Token> tokens, int i) =>
        tokens[i].Word switch
        {
            "first" => i == 0
                || i + 1 >= tokens.Count
                || tokens[i + 1].Breaks
                || tokens[i - 1].Word is not ("the" or "a" or "as" or "is")
                || tokens[i + 1].Word
                    is "step"
                        or "stage"
                        or "phase"
                        or "layer"
                        or "layers"
                        or "part"
                        or "of"
                        or "order"
                        or "two"
                        or "three"
                        or "place"
                        or "half"
                        or "one"
                        or "moment"
                        or "paper",
            "only" => true, // Negation knows better
            "full" or "complete" => true,
            _ => false,
        };

    // "all" benchmarks or methods; what stands inside a method ("all nodes", "each layer") is how it works.
    private static bool IsOfAll(List<Token> tokens, int i) =>
        !(i + 1 < tokens.Count && (tokens[i + 1].Joined || tokens[i + 1].Kind == TokenKind.Number))
        && !(
            i > 0
            && (
                tokens[i].Joined
                || tokens[i - 1].Word
                    is "at"
                        or "after"
                        or "if"
                        or "above"
                        or "not"
                        or "almost"
                        or "nearly"
                        or "hardly"
                        or "without"
                        or "virtually"
            )
        )
        && Ahead(tokens, i).Any(token => Everything.Contains(token.Word) || Rivals.Contains(token.Word));

    // Somewhere it speaks of all, or of the same things without a quantifier of a part.
    private static bool SaysAll(EvidenceSentence sentence, List<Token> tokens, int i)
    {
        var kinds = Ahead(tokens, i).Any(token => Everything.Contains(token.Word)) ? Everything : Rivals;
        var of = Ahead(tokens, i).Where(token => WordWeights.Of(token) > 0).Select(token => token.Stem).ToHashSet();
        for (var j = 0; j < sentence.Tokens.Count; j++)
        {
            if (
                (kinds == Everything ? Throughout : Wholes).Contains(sentence.Tokens[j].Word)
                && (
                    Ahead(sentence.Tokens, j).Any(token => of.Contains(token.Stem) || kinds.Contains(token.Word))
                    || sentence.Tokens[j].Word is "consistently" or "universally" or "always" or "regardless"
                )
            )
            {
                return true;
            }
        }
        return false;
    }

    // "a new state of the art", "the best on every …", "beats all others", "by a wide margin": needs the like.
    private static IEnumerable<Unsupported> Records(string text, List<Token> tokens, Evidence evidence)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            var isRecord =
                tokens[i].Word is "state"
                    && i + 3 < tokens.Count
                    && tokens[i + 1].Word == "of"
                    && tokens[i + 3].Word == "art"
                    && IsSet(tokens, i)
                || tokens[i].Word == "record" && tokens[i + 1].Word is "results" or "accuracy" or "performance";
            if (
                isRecord
                && !evidence.Sentences.Any(sentence =>
                    sentence.Tokens.Exists(token =>
                        token.Word is "art" or "sota" or "best" or "record" or "leading" or "highest"
                    )
                )
            )
            {
                yield return new Unsupported(
                    UnsupportedKind.Certainty,
                    Span(text, tokens, i),
                    "The abstract speaks of no state of the art."
                );
            }
            if (
                tokens[i].Word is "margin"
                && i > 0
                && tokens[i - 1].Word is "wide" or "large" or "huge" or "considerable" or "substantial" or "significant"
                && !evidence.Sentences.Any(sentence =>
                    sentence.Tokens.Exists(token =>
                        token.Word
                            is "margin"
                                or "margins"
                                or "significantly"
                                or "significant"
                                or "substantially"
                                or "substantial"
                                or "considerably"
                                or "considerable"
                                or "far"
                                or "greatly"
                                or "large"
                                or "vastly"
                                or "dramatically"
                                or "dramatic"
                                or "much"
                                or "drastically"
                                or "notably"
                                or "notable"
                                or "remarkable"
                                or "remarkably"
                                or "markedly"
                                or "clearly"
                                or "wide"
                                or "strongly"
                    )
                )
            )
            {
                yield return new Unsupported(
                    UnsupportedKind.Certainty,
                    Span(text, tokens, i - 1),
                    "The abstract speaks of no such margin."
                );
            }
        }
    }

    // "no loss at all", where the abstract knows of one.
    private static Unsupported? Lossless(string text, List<Token> tokens, Evidence evidence)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (
                tokens[i].Word is "no" or "without" or "zero"
                && Ahead(tokens, i)
                    .Take(4)
                    .Any(token =>
                        token.Word
                            is "loss"
                                or "drop"
                                or "degradation"
                                or "sacrifice"
                                or "sacrificing"
                                or "penalty"
                                or "losing"
                    )
                && !evidence.Sentences.Any(sentence =>
                    sentence.Tokens.Exists(token =>
                        token.Word
                            is "no"
                                or "without"
                                or "not"
                                or "never"
                                or "zero"
                                or "none"
                                or "lossless"
                                or "negligible"
                                or "same"
                                or "identical"
                                or "little"
                                or "minimal"
                                or "unchanged"
                                or "preserving"
                                or "maintaining"
                                or "nor"
                    )
                )
            )
            {
                return new Unsupported(
                    UnsupportedKind.Certainty,
                    Span(text, tokens, i),
                    "The abstract does not say that nothing is lost."
                );
            }
        }
        return null;
    }

    private static bool IsSet(List<Token> tokens, int i) =>
        tokens
            .Skip(Math.Max(0, i - 4))
            .Take(4)
            .Any(token =>
                token.Word
                    is "new"
                        or "set"
                        or "sets"
                        or "reach"
                        or "reaches"
                        or "attains"
                        or "attain"
                        or "achieves"
                        or "the"
            );

    private static IEnumerable<Token> Ahead(List<Token> tokens, int i) =>
        tokens.Skip(i + 1).TakeWhile((token, j) => j < Object && !(token.Breaks && j > 0));

    private static string Span(string text, List<Token> tokens, int i) =>
        text[tokens[i].Start..tokens[Math.Min(tokens.Count - 1, i + 2)].End];

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private sealed class Kind(string words, string needs)
    {
        public FrozenSet<string> Words { get; } = Set(words);

        public FrozenSet<string> Needs { get; } = Set($"{words} {needs}");
    }
}
