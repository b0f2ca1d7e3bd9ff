using System.Threading.Channels;
using PaperBot.Chat;

namespace PaperBot.DiscordChat.Interactions;

/// <summary>What is ready of an answer that takes long: heard as often as it grows, shown at most once a second.</summary>
internal sealed class GrowingAnswer
{
    /// <summary>Between two changes of a message.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    // Of what was not shown yet only the newest counts.
    private readonly Channel<Reply> ready = Channel.CreateBounded<Reply>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest }
    );

    public void Hear(Reply soFar) => ready.Writer.TryWrite(soFar);

    /// <summary>Until the whole answer is there; nothing is being shown any more when this ends.</summary>
    /// <param name="show">Shows it in the place of what was shown before.</param>
    public async Task ShowAsync(Task whole, Func<Reply, Task> show, TimeProvider clock, CancellationToken ct)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        while (
            await Task.WhenAny(whole, ready.Reader.WaitToReadAsync(enough.Token).AsTask()) != whole
            && ready.Reader.TryRead(out var soFar)
        )
        {
            await show(soFar);
            await Task.WhenAny(whole, Task.Delay(Between, clock, enough.Token));
        }
        await enough.CancelAsync();
    }
}
