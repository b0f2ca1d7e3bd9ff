using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using PaperBot.Daily;
using PaperBot.Skills.People;
using PaperBot.Skills.Storage;

namespace PaperBot.Digests;

/// <summary>
/// Sends private notes on what came into the library: one a person and run. A note that certainly did not arrive is tried
/// again for a day, ever more rarely; one that may have arrived is not.
/// </summary>
internal sealed partial class NotesRun(
    FollowNotes notes,
    IEnumerable<IDigestPlatform> platforms,
    TimeProvider clock,
    ILogger<NotesRun> log
) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromHours(1);
    private static readonly TimeSpan TriedFor = TimeSpan.FromDays(1);
    private const int MostDoublings = 4;

    // People whose notes did not arrive; who takes none is not asked all the time.
    private readonly ConcurrentDictionary<Person, (int Failures, DateTimeOffset Until)> pauses = new();
    private readonly SemaphoreSlim running = new(1);

    /// <summary>Plans and sends; a second run waits for the first. One person's failure does not stop the next.</summary>
    /// <exception cref="LibraryException">The library cannot be used.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        var reachable = platforms.Where(platform => platform.IsOn).ToDictionary(platform => platform.Name);
        await running.WaitAsync(ct);
        try
        {
            notes.Plan(reachable.Keys);
            foreach (var person in notes.Waiting(reachable.Keys).Where(IsDue))
            {
                ct.ThrowIfCancellationRequested();
                await SendAsync(reachable[person.Platform], person, ct);
            }
        }
        finally
        {
            running.Release();
        }
    }

    public void Dispose() => running.Dispose();

    private async Task SendAsync(IDigestPlatform platform, Person person, CancellationToken ct)
    {
        var taken = notes.Begin(person);
        if (taken.All(note => note.Paper is null))
        {
            notes.Confirmed(person, taken); // nothing to tell: deleted meanwhile, or the papers have left the library
            return;
        }
        try
        {
            await platform.NoteAsync(person.User, NotesReply.For(taken), ct);
        }
        catch (NotDeliveredException e)
        {
            notes.NotDelivered(person, taken, clock.GetUtcNow() - TriedFor);
            Pause(person);
            LogNotDelivered(platform.Name, e.Message);
            return;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogInDoubt(e is Skills.SkillException ? null : e, platform.Name, e.Message);
            return; // stays as sent, and is given up later
        }
        notes.Confirmed(person, taken);
        pauses.TryRemove(person, out _);
    }

    private bool IsDue(Person person) => !pauses.TryGetValue(person, out var pause) || clock.GetUtcNow() >= pause.Until;

    private void Pause(Person person)
    {
        var failures = pauses.TryGetValue(person, out var before) ? before.Failures + 1 : 1;
        var pause = FirstPause * Math.Pow(2, Math.Min(failures - 1, MostDoublings));
        pauses[person] = (failures, clock.GetUtcNow() + pause);
    }

    [LoggerMessage(LogLevel.Warning, "A private note on {Platform} did not arrive: {Problem}")]
    private partial void LogNotDelivered(string platform, string problem);

    [LoggerMessage(
        LogLevel.Warning,
        "Whether a private note on {Platform} arrived is not known; it is not sent again: {Problem}"
    )]
    private partial void LogInDoubt(Exception? exception, string platform, string problem);
}
