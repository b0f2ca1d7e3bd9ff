namespace PaperBot.Skills.Grounding;

/// <summary>Is something lost that the abstract says is kept: "loses accuracy" for "no loss of accuracy", "not without" for "without"?</summary>
internal static class HarmCheck
{
    private const int Reach = 4; // tokens from a denial to the loss that it denies

    public static IEnumerable<Unsupported> Of(string text, Alignment alignment, Evidence evidence)
    {
        if (alignment.Support.Count == 0)
        {
            yield break;
        }
        var tokens = alignment.Tokens;
        var source = evidence.Sentences[alignment.Support[0]];
        var denied = Harms(source.Tokens, denied: true).ToList();
        if (denied.Count == 0)
        {
            yield break;
        }
        var isOpen = Harms(source.Tokens, denied: false).Any();
        foreach (var harm in Harms(tokens, denied: false))
        {
            if (!isOpen)
            {
                yield return new Unsupported(
                    UnsupportedKind.Negation,
                    text[harm.Start..harm.End],
                    "The abstract says that nothing of the kind is lost."
                );
            }
        }
        for (var i = 1; i < tokens.Count; i++)
        {
            if (tokens[i].Word == "without" && tokens[i - 1].Word == "not")
            {
                yield return new Unsupported(
                    UnsupportedKind.Negation,
                    text[tokens[i - 1].Start..tokens[i].End],
                    "The abstract says \"without\"."
                );
            }
        }
    }

    private static IEnumerable<Token> Harms(List<Token> tokens, bool denied)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (
                tokens[i].Word
                    is "lose"
                        or "loses"
                        or "loss"
                        or "sacrifice"
                        or "sacrifices"
                        or "sacrificing"
                        or "degradation"
                        or "degrade"
                        or "degrades"
                        or "degrading"
                        or "compromising"
                        or "compromises"
                        or "hurt"
                        or "hurts"
                        or "hurting"
                && IsDenied(tokens, i) == denied
            )
            {
                yield return tokens[i];
            }
        }
    }

    // "does not incur any loss", "loses no accuracy"; "little" and "less" leave it open, which counts as denied.
    private static bool IsDenied(List<Token> tokens, int i)
    {
        for (var j = Math.Max(0, i - Reach); j < Math.Min(tokens.Count, i + 3); j++)
        {
            if (
                j < i && Polarity.IsDenial(tokens, j)
                || j > i && tokens[j].Word is "no" or "nothing" or "little" or "less" or "hardly"
                || j < i
                    && tokens[j].Word
                        is "hardly"
                            or "little"
                            or "less"
                            or "minimal"
                            or "negligible"
                            or "slight"
                            or "small"
                            or "avoids"
                            or "prevents"
            )
            {
                return true;
            }
        }
        return false;
    }
}
