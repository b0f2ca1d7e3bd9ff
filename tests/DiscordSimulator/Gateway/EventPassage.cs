namespace PaperBot.DiscordSimulator.Gateway;

/// <summary>One event on its way to one session: when and on which connections it went out.</summary>
/// <param name="On">The connection that it was sent on at once; null for none.</param>
/// <param name="IntoSilence">There was a connection, and it had gone silent.</param>
internal sealed record EventPassage(
    GatewaySession Session,
    long Sequence,
    long At,
    GatewayClient? On,
    bool IntoSilence,
    TimeProvider Time
)
{
    public Reach Within(TimeSpan limit, TimeSpan standing)
    {
        var replays = Session.Replays.Where(replay => replay.After < Sequence && replay.At >= At);
        var sent = replays.Select(replay => (replay.Client, replay.At)).ToList();
        if (On is not null)
        {
            sent.Add((On, At));
        }
        sent.RemoveAll(delivery => Time.GetElapsedTime(At, delivery.At) > limit);
        if (sent.Count == 0)
        {
            return IntoSilence ? Reach.Silence : Reach.Nobody;
        }
        // The bot's own word counts too: who names a later event in a heartbeat or a resume has had this one.
        return Session.Heard >= Sequence || sent.Exists(delivery => Stood(delivery.Client, delivery.At, standing))
            ? Reach.Reached
            : Reach.CutOff;
    }

    private bool Stood(GatewayClient client, long at, TimeSpan standing) =>
        IsLater(client.EndedAt, at, standing) && IsLater(client.SilentAt, at, standing);

    private bool IsLater(long? end, long at, TimeSpan standing) =>
        end is not { } when || Time.GetElapsedTime(at, when) >= standing;
}
