using Microsoft.Extensions.Logging;
using PaperBot.Chat;
using PaperBot.DiscordChat.Messages;

namespace PaperBot.DiscordChat.Interactions;

/// <summary>
/// Brings what was asked to those who should see it: at once where it is ready soon, else with a promise, in whose place it
/// grows and is kept. Discord waits three seconds for the first word and fifteen minutes for the last.
/// </summary>
internal sealed partial class AnswerInTime(LongLines lines, TimeProvider clock, ILogger<AnswerInTime> log)
{
    /// <summary>How long an answer may take to be given at once; the rest of the three seconds is for the way.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(1.5);

    // The whole answer waits for a part that is on its way, lest the part comes last; not for long.
    private static readonly TimeSpan PartLimit = TimeSpan.FromSeconds(5);

    /// <summary>As a new message.</summary>
    /// <param name="ask">Begins to answer, and tells what is ready.</param>
    public async Task GiveAsync(
        AnswerDesk desk,
        Func<Action<Reply>, Task<Reply>> ask,
        MessageLook look,
        CancellationToken ct
    )
    {
        var growing = new GrowingAnswer();
        var asked = ask(growing.Hear);
        if (await IsSoonAsync(asked, ct))
        {
            await desk.FirstAsync(Answer(await asked, look), ct);
            return;
        }
        await desk.PromiseAsync(look.Alone, ct);
        await growing.ShowAsync(asked, soFar => ShowAsync(desk, soFar, look, ct), clock, ct);
        var message = Answer(await asked, look);
        await (message.Alone && !look.Alone ? desk.KeepAloneAsync(message, ct) : desk.KeepAsync(message, ct));
    }

    /// <summary>In place of the message that the button is on; where that cannot be, it stays, and who pressed is told.</summary>
    /// <param name="openly">Others see that message: an answer for one alone is not put there.</param>
    public async Task ReplaceAsync(
        AnswerDesk desk,
        Func<Action<Reply>, Task<Reply>> ask,
        MessageLook look,
        bool openly,
        CancellationToken ct
    )
    {
        var asked = ask(_ => { });
        var isSoon = await IsSoonAsync(asked, ct);
        if (!isSoon)
        {
            await desk.PromiseChangeAsync(ct);
        }
        var (reply, asShown) = Shown(await asked, look);
        var takesPlace = reply.Ok && !(openly && reply.Private);
        var message = DiscordMessage.From(reply, takesPlace ? asShown : asShown with { Alone = true });
        await (
            (takesPlace, isSoon) switch
            {
                (true, true) => desk.ChangeAsync(message, ct),
                (true, false) => desk.KeepAsync(message, ct),
                (false, true) => desk.FirstAsync(message, ct),
                (false, false) => desk.LeaveAsync(message, ct),
            }
        );
    }

    private DiscordMessage Answer(Reply reply, MessageLook look)
    {
        var (shown, asShown) = Shown(reply, look);
        return DiscordMessage.From(
            shown,
            asShown with
            {
                Alone = look.Alone || (reply.Private && !(reply.Ok && look.SharedBy is not null)),
                AskedOpenly = !look.Alone,
            }
        );
    }

    // With lines that fit into buttons: the reply's own, with ids, rather than the one that was typed.
    private (Reply Reply, MessageLook Look) Shown(Reply reply, MessageLook look) =>
        (
            lines.Shorten(reply),
            look with
            {
                Line = (reply.Again ?? look.Line) is { } line && reply.Ok ? lines.Shorten(line) : null,
            }
        );

    // Nothing can be pressed before it is whole. If it cannot be shown, the whole answer still can.
    private async Task ShowAsync(AnswerDesk desk, Reply soFar, MessageLook look, CancellationToken ct)
    {
        if (soFar.Private && !look.Alone)
        {
            return;
        }
        using var limit = new CancellationTokenSource(PartLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            var message = DiscordMessage.From(
                soFar with
                {
                    Buttons = [],
                    Choices = [],
                },
                new MessageLook { Alone = look.Alone, SharedBy = look.SharedBy }
            );
            await desk.ShowAsync(message, either.Token);
        }
        catch (Exception e)
            when (e is DiscordProblem || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            LogNotShown(e.Message);
        }
    }

    private async Task<bool> IsSoonAsync(Task asked, CancellationToken ct)
    {
        if (asked.IsCompleted)
        {
            return true;
        }
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var first = await Task.WhenAny(asked, Task.Delay(Soon, clock, enough.Token));
        await enough.CancelAsync();
        return first == asked;
    }

    [LoggerMessage(LogLevel.Debug, "A part of an answer could not be shown: {Problem}")]
    private partial void LogNotShown(string problem);
}
