using PaperBot.Skills.Answers;
using PaperBot.Skills.Model;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Writing;

namespace PaperBot.Skills.Summarize;

/// <summary>A paper to a summary that a language model wrote and that holds, kept and never written twice.</summary>
internal sealed class SummaryWriter(
    LanguageModel model,
    AnswerBook book,
    HeldWriter writer,
    Translator translator,
    SecondLook second,
    TimeProvider clock
)
{
    private const string Skill = "summarize";

    /// <param name="soFar">Hears what is ready while more is written.</param>
    /// <exception cref="ModelException">There is none that can be shown.</exception>
    public async Task<KeptAnswer> WriteAsync(
        Paper paper,
        SummaryStyle style,
        ReaderLanguage language,
        Payer payer,
        Action<IReadOnlyList<WrittenPart>>? soFar,
        CancellationToken ct
    )
    {
        if (!model.IsConfigured)
        {
            throw ModelException.NotConfigured();
        }
        var begun = clock.GetTimestamp();
        var original = await book.GetOrWriteAsync(
            Key(paper, style, ReaderLanguage.English),
            own => DraftAsync(new GivenPaper(paper), style, payer, soFar, own),
            model.Patience,
            ct
        );
        return language == ReaderLanguage.English
            ? original
            : await book.GetOrWriteAsync(
                Key(paper, style, language),
                own => TranslationAsync(original, new GivenPaper(paper), language, payer, own),
                Left(begun),
                ct
            );
    }

    /// <summary>What was written before, in English; null where nothing was that may be shown. Asks no model.</summary>
    public KeptAnswer? Kept(Paper paper, SummaryStyle style) =>
        model.IsConfigured ? book.Find(Key(paper, style, ReaderLanguage.English)) : null;

    // Both steps together have the time of one answer.
    private TimeSpan Left(long begun) =>
        model.Patience - clock.GetElapsedTime(begun) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    private AnswerKey Key(Paper paper, SummaryStyle style, ReaderLanguage language) =>
        new(
            Skill,
            [paper],
            style.ToString().ToLowerInvariant(),
            language.Name,
            model.Name,
            language == ReaderLanguage.English
                ? SummaryPrompt.Version
                : SummaryPrompt.Version * 1_000 + TranslationPrompt.Version
        );

    private async Task<Draft> DraftAsync(
        GivenPaper paper,
        SummaryStyle style,
        Payer payer,
        Action<IReadOnlyList<WrittenPart>>? soFar,
        CancellationToken ct
    )
    {
        var reader = new DraftReader(answer => SummaryDraft.Read(answer, style), draft => HeldText.Of(draft, [paper]));
        // A JSON object can be read when it is complete, not before.
        Action<IReadOnlyList<HeldPart>>? hear =
            soFar is null || style == SummaryStyle.Structured
                ? null
                : parts => soFar([.. parts.Select(part => part.Part)]);
        var held = await writer.WriteAsync(SummaryPrompt.For(paper, style, payer), reader, hear, ct);
        held = await second.AtAsync(held, [paper], Skill, payer, ct);
        return new Draft(WhatHolds.Of(held, AbstractSummarizer.Summarize(paper.Paper)));
    }

    private async Task<Draft> TranslationAsync(
        KeptAnswer original,
        GivenPaper paper,
        ReaderLanguage language,
        Payer payer,
        CancellationToken ct
    ) =>
        new(await translator.TranslateAsync(original.Parts, [paper], language, Skill, payer, ct))
        {
            TranslationOf = original.Id,
        };
}
