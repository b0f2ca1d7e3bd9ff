using System.ComponentModel;
using Microsoft.SemanticKernel;
using PaperBot.Skills.Answers;
using PaperBot.Skills.Model;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Search;
using PaperBot.Skills.Writing;

namespace PaperBot.Skills.Summarize;

/// <summary>One paper to its summary.</summary>
public sealed class SummarizeSkill
{
    private readonly IPaperFinder finder;
    private readonly SummaryWriter? writer;

    internal SummarizeSkill(IPaperFinder finder, SummaryWriter? writer = null)
    {
        this.finder = finder;
        this.writer = writer;
    }

    /// <summary>By PaperBot's own engine: also for a model that asks for it.</summary>
    [KernelFunction("summarize")]
    [Description(
        "Summarises one paper of the library from its abstract: one sentence, then problem, approach and result, each with "
            + "the number of the sentence of the abstract that supports it."
    )]
    public Task<Summary> SummarizeAsync(
        [Description("The paper: an arXiv id such as 2401.01234, a link, a title or part of one")] string paper,
        CancellationToken ct = default
    ) => Task.FromResult(AbstractSummarizer.Summarize(finder.Find(paper, ct)));

    /// <summary>By the model where there is one and what it writes holds, else by PaperBot's own engine.</summary>
    /// <param name="paper">As above.</param>
    /// <param name="soFar">Hears the pieces that are ready while more is written; null where nobody listens.</param>
    /// <exception cref="SkillException">There is no such paper.</exception>
    public async Task<SummaryAnswer> WriteAsync(
        string paper,
        SummaryStyle style,
        ReaderLanguage language,
        Payer payer,
        Action<Paper, IReadOnlyList<WrittenPart>>? soFar,
        CancellationToken ct
    )
    {
        var found = finder.Find(paper, ct);
        var own = AbstractSummarizer.Summarize(found);
        if (writer is null || own.Tldr is null)
        {
            return new SummaryAnswer(own, style, null, null); // there is nothing to summarise, or nobody else to do it
        }
        try
        {
            Action<IReadOnlyList<WrittenPart>>? hear = soFar is null ? null : parts => soFar(found, parts);
            return new SummaryAnswer(
                own,
                style,
                await writer.WriteAsync(found, style, language, payer, hear, ct),
                null
            );
        }
        catch (ModelException e)
        {
            return new SummaryAnswer(
                own,
                style,
                language == ReaderLanguage.English ? null : writer.Kept(found, style),
                e.Trouble == ModelTrouble.NotConfigured ? WithoutModel(style, language) : e.Message
            );
        }
    }

    // What was asked for and only a model can do; else nothing needs to be said.
    private static string? WithoutModel(SummaryStyle style, ReaderLanguage language) =>
        language != ReaderLanguage.English ? $"{language.Name} needs a language model, and none is configured"
        : style == SummaryStyle.Plain
            ? "Plainer words than the abstract's need a language model, and none is configured"
        : null;
}
