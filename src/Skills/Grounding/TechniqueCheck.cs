using System.Collections.Frozen;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Grounding;

/// <summary>
/// Does the text name a technique that no abstract does, in words of which each may be common: "random walks", "skip connections"?
/// </summary>
internal static class TechniqueCheck
{
    private const string Resource = "PaperBot.Skills.Grounding.techniques.txt";

    private static readonly Lazy<FrozenSet<string>> Known = new(Read);

    public static IEnumerable<Unsupported> Of(string text, Alignment alignment, Evidence evidence)
    {
        var tokens = alignment.Tokens;
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            var (first, second) = (tokens[i], tokens[i + 1]);
            if (
                first.Kind == TokenKind.Word
                && second.Kind == TokenKind.Word
                && !second.Breaks
                && !second.Joined
                && Known.Value.Contains($"{Stem.Of(first.Word)} {Stem.Of(second.Word)}")
                && !HasAny(first, evidence)
                && !HasAny(second, evidence)
                && !evidence.Acronyms.Any(name => name[0] == first.Word[0] && name.Contains(second.Word[0]))
            )
            {
                yield return new Unsupported(
                    UnsupportedKind.Claim,
                    text[first.Start..second.End],
                    "No abstract names this technique."
                );
            }
        }
    }

    private static bool HasAny(Token token, Evidence evidence) =>
        evidence.HasWord(token.Word) || evidence.Has(token.Stem);

    private static FrozenSet<string> Read()
    {
        using var stream =
            typeof(TechniqueCheck).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
