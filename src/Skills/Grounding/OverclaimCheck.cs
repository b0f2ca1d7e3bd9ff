using System.Collections.Frozen;

namespace PaperBot.Skills.Grounding;

/// <summary>
/// Does the text say more than the abstract does: everything for some things, proof for a finding, no loss for little? Each
/// such word needs one of its kind somewhere in the abstracts.
/// </summary>
internal static class OverclaimCheck
{
    private const int Object = 5; // tokens behind a word, for what it is said of

    // What the text may say only if an abstract says it, or one of what follows the colon.
    private static readonly Kind[] Kinds = Read(
        """
        prove proves proved proven proof provably: proofs provable theorem theorems theory theoretical theoretically guarantee guarantees guaranteed rigorous rigorously certified
        guarantee guarantees guaranteed guaranteeing ensures: ensure ensured ensuring prove proves proved proven provable provably certified always bound bounds
        perfectly perfect flawless flawlessly error-free: exact exactly lossless no without zero never
        completely entirely fully totally utterly absolutely: complete entire full total all whole without no never zero exact exactly entirety end-to-end lossless
        always invariably inevitably: all any every each must guarantee guaranteed never consistently universal universally necessarily
        never impossible: not no cannot without none neither zero prevents prevent
        pioneering unprecedented: first novel new earliest previously no never yet initial before lack lacking
        eliminates eliminated abolishes cures: eliminate eliminating remove removes removed removing overcome overcomes avoid avoids avoiding free prevent prevents resolves obviates circumvents
        solves solved: solve solving eliminate eliminating remove removes removed removing overcome overcomes avoid avoids avoiding resolve resolves without no address addresses tackle tackles circumvent zero free prevent prevents
        immune invulnerable: immunity no without prevent prevents preventing never avoid avoids avoiding free zero eliminate eliminates
        universally universal whatsoever conceivable existence imaginable: any all arbitrary every general generic broad
        """
    );

    private static readonly FrozenSet<string> Quantifiers = Set("all every any");

    // The words before a quantifier that make something else of it: "at all", "almost all".
    private static readonly FrozenSet<string> Qualified = Set(
        "at after if above not almost nearly hardly without virtually"
    );

    // What something is said to be better than; an abstract may say "others" for all of them.
    private static readonly FrozenSet<string> Rivals = Set(
        "method methods approach approaches model models baseline baselines network networks system systems algorithm algorithms "
            + "architecture architectures technique techniques competitor competitors solution solutions"
    );
    private static readonly FrozenSet<string> AllRivals = Set("all every any each other others everything arbitrary");

    // What something is said to hold for.
    private static readonly FrozenSet<string> Settings = Set(
        "condition conditions circumstance circumstances benchmark benchmarks architecture architectures language languages dataset "
            + "datasets task tasks problem problems setting settings domain domains metric metrics level levels scenario scenarios case cases"
    );
    private static readonly FrozenSet<string> AllSettings = Set(
        "all every any each across regardless arbitrary whole entire always consistently universal universally throughout agnostic "
            + "irrespective everywhere"
    );

    // They need nothing behind them.
    private static readonly FrozenSet<string> Throughout = Set("consistently universally always regardless");

    // "the first step": an order.
    private static readonly FrozenSet<string> Ordered = Set(
        "step stage phase layer layers part of order two three place half one moment paper"
    );
    private static readonly FrozenSet<string> New = Set(
        "first novel new unprecedented pioneering earliest previously no never yet initial before lack lacking"
    );

    private static readonly FrozenSet<string> Best = Set("art sota best record leading highest");
    private static readonly FrozenSet<string> Wide = Set("wide large huge considerable substantial significant");
    private static readonly FrozenSet<string> ByFar = Set(
        "margin margins significantly significant substantially substantial considerably considerable far greatly large vastly "
            + "dramatically dramatic much drastically notably notable remarkable remarkably markedly clearly wide strongly"
    );
    private static readonly FrozenSet<string> Losses = Set(
        "loss drop degradation sacrifice sacrificing penalty losing"
    );
    private static readonly FrozenSet<string> NoLoss = Set(
        "no without not never zero none nor lossless negligible same identical little minimal unchanged preserving maintaining"
    );

    // What must be said in a sentence that the text retells; anything else, anywhere.
    private static readonly FrozenSet<string> Sweeping = Set(
        "completely entirely perfectly perfect flawless flawlessly totally utterly absolutely error-free always invariably inevitably "
            + "never impossible immune invulnerable universally whatsoever conceivable existence imaginable eliminates no without zero solved abolishes cures"
    );

    // "all", "every" and "always" need one of these there.
    private static readonly FrozenSet<string> Universal = Set(
        "all every each any always entire whole both throughout universal universally arbitrary regardless irrespective everything full fully "
            + "everyone only never no none individual individually respective respectively"
    );

