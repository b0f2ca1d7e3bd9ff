namespace PaperBot.DiscordChat.Rest;

/// <summary>What routes share; one at a time until an answer says more.</summary>
internal sealed class RateLimitBucket
{
    private const double SameWindow = 0.05; // seconds: the header is rounded

    private int limit = 1;
    private int remaining = 1;
    private TimeSpan? fullAgain; // null: full, or nothing is known
    private TimeSpan closedUntil; // by a 429
    private double window;

    public int UnderWay { get; set; }

    public TimeSpan Opens(TimeSpan now)
    {
        if (fullAgain <= now)
        {
            (remaining, fullAgain) = (limit, null);
        }
        return closedUntil > now ? closedUntil
            : remaining > UnderWay ? now
            : fullAgain ?? RateLimits.Never;
    }

    // Answers overtake each other: of the same window the lowest count is the latest, one of a window before says nothing.
    public void Learn(RateLimitWords words, TimeSpan until, TimeSpan now)
    {
        if (words.Window > 0 && words.Window < window - SameWindow)
        {
            return;
        }
        var isSame = words.Window > 0 && words.Window <= window + SameWindow;
        if (isSame && !(fullAgain > now))
        {
            return; // that window is over
        }
        limit = words.Limit;
        remaining = isSame ? Math.Min(remaining, words.Remaining) : words.Remaining;
        fullAgain = isSame && fullAgain < until ? fullAgain : until; // each is late by the way the answer took
        window = Math.Max(window, words.Window);
    }

    public void HasNoLimit()
    {
        if (fullAgain is null && window == 0)
        {
            limit = remaining = RateLimits.MostPerSecond;
        }
    }

    public void CloseUntil(TimeSpan until) => closedUntil = closedUntil > until ? closedUntil : until;

    public bool IsIdle(TimeSpan now) => UnderWay == 0 && !(fullAgain > now) && closedUntil <= now;
}
