using PaperBot.Daily;
using PaperBot.Skills.Digests;
using PaperBot.Skills.Storage;

namespace PaperBot.Digests;

/// <summary>
/// One round: settle what is in doubt, plan what is due, add what came late, send what is open. It may be cut off anywhere and
/// run again.
/// </summary>
internal sealed class DigestRun(
    DigestPlanner planner,
    LatePapers late,
    DigestPostman postman,
    OperatorAlerts alerts,
    ServerNews news,
    VersionNotices versions,
    NotesRun notes,
    DueDigests due,
    DigestOutbox outbox,
    Database database
)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(200); // of real time: how long planning takes is no matter of the hour

    public async Task RunAsync(CancellationToken ct)
    {
        using var alone = await RunLock.TakeAsync(database.Path, ct, ".digests");
        await news.ActAsync(ct);
        var isDue = due.Now().Count > 0;
        if (isDue)
        {
            // What was begun before a crash or an outage first: whether it arrived decides what the next one makes up for.
            await postman.DeliverAsync(ct, IsInDoubt);
            await PlanAsync(ct);
        }
        versions.Plan();
        await late.SettleAsync(ct);
        await postman.DeliverAsync(ct);
        if (isDue)
        {
            await notes.RunAsync(ct); // after the digests, and once a gathering: nobody gets a note a minute
        }
        await alerts.TellAsync(ct);
    }

    // What is planned first is sent while the rest is planned. Older posts may be taken back meanwhile, so they wait.
    private async Task PlanAsync(CancellationToken ct)
    {
        var newest = outbox.Newest();
        var planning = Task.Run(() => planner.PlanAsync(ct), ct);
        try
        {
            while (!planning.IsCompleted)
            {
                await Task.WhenAny(planning, Task.Delay(Soon, CancellationToken.None));
                await postman.DeliverAsync(ct, post => post.Post > newest);
            }
        }
        finally
        {
            await planning; // not beyond this round, which is alone with the library
        }
    }

    /// <summary>Ahead of the hour.</summary>
    public Task PrepareAsync(TimeSpan ahead, CancellationToken ct) => planner.PrepareAsync(ahead, ct);

    private bool IsInDoubt(OpenPost post) => outbox.Parts(post.Post).Any(part => part.State == DigestPartState.Sent);
}
