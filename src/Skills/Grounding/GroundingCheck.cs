using PaperBot.Skills.Language;
using PaperBot.Skills.Latex;

namespace PaperBot.Skills.Grounding;

/// <summary>
/// Tells of any text whether its numbers, names, quotations and claims stand in the abstracts given with it, and which of
/// their sentences support each of its sentences. No clock, no I/O; the time is linear in the length of both. English only: of
/// other languages nothing but the same words can be found.
/// </summary>
public static class GroundingCheck
{
    /// <summary>A longer text is no summary: what is beyond so many characters counts as unsupported.</summary>
    public const int LongestText = 20_000;

    /// <param name="text">What somebody or something wrote.</param>
    /// <param name="abstracts">What it may rest on; several for a comparison.</param>
    public static Verdict Of(string text, IReadOnlyList<GivenAbstract> abstracts)
    {
        var evidence = Evidence.Of(abstracts);
        var plain = LatexText.Plain(text.Length > LongestText ? text[..LongestText] : text);
        var sentences = Sentences.Of(plain).Select(sentence => Check(sentence.Text, evidence)).ToList();
        if (text.Length > LongestText)
        {
            sentences.Add(
                new CheckedSentence(
                    "…",
                    [],
                    [
                        new Unsupported(
                            UnsupportedKind.Claim,
                            "…",
                            $"The text is longer than {LongestText} characters; the rest was not checked."
                        ),
                    ]
                )
            );
        }
        return new Verdict(sentences);
    }

    private static CheckedSentence Check(string text, Evidence evidence)
    {
        // A whole sentence of an abstract needs no proof; a part of one may have lost its "not".
        if (evidence.Whole(text) is { } same)
        {
            return new CheckedSentence(text, [new Support(same.Paper, same.Number)], []);
        }
        var alignment = Alignment.Of(TokenReader.Of(text), evidence);
        List<Unsupported> unsupported =
        [
            .. NumberCheck.Of(text, alignment, evidence),
            .. MeasureCheck.Of(text, alignment, evidence),
            .. NameCheck.Of(text, alignment, evidence),
            .. QuotationCheck.Of(text, evidence),
            .. NegationCheck.Of(text, alignment, evidence),
            .. HarmCheck.Of(text, alignment, evidence),
            .. PaceCheck.Of(text, alignment, evidence),
            .. DirectionCheck.Of(text, alignment, evidence),
            .. ContraryCheck.Of(text, alignment, evidence),
            .. SidesCheck.Of(text, alignment, evidence),
            .. StandingCheck.Of(text, alignment, evidence),
            .. ContrastCheck.Of(text, alignment, evidence),
            .. TwinCheck.Of(text, alignment, evidence),
            .. CertaintyCheck.Of(text, alignment, evidence),
            .. OverclaimCheck.Of(text, alignment, evidence),
            .. ClaimCheck.Of(text, alignment),
            .. TechniqueCheck.Of(text, alignment, evidence),
        ];
        if (!unsupported.Exists(one => one.Kind == UnsupportedKind.Negation))
        {
            unsupported.AddRange(StanceCheck.Of(text, alignment, evidence));
        }
        return new CheckedSentence(
            text,
            [
                .. alignment
                    .Support.Select(index => evidence.Sentences[index])
                    .Select(one => new Support(one.Paper, one.Number)),
            ],
            [.. Once(text, unsupported)]
        );
    }

    // Two checks may find the same thing wrong; the first has the better reason.
    private static IEnumerable<Unsupported> Once(string text, IEnumerable<Unsupported> unsupported)
    {
        var told = new List<Unsupported>();
        foreach (var one in unsupported)
        {
            if (!told.Exists(other => other.Kind == one.Kind && Overlap(text, other.Span, one.Span)))
            {
                told.Add(one);
                yield return one;
            }
        }
    }

    private static bool Overlap(string text, string one, string other)
    {
        var first = text.IndexOf(one, StringComparison.Ordinal);
        var second = text.IndexOf(other, StringComparison.Ordinal);
        return one == other
            || (first >= 0 && second >= 0 && first < second + other.Length && second < first + one.Length);
    }
}
