using System.Collections.Frozen;

namespace PaperBot.Skills.Grounding;

/// <summary>Does the text say as certain what the abstract only supposes?</summary>
internal static class CertaintyCheck
{
    private const double SameSentence = 0.7; // of the text's weight must be in the one sentence that doubts
    private const int Reach = 3;

    private static readonly FrozenSet<string> Doubts = Set(
        "may might could possibly perhaps potentially hypothesize hypothesise hypothesizes hypothesis conjecture conjectures "
            + "conjectured suggest suggests suggesting suggested preliminary presumably speculate speculates likely probably seem "
            + "seems appear appears tend tends sometimes plausible suspect"
    );

    private static readonly FrozenSet<string> Hedges = Set(
        "can would should promising potential possible possibility try tries aim aims attempt attempts expect expected indicate "
            + "indicates argue argues believe claim claims often usually help helps partly partially evidence"
    );

    private static readonly FrozenSet<string> Absolutes = Set(
        "always never guarantee guarantees guaranteed guaranteeing prove proves proven perfect perfectly flawless flawlessly all "
            + "every completely entirely any solves definitively conclusively"
    );

    public static IEnumerable<Unsupported> Of(string text, Alignment alignment, Evidence evidence)
    {
        if (alignment.Support.Count == 0 || alignment.Total == 0 || IsDoubtful(alignment.Tokens))
        {
            yield break;
        }
        var source = evidence.Sentences[alignment.Support[0]];
        if (alignment.ShareOf(source) < SameSentence)
        {
            yield break;
        }
        for (var i = 0; i < source.Tokens.Count; i++)
        {
            if (Doubts.Contains(source.Tokens[i].Word) && Doubted(source.Tokens, i, alignment) is { } said)
            {
                var certain = alignment.Tokens.Find(token => Absolutes.Contains(token.Word)) ?? said;
                yield return new Unsupported(
                    UnsupportedKind.Certainty,
                    text[certain.Start..certain.End],
                    $"The abstract is not so sure: \"{source.Tokens[i].Word}\"."
                );
                yield break;
            }
        }
    }

    /// <summary>Says that there is no exception.</summary>
    public static bool IsAbsolute(Token token) => Absolutes.Contains(token.Word);

    public static bool IsDoubt(Token token) =>
        token.Word is "may" or "might" or "could" or "possibly" or "perhaps" or "potentially" or "likely" or "probably";

    public static bool IsDoubtful(List<Token> tokens) =>
        tokens.Exists(token => Doubts.Contains(token.Word) || Hedges.Contains(token.Word));

    // The word behind the doubt, as the text has it.
    private static Token? Doubted(List<Token> source, int doubt, Alignment alignment)
    {
        for (var i = doubt + 1; i < source.Count && i <= doubt + Reach; i++)
        {
            if (source[i].Breaks)
            {
                return null;
            }
            if (WordWeights.IsSmall(source[i]))
            {
                continue;
            }
            return alignment.Tokens.Find(token => token.Stem == source[i].Stem);
        }
        return null;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
