namespace PaperBot.DiscordSimulator;

/// <summary>Discord's ids: milliseconds since 2015 in the upper 42 bits, unique and rising.</summary>
internal sealed class Snowflakes(TimeProvider time)
{
    private const long Epoch = 1_420_070_400_000;
    private long last;

    public ulong Next()
    {
        while (true)
        {
            var seen = Volatile.Read(ref last);
            var next = Math.Max((time.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << 22, seen + 1);
            if (Interlocked.CompareExchange(ref last, next, seen) == seen)
            {
                return (ulong)next;
            }
        }
    }

    /// <summary>The moment inside an id, as Discord writes time stamps.</summary>
    public static string Iso(DateTimeOffset when) => when.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffff+00:00");
}
