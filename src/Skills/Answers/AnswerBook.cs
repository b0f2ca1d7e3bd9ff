using PaperBot.Skills.Model;

namespace PaperBot.Skills.Answers;

/// <summary>
/// Answers of models, each written once: what is kept is given, and askers who come while an answer is being written wait
/// for that one.
/// </summary>
public sealed class AnswerBook(AnswerStore store, TimeProvider clock)
{
    private readonly Dictionary<string, Task<KeptAnswer>> underWay = [];
    private readonly Lock guard = new();

    /// <param name="write">Throws <see cref="ModelException"/> where there is no answer.</param>
    /// <param name="patience">How long the writing may take. It goes on when this asker leaves: others may wait for it.</param>
    /// <exception cref="ModelException">There is no answer that may be shown.</exception>
    public async Task<KeptAnswer> GetOrWriteAsync(
        AnswerKey key,
        Func<CancellationToken, Task<Draft>> write,
        TimeSpan patience,
        CancellationToken ct
    )
    {
        if (Known(key) is { } kept)
        {
            return kept;
        }
        Task<KeptAnswer>? writing;
        lock (guard)
        {
            if (!underWay.TryGetValue(key.Text, out writing))
            {
                // It may have been finished since the first look.
                if (Known(key) is { } finished)
                {
                    return finished;
                }
                writing = Task.Run(() => WriteAsync(key, write, patience), CancellationToken.None);
                underWay[key.Text] = writing;
            }
        }
        return await writing.WaitAsync(ct);
    }

    /// <summary>What is kept and may be shown; null where nothing is. Asks no model.</summary>
    public KeptAnswer? Find(AnswerKey key) =>
        store.Find(key) is { Refusal: null, Answer: { WithdrawnAt: null } answer } ? answer : null;

    /// <summary>By its number, also one that was withdrawn.</summary>
    public KeptAnswer? Find(long id) => store.Find(id) is { Refusal: null, Answer: { } answer } ? answer : null;

    private KeptAnswer? Known(AnswerKey key) =>
        store.Find(key) switch
        {
            null => null,
            { Refusal: { } sentence, Answer.WrittenAt: var at } => clock.GetUtcNow() - at < AnswerStore.RefusedFor
                ? throw new ModelException(ModelTrouble.Unsupported, sentence)
                : null,
            { Answer: var answer } => Shown(answer),
        };

    private static KeptAnswer Shown(KeptAnswer answer) =>
        answer.WithdrawnAt is null
            ? answer
            : throw new ModelException(
                ModelTrouble.Withdrawn,
                "Somebody reported the language model's answer as mistaken"
            );

    private async Task<KeptAnswer> WriteAsync(
        AnswerKey key,
        Func<CancellationToken, Task<Draft>> write,
        TimeSpan patience
    )
    {
        using var time = new CancellationTokenSource(patience, clock);
        try
        {
            // Not left to the token alone: a connector that does not heed it must not hold the askers.
            var draft = await write(time.Token).WaitAsync(time.Token);
            // What another process kept meanwhile, somebody may have withdrawn already.
            return Shown(store.Keep(key, draft).Answer);
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested)
        {
            throw ModelException.Late();
        }
        catch (ModelException e) when (e.Trouble == ModelTrouble.Unsupported)
        {
            store.Refuse(key, e.Message);
            throw;
        }
        finally
        {
            lock (guard)
            {
                underWay.Remove(key.Text);
            }
        }
    }
}
