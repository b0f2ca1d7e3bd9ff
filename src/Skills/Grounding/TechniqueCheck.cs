using System.Collections.Frozen;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Grounding;

/// <summary>
/// Does the text name a technique that no abstract does, in words of which each is common: "random walks", "skip connections"?
/// </summary>
internal static class TechniqueCheck
{
    private const string Resource = "PaperBot.Skills.Grounding.techniques.txt";
    private const int Reach = 4; // tokens between the two words in an abstract

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
                && !evidence.Sentences.Any(source => HasBoth(source.Tokens, first, second))
                && !evidence.HasWord(first.Word)
                && !evidence.HasWord(second.Word)
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

    private static bool HasBoth(List<Token> tokens, Token first, Token second)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Stem != first.Stem)
            {
                continue;
            }
            for (var j = Math.Max(0, i - Reach); j < Math.Min(tokens.Count, i + Reach + 1); j++)
            {
                if (tokens[j].Stem == second.Stem)
                {
                    return true;
                }
            }
        }
        return false;
    }

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
