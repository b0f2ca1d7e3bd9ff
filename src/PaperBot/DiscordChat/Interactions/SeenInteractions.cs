namespace PaperBot.DiscordChat.Interactions;

/// <summary>The last interactions, so that one that Discord sends twice is answered once.</summary>
internal sealed class SeenInteractions
{
    // A resumed session repeats what was not acknowledged: seconds, at thousands a second in the worst case.
    private const int Most = 16_384;

    private readonly Lock guard = new();
    private readonly HashSet<ulong> ids = [];
    private readonly Queue<ulong> oldest = new();

    /// <returns>False where it was seen before.</returns>
    public bool Add(ulong id)
    {
        lock (guard)
        {
            if (!ids.Add(id))
            {
                return false;
            }
            oldest.Enqueue(id);
            if (oldest.Count > Most)
            {
                ids.Remove(oldest.Dequeue());
            }
            return true;
        }
    }
}
