using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using PaperBot.Skills.Ask;
using PaperBot.Skills.Compare;
using PaperBot.Skills.Details;
using PaperBot.Skills.Related;
using PaperBot.Skills.Search;
using PaperBot.Skills.Summarize;
using PaperBot.Skills.Trending;
using PaperBot.Skills.Trends;
using PaperBot.Skills.Versions;

namespace PaperBot.Skills;

/// <summary>The skills as functions that a model can call; none of them writes.</summary>
public static class SkillPlugins
{
    public const string Name = "papers";

    /// <summary>One plugin with one function a skill: trending, summarize, compare, ask, search, related, paper, changes, trends.</summary>
    public static KernelPlugin Create(IServiceProvider services) =>
        KernelPluginFactory.CreateFromFunctions(
            Name,
            "Machine-learning papers of the local library.",
            [
                .. Functions<TrendingSkill>(services),
                .. Functions<SummarizeSkill>(services),
                .. Functions<CompareSkill>(services),
                .. Functions<AskSkill>(services),
                .. Functions<SearchSkill>(services),
                .. Functions<RelatedSkill>(services),
                .. Functions<PaperSkill>(services),
                .. Functions<ChangesSkill>(services),
                .. Functions<TrendsSkill>(services),
            ]
        );

    private static KernelPlugin Functions<TSkill>(IServiceProvider services)
        where TSkill : class => KernelPluginFactory.CreateFromObject(services.GetRequiredService<TSkill>());
}