    public static IEnumerable<Unsupported> Of(string text, Alignment alignment, Evidence evidence)
    {
        var tokens = alignment.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Word && Objection(alignment, i, evidence) is { } reason)
            {
                yield return new Unsupported(
                    UnsupportedKind.Certainty,
                    text[tokens[i].Start..tokens[Math.Min(tokens.Count - 1, i + 2)].End],
                    reason
                );
            }
        }
    }

    private static string? Objection(Alignment alignment, int i, Evidence evidence)
    {
        var tokens = alignment.Tokens;
        var word = tokens[i].Word;
        if (Quantifiers.Contains(word))
        {
            return
                alignment.Stances[i] != Stance.Denied
                && (
                    IsOfAll(tokens, i) && !evidence.Sentences.Any(source => SaysAll(source, tokens, i))
                    || word != "any"
                        && !IsPart(tokens, i)
                        && !Near(alignment, evidence)
                            .Any(source => source.Tokens.Exists(token => Universal.Contains(token.Word)))
                )
                ? "The abstract does not say this of all of them."
                : null;
        }
        var needs =
            word == "first"
                ? IsOrder(tokens, i)
                    ? null
                    : New
                : IsStateOfTheArt(tokens, i)
                    ? Best
                    : word == "margin" && i > 0 && Wide.Contains(tokens[i - 1].Word)
                        ? ByFar
                        : word is "no" or "without" or "zero"
                        && Ahead(tokens, i).Any(token => Losses.Contains(token.Word))
                            ? NoLoss
                            : Array.Find(Kinds, kind => kind.Words.Contains(word))?.Needs;
        return
            needs is null
            || (Sweeping.Contains(word) ? Near(alignment, evidence) : evidence.Sentences).Any(source =>
                source.Tokens.Exists(token => needs.Contains(token.Word))
            )
            ? null
            : $"The abstract does not go so far as \"{word}\".";
    }

    // The sentences that the text retells.
    private static IEnumerable<EvidenceSentence> Near(Alignment alignment, Evidence evidence) =>
        alignment.Support.Select(place => evidence.Sentences[place]);

    // "all-in-one", "all 12", "almost all"
    private static bool IsPart(List<Token> tokens, int i) =>
        i + 1 == tokens.Count
        || tokens[i + 1].Joined
        || tokens[i + 1].Kind == TokenKind.Number
        || (i > 0 && (tokens[i].Joined || Qualified.Contains(tokens[i - 1].Word)));

    // "first, …", "the first step", "at first"; and not "the first method that".
    private static bool IsOrder(List<Token> tokens, int i) =>
        i == 0
        || i + 1 >= tokens.Count
        || tokens[i + 1].Breaks
        || tokens[i - 1].Word is not ("the" or "a" or "as" or "is")
        || Ordered.Contains(tokens[i + 1].Word);

    private static bool IsStateOfTheArt(List<Token> tokens, int i) =>
        i + 3 < tokens.Count && tokens[i].Word == "state" && tokens[i + 1].Word == "of" && tokens[i + 3].Word == "art"
        || i + 1 < tokens.Count
            && tokens[i].Word == "record"
            && tokens[i + 1].Word is "results" or "accuracy" or "performance";

    // "all" benchmarks or methods; what stands inside a method ("all nodes", "every layer") is how it works.
    private static bool IsOfAll(List<Token> tokens, int i) =>
        !IsPart(tokens, i)
        && Ahead(tokens, i).Any(token => Settings.Contains(token.Word) || Rivals.Contains(token.Word));

    // Somewhere it speaks of all of these.
    private static bool SaysAll(EvidenceSentence source, List<Token> tokens, int i)
    {
        var of = Ahead(tokens, i).Where(token => WordWeights.Of(token) > 0).ToList();
        var (things, all) = of.Exists(token => Settings.Contains(token.Word))
            ? (Settings, AllSettings)
            : (Rivals, AllRivals);
        for (var j = 0; j < source.Tokens.Count; j++)
        {
            if (
                all.Contains(source.Tokens[j].Word)
                && (
                    Throughout.Contains(source.Tokens[j].Word)
                    || Ahead(source.Tokens, j)
                        .Any(token => things.Contains(token.Word) || of.Exists(one => one.Stem == token.Stem))
                )
            )
            {
                return true;
            }
        }
        return false;
    }

    private static IEnumerable<Token> Ahead(List<Token> tokens, int i) =>
        tokens.Skip(i + 1).TakeWhile((token, j) => j < Object && !(token.Breaks && j > 0));

    private static Kind[] Read(string table) =>
        [
            .. table
                .Split('\n')
                .Select(line => line.Split(": "))
                .Select(line => new Kind(Set(line[0]), Set($"{line[0]} {line[1]}"))),
        ];

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <param name="Needs">One of these must stand in an abstract.</param>
    private sealed record Kind(FrozenSet<string> Words, FrozenSet<string> Needs);
}
