using System.Globalization;

namespace PaperBot.DiscordChat.Messages;

/// <summary>
/// Pure: what a button or a menu stands for, in the 100 characters that Discord keeps for it, so that it still works after
/// a restart.
/// </summary>
/// <param name="Act">What pressing it does.</param>
/// <param name="Page">From 0.</param>
/// <param name="Line">The command line that is run.</param>
internal sealed record CustomId(CustomIdAct Act, int Page, string Line)
{
    /// <summary>Of a menu, whose options hold the lines.</summary>
    public const string Menu = "menu";

    private const char Version = '1';

    /// <returns>Null where the line is too long for it.</returns>
    public static string? Of(CustomIdAct act, string line, int page = 0)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{Version}{(char)act}{page}{line}");
        return id.Length <= DiscordLimits.CustomId ? id : null;
    }

    /// <returns>Null where this version did not write it.</returns>
    public static CustomId? Parse(string id)
    {
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        return
            slash > 2
            && id[0] == Version
            && Enum.IsDefined((CustomIdAct)id[1])
            && int.TryParse(id.AsSpan(2, slash - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? new CustomId((CustomIdAct)id[1], page, id[slash..])
            : null;
    }
}

internal enum CustomIdAct
{
    /// <summary>Ask something new: a new answer.</summary>
    Ask = 'a',

    /// <summary>
    /// Ask what was meant, where the question was one for everybody and only its refusal was private: as openly again.
    /// </summary>
    Mend = 'd',

    /// <summary>Turn the page of this answer.</summary>
    Page = 'p',

    /// <summary>Ask something whose answer takes the place of this one, for everybody who sees it.</summary>
    Replace = 'r',

    /// <summary>Show a private answer to everybody.</summary>
    Share = 's',

    /// <summary>Ask for the value that the line lacks: opens a form.</summary>
    Fill = 'f',

    /// <summary>Ask which of the message's papers is meant: answers with a menu of them.</summary>
    Pick = 'c',

    /// <summary>The form that was opened so.</summary>
    Filled = 'm',
}
