using PaperBot.Chat;

namespace PaperBot.DiscordChat.Messages;

/// <summary>
/// Pure: a reply as a Discord message, every text escaped and within its limit. It calls nobody: whoever sends it switches
/// mentions off.
/// </summary>
/// <param name="Content">Above the embed; empty where there is nothing to say.</param>
/// <param name="Menu">Null where there is nothing to choose.</param>
/// <param name="Buttons">In rows.</param>
internal sealed record DiscordMessage(
    string Content,
    DiscordEmbed Embed,
    MessageMenu? Menu,
    IReadOnlyList<IReadOnlyList<MessageButton>> Buttons
)
{
    /// <summary>Only the asker sees it; said of a new message, for it cannot be changed in an old one.</summary>
    public bool Alone { get; init; }

    /// <summary>Who of those that <see cref="Content"/> names is called by it; 100 at most. An edit calls nobody.</summary>
    public IReadOnlyList<ulong> Calls { get; init; } = [];

    /// <summary>Without a sound on anybody's device; said of a new message.</summary>
    public bool Quiet { get; init; }

    /// <summary>By which Discord knows a message that is sent a second time; null for answers.</summary>
    public string? Nonce { get; init; }

    public IReadOnlyList<MessageFile> Files { get; init; } = [];

    /// <summary>The same for a channel where PaperBot may not attach files; what a picture says stands in words.</summary>
    public DiscordMessage WithoutFiles()
    {
        if (Files.Count == 0)
        {
            return this;
        }
        var words = string.Join('\n', Files.Select(file => file.AltText).Where(text => text.Length > 0));
        var room = DiscordLimits.AllEmbeds - Embed.Length - 2;
        var footer = Embed.Footer.Length > 0 ? $"{Embed.Footer}\n{words}" : words;
        return this with
        {
            Files = [],
            Embed = Embed with
            {
                Picture = null,
                Footer = DiscordText.FitPlain(
                    footer,
                    Math.Min(Embed.Footer.Length + Math.Max(0, room), DiscordLimits.Footer)
                ),
            },
        };
    }

    public static DiscordMessage From(Reply reply, MessageLook look)
    {
        reply = MessageFiles.Fitting(reply);
        var pages = DiscordEmbeds.Pages(reply);
        var shown = Math.Clamp(look.Page, 0, pages.Count - 1);
        IReadOnlyList<ulong> calls = [.. look.Calls.Distinct().Take(DiscordLimits.Calls)];
        return new DiscordMessage(
                // A sharer's name is shown and, mentions being off, calls nobody.
                look.SharedBy
                    is { } sharer
                    ? $"-# Shared by <@{sharer}>"
                : calls.Count > 0 ? $"-# {string.Join(' ', calls.Select(user => $"<@{user}>"))}"
                : "",
            pages[shown] with
            {
                Picture = MessageFiles.Picture(reply),
            },
            MenuOf(reply, look),
            [
                .. ButtonsOf(reply, look with { Page = shown }, pages.Count)
                    .Chunk(DiscordLimits.ButtonsPerRow)
                    .Take(DiscordLimits.Rows - 1),
            ]
        )
        {
            Alone = look.Alone,
            Calls = calls,
            Quiet = look.Quiet,
            Nonce = look.Nonce,
            Files = MessageFiles.Of(reply),
        };
    }

    private static List<MessageButton> ButtonsOf(Reply reply, MessageLook look, int pages)
    {
        var (line, page) = (look.Line, look.Page);
        var buttons = new List<MessageButton>();
        if (line is not null && pages > 1)
        {
            Add("◀", page > 0 ? CustomId.Of(CustomIdAct.Page, line, page - 1) : null);
            Add("▶", page < pages - 1 ? CustomId.Of(CustomIdAct.Page, line, page + 1) : null, isMain: true);
        }
        foreach (var button in reply.Buttons)
        {
            Add(button.Label, CustomId.Of(ActOf(button), button.Command));
        }
        if (look is { CanShare: true, Alone: true } && reply.Ok && line is not null)
        {
            Add("Share", CustomId.Of(CustomIdAct.Share, line, page));
        }
        return [.. buttons.DistinctBy(button => button.Id)];

        void Add(string label, string? id, bool isMain = false)
        {
            if (id is not null)
            {
                buttons.Add(new MessageButton(DiscordText.FitPlain(label, DiscordLimits.ButtonLabel), id, isMain));
            }
        }
    }

    private static CustomIdAct ActOf(ReplyButton button) =>
        button.Picks ? CustomIdAct.Pick
        : button.Asks is not null ? CustomIdAct.Fill
        : button.Replaces ? CustomIdAct.Replace
        : CustomIdAct.Ask;

    private static MessageMenu? MenuOf(Reply reply, MessageLook look)
    {
        var act = !reply.Ok && look.AskedOpenly ? CustomIdAct.Mend : CustomIdAct.Ask;
        var options = reply
            .Choices.Select(choice => new MessageOption(
                DiscordText.FitPlain(choice.Label, DiscordLimits.OptionLabel),
                CustomId.Of(choice.Command.EndsWith(':') ? CustomIdAct.Fill : act, choice.Command) ?? ""
            ))
            .Where(option => option is { Label.Length: > 0, Value.Length: > 0 })
            .DistinctBy(option => option.Value)
            .Take(DiscordLimits.Options)
            .ToList();
        return options.Count == 0
            ? null
            : new MessageMenu(
                CustomId.Menu,
                DiscordText.FitPlain(reply.ChoicePrompt, DiscordLimits.Placeholder),
                options
            );
    }
}

/// <param name="Id">What it stands for; see <see cref="CustomId"/>.</param>
/// <param name="IsMain">It stands out.</param>
internal sealed record MessageButton(string Label, string Id, bool IsMain);

/// <summary>A menu of which one option is chosen.</summary>
/// <param name="Prompt">Shown while nothing is chosen.</param>
/// <param name="Options">1 to 25.</param>
internal sealed record MessageMenu(string Id, string Prompt, IReadOnlyList<MessageOption> Options);

/// <param name="Value">What it stands for; see <see cref="CustomId"/>.</param>
internal sealed record MessageOption(string Label, string Value);

/// <summary>A form with one line to fill in.</summary>
/// <param name="Id">What it stands for; see <see cref="CustomId"/>.</param>
/// <param name="Field">The id of the line.</param>
/// <param name="Hint">Under the label.</param>
internal sealed record MessageForm(string Id, string Title, string Field, string Label, string Hint)
{
    /// <param name="command">Whose option it asks for.</param>
    public static MessageForm Of(string id, string command, CommandOption option) =>
        new(
            id,
            DiscordText.FitPlain($"/{command}", DiscordLimits.FormTitle),
            option.Name,
            DiscordText.FitPlain(Prompt(option), DiscordLimits.FormLabel),
            DiscordText.FitPlain(option.Description, DiscordLimits.FormDescription)
        );

    private static string Prompt(CommandOption option) =>
        option.Kind == OptionKind.Paper ? "Paper" : char.ToUpperInvariant(option.Name[0]) + option.Name[1..];
}
