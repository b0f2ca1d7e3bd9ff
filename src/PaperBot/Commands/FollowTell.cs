using PaperBot.Chat;
using PaperBot.Skills;

namespace PaperBot.Commands;

/// <summary>Pure: how somebody wants to hear of what is followed, and what of that is possible where it is said.</summary>
/// <param name="Mention">Called on the server's digest.</param>
/// <param name="Note">A private note.</param>
internal sealed record FollowTell(bool Mention, bool Note)
{
    public static CommandOption Option { get; } =
        new(
            "tell",
            "none: named on digests here; mention: called on them; note: a private note; both.",
            OptionKind.Choice
        )
        {
            Choices = ["none", "note", "mention", "both"],
        };

    /// <param name="asker">Where it is said: names and mentions need a server.</param>
    /// <param name="choice">Null where nothing was chosen.</param>
    /// <exception cref="SkillException">That cannot be had there; the message says what can.</exception>
    public static FollowTell Of(Asker asker, string? choice)
    {
        var wanted = choice?.ToLowerInvariant() ?? (asker.Server.Length > 0 || asker.IsOperator ? "none" : "note");
        var tell = new FollowTell(wanted is "mention" or "both", wanted is "note" or "both");
        return asker switch
        {
            { Server.Length: > 0 } => tell,
            { IsOperator: true } when tell.Mention || tell.Note => throw new SkillException(
                "A terminal has neither private notes nor digests of a server. Leave tell out here; on Discord it works."
            ),
            { IsOperator: false } when wanted != "note" => throw new SkillException(
                "There is no digest here that could name or call you. Take tell:note, or follow in a channel of a server."
            ),
            _ => tell,
        };
    }
}
