using System.Collections.Frozen;

namespace PaperBot.Skills.Grounding;

/// <summary>The names that the authors give what they propose.</summary>
internal static class OwnNames
{
    private const int Reach = 8; // tokens from "we propose" to the name

    private static readonly FrozenSet<string> Naming = Set(
        "propose proposes proposed introduce introduces introduced present presents presented develop develops developed call called "
            + "named termed dubbed describe describes design designed devise our explore offer offers release builds build"
    );

    private static readonly FrozenSet<string> Ends = Set("for on to from based using that which over than in with");

    /// <summary>Those that a sentence introduces, in lower case.</summary>
    public static IEnumerable<string> Of(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!Naming.Contains(tokens[i].Word))
            {
                continue;
            }
            for (var j = i + 1; j < tokens.Count && j <= i + Reach; j++)
            {
                if (Ends.Contains(tokens[j].Word))
                {
                    break;
                }
                if (tokens[j].LooksLikeName)
                {
                    yield return tokens[j].Word;
                }
            }
        }
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
