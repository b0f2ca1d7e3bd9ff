using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using PaperBot.Daily;
using PaperBot.Skills;
using PaperBot.Skills.Digests;

namespace PaperBot.Digests;

/// <summary>
/// Brings what is in the outbox to the platforms: each part once, whatever fails or is cut off in between; many channels at
/// a time, each channel's parts in order. How fast, the platform says.
/// </summary>
internal sealed partial class DigestPostman(
    IEnumerable<IDigestPlatform> platforms,
    DigestOutbox outbox,
    DigestEnds ends,
    TimeProvider clock,
    ILogger<DigestPostman> log
) : IDisposable
{
    /// <summary>A platform that does not answer must not hold other channels back.</summary>
    internal static readonly TimeSpan PartLimit = TimeSpan.FromMinutes(5);

    private const int AtOnce = 32;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    // Nobody wants yesterday's news by then: the next digest makes up for it.
    private static readonly TimeSpan Patience = TimeSpan.FromDays(2);

    private const int MostTries = 50; // of a version's notice: about two days

    private readonly Dictionary<string, IDigestPlatform> platforms = platforms.ToDictionary(one => one.Name);
    private readonly ConcurrentDictionary<long, Trouble> troubles = []; // by digest
    private readonly SemaphoreSlim writing = new(1);

    /// <summary>When something that failed is to be tried again; null where nothing is.</summary>
    public TimeSpan? NextTry => troubles.IsEmpty ? null : troubles.Values.Min(LeftOf);

    public void Dispose() => writing.Dispose();

    /// <param name="of">Only the posts that this holds for; null: all.</param>
    /// <returns>How many parts arrived.</returns>
    public async Task<int> DeliverAsync(CancellationToken ct, Func<OpenPost, bool>? of = null)
    {
        var arrived = 0;
        var all = outbox.Open();
        foreach (var settled in troubles.Keys.Except(all.Select(post => post.Digest)).ToList())
        {
            troubles.TryRemove(settled, out _); // given up, paused or ended: nothing is left to be tried again
        }
        var open = all.Where(post => of?.Invoke(post) ?? true)
            .Where(post => platforms.TryGetValue(post.Platform, out var platform) && platform.IsOn)
            .GroupBy(post => post.Digest)
            .Where(digest => !troubles.TryGetValue(digest.Key, out var trouble) || LeftOf(trouble) <= TimeSpan.Zero);
        await Parallel.ForEachAsync(
            open,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (posts, token) =>
            {
                foreach (var post in posts)
                {
                    var (sent, goesOn) = await DeliverAsync(post, token);
                    Interlocked.Add(ref arrived, sent);
                    if (!goesOn)
                    {
                        break;
                    }
                }
            }
        );
        return arrived;
    }

    private async Task<(int Sent, bool GoesOn)> DeliverAsync(OpenPost post, CancellationToken ct)
    {
        var sent = 0;
        string? message = null;
        foreach (var errand in outbox.Errands(post.Post))
        {
            var waiting = errand with { Message = message ?? errand.Message };
            if (NeedsMessage(errand.Part.Kind) && waiting.Message is null)
            {
                if (errand.Part.Kind != DigestPartKind.Version && clock.GetUtcNow() - errand.Post.PlannedAt <= Patience)
                {
                    break; // the message comes first
                }
                outbox.GaveUp(errand.Part, "Its message never arrived.");
                continue;
            }
            var (outcome, place) = await TryAsync(waiting, ct);
            if (outcome != Outcome.Arrived)
            {
                return (sent, outcome == Outcome.Superseded);
            }
            sent++;
            troubles.TryRemove(post.Digest, out _);
            message ??= errand.Part.Kind == DigestPartKind.Message ? place : null;
        }
        return (sent, true);
    }

    private static bool NeedsMessage(DigestPartKind kind) =>
        kind is DigestPartKind.Thread or DigestPartKind.Crosspost or DigestPartKind.Late;

    private async Task<(Outcome Outcome, string? Place)> TryAsync(DigestErrand errand, CancellationToken ct)
    {
        var (digest, _, part, _) = errand;
        var platform = platforms[digest.Platform];
        var begun = false;
        try
        {
            if (part.State == DigestPartState.Sent)
            {
                if (await LimitedAsync(token => platform.FindAsync(errand, token), ct) is { } found)
                {
                    outbox.Confirmed(part, found);
                    return (Outcome.Arrived, found);
                }
                if (part.Kind == DigestPartKind.Message && outbox.Supersede(errand.Post))
                {
                    return (Outcome.Superseded, null);
                }
            }
            ct.ThrowIfCancellationRequested();
            if (!await WrittenAsync(() => outbox.Sent(part), ct))
            {
                return (Outcome.Superseded, null); // it was taken back or given up meanwhile
            }
            begun = true;
            var place = await LimitedAsync(token => platform.SendAsync(errand, token), ct);
            await WrittenAsync(
                () =>
                {
                    outbox.Confirmed(part, place);
                    return true;
                },
                CancellationToken.None // it is there: whatever ends now, this is to be known
            );
            LogArrived(digest.Channel, part.Kind, errand.Post.Day);
            return (Outcome.Arrived, place);
        }
        catch (ChannelLostException e)
        {
            outbox.Failed(part, e.Message, inDoubt: false);
            await ends.LostAsync(digest, e.Message, ct);
            return (Outcome.Failed, null);
        }
        catch (PartRefusedException e)
        {
            outbox.GaveUp(part, e.Message);
            LogDoneWithout(digest.Channel, part.Kind, errand.Post.Day, e.Message);
            return (Outcome.Arrived, null);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            Failed(errand, e, inDoubt: part.State == DigestPartState.Sent && !begun || e is not NotDeliveredException);
            return (Outcome.Failed, null);
        }
    }

    private void Failed(DigestErrand errand, Exception failure, bool inDoubt)
    {
        var (digest, post, part, _) = errand;
        var sentence = failure is SkillException or TimeoutException
            ? failure.Message
            : $"{failure.GetType().Name}: {failure.Message}";
        outbox.Failed(part, sentence, inDoubt);
        if (IsOld(post, part))
        {
            LogGaveUp(digest.Channel, part.Kind, post.Day, sentence);
            if (part.Kind != DigestPartKind.Message || inDoubt || outbox.TakeBack(digest.Id) == 0)
            {
                outbox.GaveUp(part, sentence);
            }
            return;
        }
        var trouble = troubles.AddOrUpdate(
            digest.Id,
            _ => new Trouble(1, clock.GetTimestamp()),
            (_, before) => new Trouble(before.Failures + 1, clock.GetTimestamp())
        );
        // It is tried again and again, and said once.
        if (trouble.Failures == 1)
        {
            LogFailed(failure is SkillException ? null : failure, digest.Channel, part.Kind, post.Day, sentence);
        }
    }

    // What a new version changed is told long after the digest itself, so its tries count.
    private bool IsOld(DigestPost post, DigestPart part) =>
        part.Kind == DigestPartKind.Version ? part.Tries >= MostTries : clock.GetUtcNow() - post.PlannedAt > Patience;

    // The library takes one writer at a time: who waits for that must not hold a thread, or nobody else is answered.
    private async Task<T> WrittenAsync<T>(Func<T> write, CancellationToken ct)
    {
        await writing.WaitAsync(ct);
        try
        {
            return write();
        }
        finally
        {
            writing.Release();
        }
    }

    private TimeSpan LeftOf(Trouble trouble)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(trouble.Failures - 1, 10));
        return (pause < LongestPause ? pause : LongestPause) - clock.GetElapsedTime(trouble.At);
    }

    // Not left to the token alone: a platform that does not heed it must not hold the next channel back either.
    private async Task<T> LimitedAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(PartLimit, clock);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            return await call(enough.Token).WaitAsync(enough.Token);
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new TimeoutException($"No answer within {PartLimit.TotalMinutes} minutes.", e);
        }
    }

    private enum Outcome
    {
        Arrived,
        Failed,

        /// <summary>The next digest makes up for it.</summary>
        Superseded,
    }

    private sealed record Trouble(int Failures, long At);

    [LoggerMessage(LogLevel.Debug, "{Kind} of {Day:yyyy-MM-dd} is in the channel {Channel}.")]
    private partial void LogArrived(string channel, DigestPartKind kind, DateOnly day);

    [LoggerMessage(
        LogLevel.Warning,
        "The digest of {Day:yyyy-MM-dd} in the channel {Channel} goes on without its {Kind}. {Problem}"
    )]
    private partial void LogDoneWithout(string channel, DigestPartKind kind, DateOnly day, string problem);

    [LoggerMessage(
        LogLevel.Error,
        "{Kind} of {Day:yyyy-MM-dd} did not reach the channel {Channel}; it will be tried again. {Problem}"
    )]
    private partial void LogFailed(
        Exception? exception,
        string channel,
        DigestPartKind kind,
        DateOnly day,
        string problem
    );

    [LoggerMessage(
        LogLevel.Error,
        "{Kind} of {Day:yyyy-MM-dd} for the channel {Channel} is given up after two days. {Problem}"
    )]
    private partial void LogGaveUp(string channel, DigestPartKind kind, DateOnly day, string problem);
}
