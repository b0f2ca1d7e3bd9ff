using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel.ChatCompletion;
using PaperBot.Skills.Model;

namespace PaperBot.Skills.Writing;

/// <summary>How an answer of a model is read and held.</summary>
/// <param name="Read">The answer to its pieces; throws <see cref="UnreadableDraftException"/>.</param>
/// <param name="Hold">A piece to what may be shown of it.</param>
internal sealed record DraftReader(Func<string, IReadOnlyList<DraftPart>> Read, Func<DraftPart, HeldPart> Hold);

/// <summary>
/// Has a model write and holds each piece to its abstracts; what does not hold, the model may write once more, told why.
/// </summary>
internal sealed partial class HeldWriter(LanguageModel model, ILogger<HeldWriter> logger)
{
    // What is read of an answer, and what of it the model is shown again.
    private const int LongestAnswer = 20_000;
    private const int LongestEcho = 4_000;

    /// <param name="soFar">Hears the pieces that are complete and hold while more is written; null where nobody listens.</param>
    /// <returns>All pieces; those that do not hold say why, and must not be shown. At least one holds.</returns>
    /// <exception cref="ModelException">There is no answer, or nothing of it holds.</exception>
    public async Task<IReadOnlyList<HeldPart>> WriteAsync(
        ModelCall call,
        DraftReader reader,
        Action<IReadOnlyList<HeldPart>>? soFar,
        CancellationToken ct
    )
    {
        var answer = soFar is null
            ? await model.AskAsync(call, ct)
            : await model.StreamAsync(call, Growing(reader, soFar), ct);
        var (first, objection) = Hold(answer, reader);
        if (objection is null)
        {
            return first;
        }
        LogRepair(call.Skill, first.Count(part => !part.Holds), first.Count);
        var second = await RepairAsync(call, answer.Text, objection, reader, first, ct);
        return second.Any(part => part.Holds) ? second : throw ModelException.Unsupported();
    }

    // A piece of either round, the second where it holds.
    private async Task<IReadOnlyList<HeldPart>> RepairAsync(
        ModelCall call,
        string answer,
        string objection,
        DraftReader reader,
        IReadOnlyList<HeldPart> first,
        CancellationToken ct
    )
    {
        var again = new ChatHistory(call.Messages);
        again.AddAssistantMessage(answer.Length > LongestEcho ? answer[..LongestEcho] : answer);
        again.AddUserMessage(objection);
        try
        {
            var (second, _) = Hold(await model.AskAsync(call with { Messages = again }, ct), reader);
            return second.Count == 0
                ? first
                : [.. second.Select(part => part.Holds ? part : Same(first, part) ?? part)];
        }
        catch (ModelException) when (first.Any(part => part.Holds))
        {
            return first; // what holds of the first round is as good as it was
        }
    }

    private static HeldPart? Same(IReadOnlyList<HeldPart> first, HeldPart part) =>
        first.FirstOrDefault(one =>
            one.Holds
            && part.Part.Label.Length > 0
            && one.Part.Label == part.Part.Label
            && one.Part.Column == part.Part.Column
        );

    /// <returns>The pieces, and what to tell the model where not all of them hold.</returns>
    public static (IReadOnlyList<HeldPart> Parts, string? Objection) Hold(ModelAnswer answer, DraftReader reader)
    {
        try
        {
            if (answer.Text.Length > LongestAnswer)
            {
                throw new UnreadableDraftException("That was far too long.");
            }
            var drafts = reader.Read(answer.Text);
            if (answer.IsCut && drafts.Count == 1)
            {
                throw new UnreadableDraftException("That was too long.");
            }
            var parts = drafts.SkipLast(answer.IsCut ? 1 : 0).Select(reader.Hold).ToList();
            return (parts, parts.TrueForAll(part => part.Holds) ? null : RepairPrompt.For(parts));
        }
        catch (UnreadableDraftException e)
        {
            return ([], RepairPrompt.For(e.Message));
        }
    }

    /// <summary>
    /// What hears a growing text, and tells of it the pieces that are complete and hold: the last one may not be complete
    /// yet, and what follows a piece that does not hold waits for the repair.
    /// </summary>
    public static Action<string> Growing(DraftReader reader, Action<IReadOnlyList<HeldPart>> soFar)
    {
        var told = 0;
        return text =>
        {
            try
            {
                var complete = reader.Read(text).SkipLast(1).ToList();
                if (complete.Count > told)
                {
                    told = complete.Count;
                    var held = complete.Select(reader.Hold).TakeWhile(part => part.Holds).ToList();
                    if (held.Count > 0)
                    {
                        soFar(held);
                    }
                }
            }
            catch (UnreadableDraftException)
            {
                // It can be read when more of it is there.
            }
        };
    }

    [LoggerMessage(
        LogLevel.Information,
        "The model is asked once more ({Skill}): {Wrong} of {All} pieces did not hold."
    )]
    private partial void LogRepair(string skill, int wrong, int all);
}
