using PaperBot.Skills.Language;

namespace PaperBot.Skills.Related;

/// <summary>In which respect papers are near each other.</summary>
public enum PaperAspect
{
    /// <summary>What is known, wrong or wanted: the sentences of background and objective.</summary>
    Problem,

    /// <summary>How it is done.</summary>
    Method,

    /// <summary>What came out.</summary>
    Result,
}

internal static class PaperAspects
{
    public static IReadOnlyList<PaperAspect> All { get; } = Enum.GetValues<PaperAspect>();

    /// <returns>Null for sentences about code and rights.</returns>
    public static PaperAspect? Of(Facet facet) =>
        facet switch
        {
            Facet.Background or Facet.Objective => PaperAspect.Problem,
            Facet.Method => PaperAspect.Method,
            Facet.Result => PaperAspect.Result,
            _ => null,
        };
}
