using PaperBot.Fakes;
using PaperBot.Skills.Papers;

namespace PaperBot.Tests.Model;

/// <summary>A paper to be summarised, and what models might write of it.</summary>
internal static class Looms
{
    public const string Title = "GlassLoom: Weaving Soft Widgets";

    public const string Abstract =
        "Weaving widgets by hand has become popular. However, existing looms often break and remain expensive. "
        + "In this paper, we propose GlassLoom, a loom of glass for soft widgets. Specifically, we use two frames that move in turn. "
        + "Experiments show that GlassLoom outperforms wooden looms by 37% on the WeaveBench benchmark and does not need oil.";

    public const string Faithful =
        """{"tldr":"GlassLoom, a glass loom for soft widgets, beats wooden looms by 37% on WeaveBench.","problem":"Current looms are expensive and often break.","approach":"Two frames move in turn.","result":"On the WeaveBench benchmark GlassLoom outperforms wooden looms by 37%."}""";

    public static PaperRecord Record { get; } = NewPaper.Record(Title, Abstract, "2601.00001", version: 2);
}
