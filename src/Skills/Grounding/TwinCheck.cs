namespace PaperBot.Skills.Grounding;

/// <summary>Was a word changed, put in or taken out of a sentence that is otherwise the abstract's own?</summary>
internal static class TwinCheck
{
    private const int DenialReach = 2; // "needs no …" for "does not need …"
    private const int DoubtReach = 5; // so near, another doubt stands for the one that is gone

    private static readonly string[] Some =
    [
        "some",
        "most",
        "many",
        "several",
        "often",
        "usually",
        "typically",
        "mostly",
        "sometimes",
    ];

    public static IEnumerable<Unsupported> Of(string text, Alignment alignment, Evidence evidence)
    {
        foreach (var place in alignment.Support)
        {
            var source = evidence.Sentences[place];
            var gaps = Twin.Gaps(alignment.Tokens, source.Tokens);
            if (Exchanged(gaps) is { } exchanged)
            {
                yield return new Unsupported(
                    UnsupportedKind.Direction,
                    text[exchanged.Start..exchanged.End],
                    $"The abstract has it the other way round: \"{source.Text}\"."
                );
            }
            foreach (var gap in gaps)
            {
                if (Objection(text, alignment, gap, source, evidence) is { } objection)
                {
                    yield return objection;
                }
            }
        }
    }

    // "first global, then partial" for "first partial, then global".
    private static Token? Exchanged(IReadOnlyList<Gap> gaps)
    {
        foreach (var one in gaps)
        {
            foreach (var other in gaps)
            {
                if (
                    one != other
                    && Telling(one.Text) is { } here
                    && Telling(one.Source) is { } there
                    && here.Stem != there.Stem
                    && Telling(other.Source)?.Stem == here.Stem
                    && Telling(other.Text)?.Stem == there.Stem
                )
                {
                    return here;
                }
            }
        }
        return null;
    }

    private static Token? Telling(List<Token> tokens) => tokens.Find(token => WordWeights.Of(token) > 0);

    private static Unsupported? Objection(
        string text,
        Alignment alignment,
        Gap gap,
        EvidenceSentence source,
        Evidence evidence
    )
    {
        var before = Around(source.Text, source.Tokens, gap.SourceStart, gap.Source.Count);
        if (
            Denies(alignment.Tokens, gap.TextStart, gap.Text.Count)
            && !DeniesAny(source.Tokens, gap.SourceStart, gap.Source.Count)
        )
        {
            return new Unsupported(
                UnsupportedKind.Negation,
                Around(text, alignment.Tokens, gap.TextStart, gap.Text.Count),
                $"The abstract says \"{before}\"."
            );
        }
        if (
            Denies(source.Tokens, gap.SourceStart, gap.Source.Count)
            && !IsAside(source.Tokens, gap)
            && !DeniesAny(alignment.Tokens, gap.TextStart, gap.Text.Count)
        )
        {
            return new Unsupported(
                UnsupportedKind.Negation,
                Around(text, alignment.Tokens, gap.TextStart, gap.Text.Count),
                $"The abstract says \"{before}\"."
            );
        }
        if (gap.Text.Count > 0 && gap.Source.Count > 0 && Changed(gap, evidence) is { } changed)
        {
            return new Unsupported(
                changed.Kind,
                text[changed.Token.Start..changed.Token.End],
                $"The abstract says \"{before}\"."
            );
        }
        return gap.Source.Exists(CertaintyCheck.IsDoubt) && !CertaintyCheck.IsDoubtful(Near(alignment.Tokens, gap))
            ? new Unsupported(
                UnsupportedKind.Certainty,
                Around(text, alignment.Tokens, gap.TextStart, gap.Text.Count),
                $"The abstract is not so sure: \"{before}\"."
            )
            : null;
    }

    // One word stands where the abstract has another that it cannot stand for.
    private static (UnsupportedKind Kind, Token Token)? Changed(Gap gap, Evidence evidence)
    {
        if (
            string.Concat(gap.Text.Select(token => token.Word)) == string.Concat(gap.Source.Select(token => token.Word))
        )
        {
            return null;
        }
        foreach (var token in gap.Text)
        {
            var direction = Opposites.Direction(token.Word);
            if (direction != 0 && gap.Source.Exists(other => Opposites.Direction(other.Word) == -direction))
            {
                return (UnsupportedKind.Direction, token);
            }
            if (token.Kind == TokenKind.Word && gap.Source.Exists(other => Axes.AreOpposed(token.Word, other.Word)))
            {
                return (UnsupportedKind.Direction, token);
            }
            if (
                token.Kind == TokenKind.Number
                && gap.Source.Exists(IsNumber)
                && !gap.Source.Exists(other => Same(token, other))
            )
            {
                return (UnsupportedKind.Number, token);
            }
            if (
                CertaintyCheck.IsAbsolute(token)
                && gap.Source.Exists(other => IsNumber(other) || Some.Contains(other.Word))
            )
            {
                return (UnsupportedKind.Certainty, token);
            }
            if (
                token.LooksLikeName
                && gap.Source.Exists(other => other.LooksLikeName)
                && !gap.Source.Exists(other => other.Word == token.Word)
                && evidence.HasName(token.Word)
            )
            {
                return (UnsupportedKind.Name, token);
            }
        }
        return null;
    }

    // "(not shared)" may be left out whole.
    private static bool IsAside(List<Token> source, Gap gap)
    {
        var after = gap.SourceStart + gap.Source.Count;
        return gap.Source[0].Breaks && (after == source.Count || source[after].Breaks);
    }

    private static List<Token> Near(List<Token> tokens, Gap gap)
    {
        var first = Math.Max(0, gap.TextStart - DoubtReach);
        return tokens.GetRange(first, Math.Min(tokens.Count, gap.TextStart + gap.Text.Count + DoubtReach) - first);
    }

    private static bool IsNumber(Token token) => token.Kind == TokenKind.Number;

    private static bool Same(Token one, Token other) =>
        IsNumber(other)
        && (
            one.Value == other.Value
            || one.Value * one.Unit.Factor == other.Value * other.Unit.Factor
            || one.Value == other.Value * 100
            || one.Value * 100 == other.Value
        );

    private static bool Denies(List<Token> tokens, int start, int count)
    {
        for (var i = Math.Max(0, start); i < Math.Min(tokens.Count, start + count); i++)
        {
            if (Denials.IsStrong(tokens, i))
            {
                return true;
            }
        }
        return false;
    }

    // In the gap any denial will do, right beside it a plain one.
    private static bool DeniesAny(List<Token> tokens, int start, int count)
    {
        for (var i = start; i < start + count; i++)
        {
            if (Denials.IsAny(tokens, i))
            {
                return true;
            }
        }
        return Denies(tokens, start - DenialReach, count + 2 * DenialReach);
    }

    // The gap with a word on either side.
    private static string Around(string text, List<Token> tokens, int start, int count)
    {
        var first = Math.Max(0, start - 1);
        var last = Math.Min(tokens.Count - 1, start + count);
        return text[tokens[first].Start..tokens[last].End];
    }
}
