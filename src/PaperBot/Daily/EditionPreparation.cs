using Microsoft.Extensions.Logging;
using PaperBot.Skills.Editions;
using PaperBot.Skills.Model;
using PaperBot.Skills.Papers;

namespace PaperBot.Daily;

/// <summary>
/// Has the sentences of an edition written before it is built, once for all outlets: the shortest abstract, which costs
/// least, first. What is not ready in time, or fails, is left to PaperBot's own engine.
/// </summary>
internal sealed partial class EditionPreparation(
    IEditionSentences sentences,
    TimeProvider clock,
    ILogger<EditionPreparation> logger
)
{
    /// <summary>Whether there is anything to prepare, for whichever paper.</summary>
    public bool IsNeeded => sentences.TakeTime;

    /// <param name="papers">Of the edition.</param>
    /// <param name="limit">When to stop, however far it is.</param>
    public async Task PrepareAsync(IReadOnlyList<Paper> papers, TimeSpan limit, CancellationToken ct)
    {
        if (!IsNeeded || limit <= TimeSpan.Zero)
        {
            return;
        }
        using var time = new CancellationTokenSource(limit, clock);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct, time.Token);
        var ready = 0;
        foreach (var paper in papers.OrderBy(paper => paper.Abstract.Length))
        {
            try
            {
                // Not left to the token alone: what does not heed it must not hold the post back.
                await Task.Run(() => sentences.PrepareAsync(paper, enough.Token), ct).WaitAsync(enough.Token);
                ready++;
            }
            catch (OperationCanceledException) when (time.IsCancellationRequested && !ct.IsCancellationRequested)
            {
                break;
            }
            catch (ModelException e)
            {
                LogLeft(paper.Id, e.Message);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                LogFailed(e, paper.Id);
            }
        }
        LogPrepared(ready, papers.Count);
    }

    [LoggerMessage(LogLevel.Information, "The language model has written {Ready} of the edition's {All} sentences.")]
    private partial void LogPrepared(int ready, int all);

    [LoggerMessage(LogLevel.Warning, "The sentence about {Paper} is left to PaperBot's own engine: {Reason}.")]
    private partial void LogLeft(PaperId paper, string reason);

    [LoggerMessage(LogLevel.Error, "The sentence about {Paper} could not be prepared.")]
    private partial void LogFailed(Exception exception, PaperId paper);
}
