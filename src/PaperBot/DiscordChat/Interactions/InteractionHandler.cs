using System.Globalization;
using Microsoft.Extensions.Logging;
using PaperBot.Chat;
using PaperBot.DiscordChat.Messages;

namespace PaperBot.DiscordChat.Interactions;

/// <summary>
/// Answers interactions in time: at once when the answer is ready soon, else with a promise that is kept later; each once,
/// to those who should see it. Discord waits three seconds for the first word and fifteen minutes for the last.
/// </summary>
internal sealed partial class InteractionHandler(
    CommandDispatcher dispatcher,
    CommandTable table,
    CommandCompletion completion,
    PapersOfMessage papers,
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
    public async Task HandleAsync(Interaction interaction, IInteractionAnswers answers, CancellationToken ct)
    {
        if (!seen.Add(interaction.Id))
        {
            return;
        }
        var desk = new AnswerDesk(answers);
        try
        {
            await (
                interaction.Kind switch
                {
                    InteractionKind.Autocomplete => desk.SuggestAsync(Suggestions(interaction), ct),
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
        var look = new MessageLook { CanShare = !interaction.IsDirect };
        return interaction.Command == OnMessage
            ? AnswerAsync(desk, papers.AskAsync(interaction.Target ?? "", asker, ct), look with { Alone = true }, ct)
            : AnswerAsync(
                desk,
                dispatcher.DispatchAsync(interaction.Command, interaction.Values, asker, ct),
                look with
                {
                    Line = new CommandRequest(interaction.Command, interaction.Values, asker).ToLine(),
                },
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
            return Form(line) is { } form ? desk.AskAsync(form, ct) : desk.FirstAsync(Refusal(Outdated), ct);
        }
        var asker = AskerOf(interaction);
        var reply = PapersOfMessage.IsLine(line)
            ? papers.AgainAsync(line, asker, ct)
            : dispatcher.DispatchAsync(line, asker, ct);
        var look = new MessageLook
        {
            Line = line,
            Page = pressed.Page,
            CanShare = !interaction.IsDirect,
        };
        var isOwn = interaction.OnPrivate || interaction.IsDirect || interaction.AskedBy == interaction.User;
        return pressed.Act switch
        {
            CustomIdAct.Page when isOwn => TurnAsync(desk, reply, look with { Alone = interaction.OnPrivate }, ct),
            CustomIdAct.Share => AnswerAsync(desk, reply, look with { SharedBy = interaction.User }, ct),
            CustomIdAct.Mend => AnswerAsync(desk, reply, look, ct),
            // Somebody else's list stays where it is; the one who turned gets a copy.
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
            ForPresser(new MessageLook { Line = line, CanShare = !interaction.IsDirect }, interaction),
            ct
        );
    }

    // What a press brings is for the one who pressed, who may share it; where nobody else is, there is nothing to hide.
    private static MessageLook ForPresser(MessageLook look, Interaction interaction) =>
        look with
        {
            Alone = interaction.OnPrivate || !interaction.IsDirect,
        };

    private async Task AnswerAsync(AnswerDesk desk, Task<Reply> asked, MessageLook look, CancellationToken ct)
    {
        if (await IsSoonAsync(asked, ct))
        {
            await desk.FirstAsync(Answer(await asked, look), ct);
            return;
        }
        await desk.PromiseAsync(look.Alone, ct);
        var message = Answer(await asked, look);
        await (message.Alone && !look.Alone ? desk.KeepAloneAsync(message, ct) : desk.KeepAsync(message, ct));
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

    private async Task TurnAsync(AnswerDesk desk, Task<Reply> asked, MessageLook look, CancellationToken ct)
    {
        if (await IsSoonAsync(asked, ct))
        {
            var (ready, shown) = Shown(await asked, look);
            await (
                ready.Ok
                    ? desk.ChangeAsync(DiscordMessage.From(ready, shown), ct)
                    : desk.FirstAsync(DiscordMessage.From(ready, shown with { Alone = true }), ct) // the page that is there stays
            );
            return;
        }
        await desk.PromiseChangeAsync(ct);
        var (reply, asShown) = Shown(await asked, look);
        var message = DiscordMessage.From(reply, asShown);
        await (reply.Ok ? desk.KeepAsync(message, ct) : desk.LeaveAsync(message, ct));
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

    private IReadOnlyList<Suggestion> Suggestions(Interaction interaction)
    {
        var option = table
            .Find(interaction.Command)
            ?.Options.FirstOrDefault(option => option.Name == interaction.Focused);
        return option is null
            ? []
            :
            [
                .. Fitting(
                    completion.Values(
                        option,
                        interaction.Values.GetValueOrDefault(interaction.Focused, ""),
                        DiscordLimits.Suggestions
                    )
                ),
            ];
    }

    private static IEnumerable<Suggestion> Fitting(IEnumerable<Suggestion> suggestions) =>
        suggestions
            .Where(suggestion => suggestion.Value.Length is > 0 and <= DiscordLimits.SuggestionText)
            .Select(suggestion =>
                suggestion with
                {
                    Label = DiscordText.FitPlain(suggestion.Label, DiscordLimits.SuggestionText),
                }
            )
            .Where(suggestion => suggestion.Label.Length > 0)
            .Take(DiscordLimits.Suggestions);

    // Null where no command has such an option any more.
    private MessageForm? Form(string line)
    {
        var name = line[1..].Split(' ')[0];
        var missing = new ReplyButton("", line).Asks;
        return
            table.Find(name)?.Options.FirstOrDefault(option => option.Name == missing) is { } option
            && CustomId.Of(CustomIdAct.Filled, line) is { } id
            ? MessageForm.Of(id, name, option)
            : null;
    }

    private async Task ApologiseAsync(AnswerDesk desk, Interaction interaction, Exception failure, CancellationToken ct)
    {
        var reference = Failures.NewReference();
        LogFailed(failure is DiscordProblem ? null : failure, interaction.Kind, reference, failure.Message);
        if (desk.IsSettled)
        {
            return;
        }
        try
        {
            await (
                interaction.Kind == InteractionKind.Autocomplete
                    ? desk.SuggestAsync([], ct) // which can show nothing else
                    : desk.ApologiseAsync(
                        DiscordMessage.From(Failures.Unforeseen(reference), new MessageLook { Alone = true }),
                        ct
                    )
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

    private static DiscordMessage Refusal(string sentence) =>
        DiscordMessage.From(Reply.Problem(sentence), new MessageLook { Alone = true });

    private static Asker AskerOf(Interaction interaction) =>
        new(Platform, interaction.User.ToString(CultureInfo.InvariantCulture));

    [LoggerMessage(LogLevel.Warning, "An answer to an interaction ({Kind}) came too late for Discord.")]
    private partial void LogTooLate(InteractionKind kind);

    [LoggerMessage(LogLevel.Error, "An interaction ({Kind}) failed, reference {Reference}: {Problem}")]
    private partial void LogFailed(Exception? exception, InteractionKind kind, string reference, string problem);

    [LoggerMessage(LogLevel.Warning, "The asker of {Reference} ({Kind}) could not be told either: {Problem}")]
    private partial void LogUnanswered(InteractionKind kind, string reference, string problem);
}
