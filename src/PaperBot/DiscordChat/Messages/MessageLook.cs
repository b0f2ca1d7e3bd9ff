namespace PaperBot.DiscordChat.Messages;

/// <summary>How a reply is shown as a message, apart from what it says.</summary>
internal sealed record MessageLook
{
    /// <summary>What asks the same again, for turning pages and sharing; null where nothing does.</summary>
    public string? Line { get; init; }

    /// <summary>From 0; beyond the last one means the last one.</summary>
    public int Page { get; init; }

    /// <summary>Only the asker sees it.</summary>
    public bool Alone { get; init; }

    /// <summary>If only the asker sees it, it has a button that shows it to everybody.</summary>
    public bool CanShare { get; init; }

    /// <summary>The question was asked for everybody, even if its answer turns out to be for the asker alone.</summary>
    public bool AskedOpenly { get; init; }

    /// <summary>Whose private answer it was; null where it was none.</summary>
    public ulong? SharedBy { get; init; }

    /// <summary>Whom it calls, people who asked for it; only as many as Discord takes are called.</summary>
    public IReadOnlyList<ulong> Calls { get; init; } = [];

    /// <summary>Nobody's device makes a sound for it.</summary>
    public bool Quiet { get; init; }

    /// <summary>By which Discord knows a message that is sent a second time, 25 characters at most; null for answers.</summary>
    public string? Nonce { get; init; }
}
