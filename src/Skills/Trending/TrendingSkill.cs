using System.ComponentModel;
using Microsoft.SemanticKernel;

namespace PaperBot.Skills.Trending;

/// <summary>Which papers people talk about; how they are scored: <see cref="TrendingScore"/>.</summary>
public sealed class TrendingSkill(TrendingStore store)
{
    public const int MostPapers = 25;

    /// <exception cref="SkillException">Something asked for is not possible; the message names what is.</exception>
    [
        KernelFunction("trending"),
        Description("Lists trending research papers, best first, each with its votes and why it is where it is.")
    ]
    public TrendingList Trending(
        [Description(
            "day (the newest list known, also when that is not today's), week, month or all; the last two count back from it"
        )]
            string period = "day",
        [Description("Words that must all occur in a paper, such as diffusion models; empty for every topic")]
            string topic = "",
        [Description("How many papers, from 1 to 25")] int count = 10
    ) => store.Find(TrendingQuery.Parse(period, topic, count));
}
