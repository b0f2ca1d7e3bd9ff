using System.Globalization;
using Microsoft.Extensions.Logging;
using PaperBot.Chat;
using PaperBot.DiscordChat.Messages;

namespace PaperBot.DiscordChat.Interactions;

/// <summary>
/// Answers each interaction once: what was asked, and who should see the answer. <see cref="AnswerInTime"/> brings it.
/// </summary>
internal sealed partial class InteractionHandler(
    CommandDispatcher dispatcher,
    CommandTable table,
    TypedSuggestions suggestions,
    PapersOfMessage papers,
    LongLines lines,
    AnswerInTime answer,
    ILogger<InteractionHandler> log
)
{
    /// <summary>The name of the command on messages, as Discord shows it.</summary>
    public const string OnMessage = "Summarize papers in this message";

    private const string Platform = "discord";

    private readonly SeenInteractions seen = new();

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
                    InteractionKind.Autocomplete => desk.SuggestAsync(suggestions.For(interaction), ct),
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
            ? answer.GiveAsync(
                desk,
                _ => papers.AskAsync(interaction.Target ?? "", asker, ct),
                look with
                {
                    Alone = true,
                },
                ct
            )
            : answer.GiveAsync(
                desk,
                soFar => dispatcher.DispatchAsync(interaction.Command, interaction.Values, asker, ct, soFar),
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
        if (pressed.Act == CustomIdAct.Pick)
        {
            return desk.FirstAsync(WhichPaper(interaction, line), ct);
        }
        var asker = AskerOf(interaction);
        var look = new MessageLook
        {
            Line = line,
            Page = pressed.Page,
            CanShare = !interaction.IsDirect,
        };
        var isOwn = interaction.OnPrivate || interaction.IsDirect || interaction.AskedBy == interaction.User;
        var isForOthers = !interaction.OnPrivate && !interaction.IsDirect;
        var there = look with { Alone = interaction.OnPrivate };
        return pressed.Act switch
        {
            CustomIdAct.Page when isOwn => answer.ReplaceAsync(desk, Ask, there, openly: false, ct),
            CustomIdAct.Replace => answer.ReplaceAsync(desk, Ask, there, isForOthers, ct),
            CustomIdAct.Share => answer.GiveAsync(desk, Ask, look with { SharedBy = interaction.User }, ct),
            CustomIdAct.Mend => answer.GiveAsync(desk, Ask, look, ct),
            // Somebody else's list stays where it is; the one who turned gets a copy.
            _ => answer.GiveAsync(desk, Ask, ForPresser(look, interaction), ct),
        };

        Task<Reply> Ask(Action<Reply> soFar) =>
            PapersOfMessage.IsLine(line)
                ? papers.AgainAsync(line, asker, ct)
                : dispatcher.DispatchAsync(line, asker, ct, soFar);
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
        return answer.GiveAsync(
            desk,
            soFar => dispatcher.DispatchAsync(line, AskerOf(interaction), ct, soFar),
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

    // Whose menu names the papers: each runs the button's line with its own id.
    private static DiscordMessage WhichPaper(Interaction interaction, string line)
    {
        var button = new ReplyButton("", line);
        var choices = interaction
            .Offered.Select(option => (option.Label, Paper: PaperIn(option.Value)))
            .Where(option => option.Paper.Length > 0)
            .Select(option => new ReplyChoice(option.Label, button.For(option.Paper)))
            .ToList();
        return choices.Count == 0
            ? Refusal(Outdated)
            : DiscordMessage.From(
                new Reply
                {
                    Text = "Which paper do you mean?",
                    Choices = choices,
                    ChoicePrompt = "Pick a paper",
                },
                new MessageLook { Alone = true }
            );
    }

    // /summarize paper:1905.11946
    private static string PaperIn(string option) =>
        CustomId.Parse(option)?.Line is { } line
        && line.LastIndexOf(" paper:", StringComparison.Ordinal) is > 0 and var at
            ? line[(at + " paper:".Length)..]
            : "";

    // Null where no command has such an option any more.
    private MessageForm? Form(string line)
    {
        var (command, name, _) = table.Read(line[1..]);
        var missing = new ReplyButton("", line).Asks;
        return
            command?.Options.FirstOrDefault(option => option.Name == missing) is { } option
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

    public static Asker AskerOf(Interaction interaction) =>
        new(Platform, interaction.User.ToString(CultureInfo.InvariantCulture))
        {
            Server = interaction.Guild?.ToString(CultureInfo.InvariantCulture) ?? "",
            Channel = interaction.Channel?.ToString(CultureInfo.InvariantCulture) ?? "",
            Name = interaction.UserName,
            MayManage = interaction.MayManage,
            Locale = interaction.Locale,
        };

    [LoggerMessage(LogLevel.Warning, "An answer to an interaction ({Kind}) came too late for Discord.")]
    private partial void LogTooLate(InteractionKind kind);

    [LoggerMessage(LogLevel.Error, "An interaction ({Kind}) failed, reference {Reference}: {Problem}")]
    private partial void LogFailed(Exception? exception, InteractionKind kind, string reference, string problem);

    [LoggerMessage(LogLevel.Warning, "The asker of {Reference} ({Kind}) could not be told either: {Problem}")]
    private partial void LogUnanswered(InteractionKind kind, string reference, string problem);
}
