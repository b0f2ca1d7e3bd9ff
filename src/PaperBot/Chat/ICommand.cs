namespace PaperBot.Chat;

/// <summary>One slash command: answers with a value and never sends anything itself.</summary>
internal interface ICommand
{
    /// <summary>
    /// Without the slash: 1 to 32 lower-case letters, as Discord asks; or two such words, of a group of commands that
    /// share the first one.
    /// </summary>
    string Name { get; }

    /// <summary>Of a group: what its commands have in common, in 1 to 100 characters; said by the first of them.</summary>
    string? GroupDescription => null;

    /// <summary>For people who may manage the server, and the operator.</summary>
    bool NeedsManager => false;

    /// <summary>It is about the server where it is asked, and so cannot be asked elsewhere but by the operator.</summary>
    bool InServersOnly => NeedsManager;

    /// <summary>What it does, in 1 to 100 characters.</summary>
    string Description { get; }

    IReadOnlyList<CommandOption> Options { get; }

    /// <summary>A line that works when typed as it is.</summary>
    string Example { get; }

    /// <summary>When it is given up; null: as all others.</summary>
    TimeSpan? TimeLimit => null;

    /// <exception cref="Skills.SkillException">It cannot be done; the message says why, to the asker.</exception>
    Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct);
}
