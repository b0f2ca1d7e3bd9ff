using System.ComponentModel;
using Microsoft.SemanticKernel;

namespace PaperBot.Skills.Trends;

/// <summary>How many papers of a topic came in each week, and what votes they have: counts, and no forecast.</summary>
public sealed class TrendsSkill(TrendsStore store)
{
    public const int MostTopics = 3;
    public const int LeastWeeks = 4;
    public const int MostWeeks = 26;
    public const int UsualWeeks = 12;

    /// <exception cref="SkillException">Something asked for is not possible; the message names what is.</exception>
    [
        KernelFunction("trends"),
        Description("Counts, week by week, the papers of up to three topics in the library and the votes they have.")
    ]
    public TrendReport Trends(
        [Description(
            "One to three topics with commas between them, such as: diffusion, graph neural network. All words of a topic must occur in a paper."
        )]
            string topics,
        [Description("How many weeks back, from 4 to 26")] int weeks = UsualWeeks
    ) => store.Find(TrendQuery.Parse(topics, weeks));
}
