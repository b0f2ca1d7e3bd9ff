using PaperBot.Skills.Editions;
using PaperBot.Skills.Model;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Writing;

namespace PaperBot.Skills.Summarize;

/// <summary>
/// The sentences of the daily edition: the model's where it was asked beforehand and what it wrote holds, else those of
/// PaperBot's own engine. They are the answers of <c>/summarize style:tldr</c>, paid for once.
/// </summary>
internal sealed class WrittenSentences(LanguageModel model, SummaryWriter writer) : IEditionSentences
{
    public bool TakeTime => model.IsConfigured;

    /// <exception cref="ModelException">The model has none that can be shown.</exception>
    public async Task PrepareAsync(Paper paper, CancellationToken ct)
    {
        if (AbstractSummarizer.Summarize(paper).Tldr is not null) // else there is nothing to summarise
        {
            await writer.WriteAsync(paper, SummaryStyle.Tldr, ReaderLanguage.English, Payer.PaperBot, null, ct);
        }
    }

    public EditionSentence Of(Paper paper) =>
        writer.Kept(paper, SummaryStyle.Tldr) is { Parts: [{ IsOwn: false } first, ..], Model: var name }
            ? new EditionSentence(first.Text, name)
            : new EditionSentence(AbstractSummarizer.Summarize(paper).Tldr?.Text ?? "", null);
}
