namespace PaperBot.DiscordChat.Gateway;

/// <summary>
/// Pure: how long to wait before the next try: twice as long each time up to half a minute, and by chance only a part of it, so
/// that a thousand bots do not come back at once (https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/).
/// </summary>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <param name="failures">Tries that failed in a row; none: no wait.</param>
    /// <param name="chance">0 to 1.</param>
    /// <param name="longest">Half a minute where it is not said.</param>
    public static TimeSpan Wait(int failures, double chance, TimeSpan? longest = null)
    {
        if (failures <= 0)
        {
            return TimeSpan.Zero;
        }
        var whole = First * Math.Pow(2, Math.Min(failures - 1, 10));
        return (whole < (longest ?? Longest) ? whole : longest ?? Longest) * (0.5 + chance / 2);
    }
}
