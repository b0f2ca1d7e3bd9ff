using System.Globalization;
using Microsoft.Extensions.Logging;
using PaperBot.Chat;
using PaperBot.DiscordChat.Messages;
using PaperBot.DiscordChat.Rest;

namespace PaperBot.DiscordChat.Interactions;

/// <summary>
/// Answers interactions in time: at once when the answer is ready soon, else with a promise that is kept later; each once,
/// to those who should see it. Discord waits three seconds for the first word and fifteen minutes for the last.
/// </summary>
internal sealed partial class InteractionHandler(
    CommandDispatcher dispatcher,
    CommandTable table,
    CommandCompletion completion,
    DiscordRest rest,
    TimeProvider clock,
    ILogger<InteractionHandler> log
)
{
    /// <summary>The name of the command on messages, as Discord shows it.</summary>
    public const string OnMessage = "Summarize papers in this message";

    /// <summary>How long an answer may take to be given at once; the rest of the three seconds is for the way.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(1.5);

    private const string Platform = "discord";

    private readonly SeenInteractions seen = new();
    private readonly LongLines lines = new();

    /// <summary>Never throws but for a cancelled <paramref name="ct"/>: what cannot be answered is logged.</summary>
    public async Task HandleAsync(Interaction interaction, CancellationToken ct)
    {
        if (!seen.Add(interaction.Id))
        {
            return;
        }
        var desk = new AnswerDesk(rest, interaction);
        try
        {
            await (
                interaction.Kind switch
                {
                    InteractionKind.Ping => desk.FirstAsync(InteractionAnswers.ForPing(), ct),
                    InteractionKind.Autocomplete => desk.FirstAsync(Suggestions(interaction), ct),
                    InteractionKind.Command => CommandAsync(desk, interaction, ct),
                    InteractionKind.Component => PressedAsync(desk, interaction, ct),
                    InteractionKind.Modal => FilledAsync(desk, interaction, ct),
                    _ => desk.FirstAsync(Refusal(Outdated), ct),
                }
            );
        }
        catch (DiscordProblem e) when (e.IsTooLate)
        {
            LogTooLate(interaction.Kind);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            await ApologiseAsync(desk, interaction, e, ct);
        }
    }

    private Task CommandAsync(AnswerDesk desk, Interaction interaction, CancellationToken ct)
    {
        var asker = AskerOf(interaction);
        return interaction.Command == OnMessage
            ? AnswerAsync(
                desk,
                PapersOfMessageAsync(interaction.Target ?? "", asker, ct),
                new MessageLook { Alone = true, CanShare = !interaction.IsDirect },
                ct
            )
            : AnswerAsync(
                desk,
                dispatcher.DispatchAsync(interaction.Command, interaction.Values, asker, ct),
                new MessageLook { Line = new CommandRequest(interaction.Command, interaction.Values, asker).ToLine() },
                ct
            );
    }

    private Task PressedAsync(AnswerDesk desk, Interaction interaction, CancellationToken ct)
    {
        if (CustomId.Parse(interaction.CustomId) is not { } pressed)
        {
            return desk.FirstAsync(Refusal(Outdated), ct);
        }
        if (lines.Lengthen(pressed.Line) is not { } line)
        {
            return desk.FirstAsync(Refusal(Forgotten), ct);
        }
        if (pressed.Act == CustomIdAct.Fill)
        {
            return desk.FirstAsync(Form(line), ct);
        }
        var reply = dispatcher.DispatchAsync(line, AskerOf(interaction), ct);
        var look = new MessageLook { Line = line, Page = pressed.Page };
        var isOwn = interaction.OnPrivate || interaction.IsDirect || interaction.AskedBy == interaction.User;
        return pressed.Act switch
        {
            CustomIdAct.Page when isOwn => TurnAsync(
                desk,
                reply,
                look with
                {
                    Alone = interaction.OnPrivate,
                    CanShare = interaction.OnPrivate && !interaction.IsDirect,
                },
                ct
            ),
            // Somebody else's list stays where it is; the one who turned gets a copy.
            CustomIdAct.Page => AnswerAsync(desk, reply, ForPresser(look, interaction), ct),
            CustomIdAct.Share => AnswerAsync(desk, reply, look with { SharedBy = interaction.User }, ct),
            _ => AnswerAsync(desk, reply, ForPresser(look, interaction), ct),
        };
    }

    private Task FilledAsync(AnswerDesk desk, Interaction interaction, CancellationToken ct)
    {
        if (
            CustomId.Parse(interaction.CustomId) is not { Act: CustomIdAct.Filled } form
            || interaction.Values.Count == 0
        )
        {
            return desk.FirstAsync(Refusal(Outdated), ct);
        }
        var value = interaction.Values.Values.First().ReplaceLineEndings(" ").Replace('"', '\'');
        var line = $"{form.Line}\"{value}\"";
        return AnswerAsync(
            desk,
            dispatcher.DispatchAsync(line, AskerOf(interaction), ct),
            ForPresser(new MessageLook { Line = line }, interaction),
            ct
        );
    }

    // Pressed on what everybody sees, the answer is for the one who pressed, who may share it.
    private static MessageLook ForPresser(MessageLook look, Interaction interaction)
    {
        var alone = !interaction.OnPrivate && !interaction.IsDirect;
        return look with { Alone = alone, CanShare = alone };
    }

    private async Task AnswerAsync(AnswerDesk desk, Task<Reply> asked, MessageLook look, CancellationToken ct)
    {
        if (await IsSoonAsync(asked, ct))
        {
            var (ready, shown) = Shown(await asked, look);
            await desk.FirstAsync(
                InteractionAnswers.Answer(ready, shown with { Alone = look.Alone || ready.Private }),
                ct
            );
            return;
        }
        await desk.PromiseAsync(InteractionAnswers.Later(look.Alone), ct);
        var (reply, asShown) = Shown(await asked, look);
        await (
            reply.Private && !look.Alone ? desk.KeepAloneAsync(reply, asShown, ct) : desk.KeepAsync(reply, asShown, ct)
        );
    }

    private async Task TurnAsync(AnswerDesk desk, Task<Reply> asked, MessageLook look, CancellationToken ct)
    {
        if (await IsSoonAsync(asked, ct))
        {
            var (ready, shown) = Shown(await asked, look);
            await desk.FirstAsync(
                ready.Ok
                    ? InteractionAnswers.Change(ready, shown)
                    : InteractionAnswers.Answer(ready, shown with { Alone = true }), // the page that is there stays
                ct
            );
            return;
        }
        await desk.PromiseAsync(InteractionAnswers.ChangeLater(), ct);
        var (reply, asShown) = Shown(await asked, look);
        await (reply.Ok ? desk.KeepAsync(reply, asShown, ct) : desk.LeaveAsync(reply, asShown, ct));
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

    private ReadOnlyMemory<byte> Suggestions(Interaction interaction)
    {
        var option = table
            .Find(interaction.Command)
            ?.Options.FirstOrDefault(option => option.Name == interaction.Focused);
        return InteractionAnswers.Suggest(
            option is null
                ? []
                : completion.Values(
                    option,
                    interaction.Values.GetValueOrDefault(interaction.Focused, ""),
                    DiscordLimits.Suggestions
                )
        );
    }

    private ReadOnlyMemory<byte> Form(string line)
    {
        var name = line[1..].Split(' ')[0];
        var missing = new ReplyButton("", line).Asks;
        return
            table.Find(name)?.Options.FirstOrDefault(option => option.Name == missing) is { } option
            && CustomId.Of(CustomIdAct.Filled, line) is { } id
            ? InteractionAnswers.Ask(id, $"/{name}", option)
            : Refusal(Outdated);
    }

    private async Task<Reply> PapersOfMessageAsync(string message, Asker asker, CancellationToken ct)
    {
        var papers = PaperLinks.In(message);
        if (papers.Count == 0)
        {
            return Reply.Problem(
                "That message links to no paper of arXiv or Hugging Face. Try /search with a few words of its title."
            );
        }
        if (papers.Count == 1)
        {
            return await dispatcher.DispatchAsync($"/summarize paper:{papers[0].Value}", asker, ct);
        }
        var items = new List<ReplyItem>();
        foreach (var paper in papers)
        {
            var reply = await dispatcher.DispatchAsync($"/summarize paper:{paper.Value}", asker, ct);
            var said = reply.Text.Length > 0 ? reply.Text : reply.Fields.Select(field => field.Text).FirstOrDefault("");
            items.Add(
                new ReplyItem($"{items.Count + 1}.", reply.Title ?? paper.Value, reply.Link, said, "", paper.Value)
            );
        }
        return new Reply
        {
            Title = "Papers in that message",
            Items = items,
            ChoicePrompt = "Summarize one of these",
            Choices = [.. items.Select(item => new ReplyChoice(item.Title, $"/summarize paper:{item.Paper}"))],
        };
    }

    private async Task ApologiseAsync(AnswerDesk desk, Interaction interaction, Exception failure, CancellationToken ct)
    {
        var reference = Failures.NewReference();
        LogFailed(failure is DiscordProblem ? null : failure, interaction.Kind, reference, failure.Message);
        if (desk is { HasBegun: true, Owes: false })
        {
            return; // what could be said was said
        }
        try
        {
            var apology = Failures.Unforeseen(reference);
            await (
                desk.Owes ? desk.KeepAsync(apology, new MessageLook(), ct)
                : interaction.Kind == InteractionKind.Autocomplete ? desk.FirstAsync(InteractionAnswers.Suggest([]), ct) // which can show nothing else
                : desk.FirstAsync(InteractionAnswers.Answer(apology, new MessageLook { Alone = true }), ct)
            );
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogUnanswered(interaction.Kind, reference, e.Message);
        }
    }

    // From a version of PaperBot that wrote its buttons otherwise.
    private const string Outdated =
        "That button is from an older PaperBot and does nothing any more. Ask again: /help lists the commands.";

    private const string Forgotten =
        "PaperBot was started anew since that answer and does not remember so long a question. Ask it again.";

    private static ReadOnlyMemory<byte> Refusal(string sentence) =>
        InteractionAnswers.Answer(Reply.Problem(sentence), new MessageLook { Alone = true });

    private static Asker AskerOf(Interaction interaction) =>
        new(Platform, interaction.User.ToString(CultureInfo.InvariantCulture));

    [LoggerMessage(LogLevel.Warning, "An answer to an interaction ({Kind}) came too late for Discord.")]
    private partial void LogTooLate(InteractionKind kind);

    [LoggerMessage(LogLevel.Error, "An interaction ({Kind}) failed, reference {Reference}: {Problem}")]
    private partial void LogFailed(Exception? exception, InteractionKind kind, string reference, string problem);

    [LoggerMessage(LogLevel.Warning, "The asker of {Reference} ({Kind}) could not be told either: {Problem}")]
    private partial void LogUnanswered(InteractionKind kind, string reference, string problem);
}
