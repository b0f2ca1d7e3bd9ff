using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel.ChatCompletion;
using PaperBot.Skills.Answers;
using PaperBot.Skills.Model;

namespace PaperBot.Skills.Writing;

/// <summary>
/// An answer that holds, in another language: translated by the model, checked for numbers, names and denials, and
/// translated back into English, which must hold like any other text.
/// </summary>
internal sealed partial class Translator(LanguageModel model, ILogger<Translator> logger)
{
    private const int Attempts = 2;

    private const string Unsure = "The translation could not be checked against the abstract";

    /// <param name="original">In English; held.</param>
    /// <returns>The same pieces with the same support, in order.</returns>
    /// <exception cref="ModelException">There is no translation that can be shown.</exception>
    public async Task<IReadOnlyList<WrittenPart>> TranslateAsync(
        IReadOnlyList<WrittenPart> original,
        IReadOnlyList<GivenPaper> papers,
        ReaderLanguage language,
        string skill,
        Payer payer,
        CancellationToken ct
    )
    {
        var texts = original.Select(part => part.Text).ToList();
        var evidence = string.Join('\n', papers.Select(paper => $"{paper.Paper.Title}\n{paper.Abstract}"));
        var messages = TranslationPrompt.For(texts, language);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var answer = await AskAsync(messages, texts, skill, payer, ct);
            if (Objection(answer, texts, language, evidence) is not { } objection)
            {
                await HoldBackAsync(answer!, original, papers, skill, payer, ct); // without an objection it was read
                return [.. original.Zip(answer!, (part, text) => part with { Text = CleanText.Of(text) })];
            }
            messages.AddAssistantMessage(TranslationPrompt.Texts(answer ?? []));
            messages.AddUserMessage(RepairPrompt.For(objection));
        }
        throw new ModelException(ModelTrouble.Unsupported, Unsure);
    }

    private async Task HoldBackAsync(
        IReadOnlyList<string> translated,
        IReadOnlyList<WrittenPart> original,
        IReadOnlyList<GivenPaper> papers,
        string skill,
        Payer payer,
        CancellationToken ct
    )
    {
        var back = await AskAsync(
            TranslationPrompt.For(translated, ReaderLanguage.English),
            translated,
            skill,
            payer,
            ct
        );
        var wrong = back is null
            ? original.Count
            : original.Zip(back).Count(one => !HeldText.Of(new DraftPart(one.First.Label, one.Second), papers).Holds);
        if (wrong > 0)
        {
            LogLost(wrong, original.Count);
            throw new ModelException(ModelTrouble.Unsupported, Unsure);
        }
    }

    private async Task<IReadOnlyList<string>?> AskAsync(
        ChatHistory messages,
        IReadOnlyList<string> texts,
        string skill,
        Payer payer,
        CancellationToken ct
    )
    {
        var call = new ModelCall(skill, payer, messages)
        {
            Schema = TranslationPrompt.Schema,
            MostTokens = TranslationPrompt.MostTokens(texts),
        };
        return TranslationPrompt.Read((await model.AskAsync(call, ct)).Text, texts.Count);
    }

    private static string? Objection(
        IReadOnlyList<string>? translated,
        List<string> original,
        ReaderLanguage language,
        string evidence
    ) =>
        translated is null
            ? $"A JSON object with exactly {original.Count} texts was asked for."
            : original
                .Zip(translated)
                .Select(pair => TranslationCheck.Objection(pair.First, CleanText.Of(pair.Second), language, evidence))
                .OfType<string>()
                .FirstOrDefault();

    [LoggerMessage(
        LogLevel.Information,
        "A translation is not shown: {Wrong} of {All} pieces did not hold on their way back."
    )]
    private partial void LogLost(int wrong, int all);
}
