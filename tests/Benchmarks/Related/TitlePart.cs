using PaperBot.Skills.Papers;
using PaperBot.Skills.Related;

namespace PaperBot.Benchmarks.Related;

/// <summary>What a title says of a paper's problem and of its method, as stems: "Graph Networks for Relation Extraction".</summary>
/// <param name="Problem">Empty where the title does not part them.</param>
/// <param name="Method">Empty where the title does not part them.</param>
/// <param name="Rest">All of a title that does not part them.</param>
internal sealed record TitlePart(HashSet<string> Problem, HashSet<string> Method, HashSet<string> Rest)
{
    private static readonly (string Between, bool MethodFirst)[] Betweens =
    [
        (" via ", false),
        (" using ", false),
        (" by ", false),
        (" with ", false),
        (" based on ", false),
        (" for ", true),
        (" to ", true),
    ];

    public static TitlePart Of(string title)
    {
        var text = title[(title.IndexOf(": ", StringComparison.Ordinal) + 1)..];
        foreach (var (between, methodFirst) in Betweens)
        {
            var place = text.IndexOf(between, StringComparison.OrdinalIgnoreCase);
            if (place > 0)
            {
                var (first, second) = (Stems(text[..place]), Stems(text[(place + between.Length)..]));
                return methodFirst ? new TitlePart(second, first, []) : new TitlePart(first, second, []);
            }
        }
        return new TitlePart([], [], Stems(text));
    }

    public HashSet<string> Of(PaperAspect aspect) => aspect == PaperAspect.Problem ? Problem : Method;

    public IEnumerable<string> Stems() => Problem.Concat(Method).Concat(Rest);

    private static HashSet<string> Stems(string text) =>
        [.. Words.Of(text).Where(word => Telling.IsTelling(word)).Select(Stem.Of)];
}
