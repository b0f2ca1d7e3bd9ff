using PaperBot.Chat;
using PaperBot.Daily;
using PaperBot.Skills.Digests;

namespace PaperBot.Digests;

/// <summary>
/// Port: a platform whose channels can have a digest. What was sent is kept in <see cref="DigestOutbox"/>; a platform need
/// not remember it, but must be able to tell, after a try that was cut off, what became of it.
/// </summary>
internal interface IDigestPlatform
{
    /// <summary>Stands in the library and never changes, such as "discord".</summary>
    string Name { get; }

    /// <summary>Whether it can be reached at all: a token is set.</summary>
    bool IsOn { get; }

    /// <summary>What a channel is, and what PaperBot lacks there.</summary>
    /// <exception cref="Skills.SkillException">It is not known, or the platform cannot be reached; the message says which.</exception>
    Task<ChannelLook> LookAsync(string channel, DigestSettings wanted, CancellationToken ct);

    /// <summary>Does what a part asks for.</summary>
    /// <returns>The platform's id of what came of it, a message or a thread; null where there is none.</returns>
    /// <exception cref="ChannelLostException">It cannot work in that channel any more, until somebody changes something there.</exception>
    /// <exception cref="PartRefusedException">That part cannot be had there; the digest goes on without it.</exception>
    /// <exception cref="NotDeliveredException">It certainly was not done; the message says why.</exception>
    /// <exception cref="Skills.SkillException">It may have been done; the message says why that is not known.</exception>
    Task<string?> SendAsync(DigestErrand errand, CancellationToken ct);

    /// <summary>Settles doubt: asked before a second try, because the first may have arrived although it failed or was cut off.</summary>
    /// <returns>The id of what came of it; null where it is not there, or where it does no harm to do it again.</returns>
    /// <exception cref="ChannelLostException">As of <see cref="SendAsync"/>.</exception>
    /// <exception cref="Skills.SkillException">That cannot be told now; the message says why.</exception>
    Task<string?> FindAsync(DigestErrand errand, CancellationToken ct);

    /// <summary>Tells those who look after the channel's server, once, what keeps its digest from coming.</summary>
    /// <exception cref="Skills.SkillException">Nobody there can be told, as where PaperBot is not in the server any more.</exception>
    Task TellManagersAsync(Digest digest, string sentence, CancellationToken ct);

    /// <summary>Tells the person who runs PaperBot.</summary>
    /// <exception cref="Skills.SkillException">The person was not told.</exception>
    Task TellOperatorAsync(string sentence, CancellationToken ct);

    /// <summary>A private note to a person.</summary>
    /// <exception cref="NotDeliveredException">The person takes none, or it did not arrive.</exception>
    Task NoteAsync(string user, Reply note, CancellationToken ct);
}

/// <param name="Name">As people there read it.</param>
/// <param name="Server">The platform's id; empty where it is in none.</param>
/// <param name="Place">What kind of channel it is; null where nothing can be posted in that kind.</param>
/// <param name="Missing">Permissions, as the platform's settings call them; empty where all are there.</param>
/// <param name="Tags">Of a forum: what posts can be tagged with, in its own order.</param>
internal sealed record ChannelLook(
    string Name,
    string Server,
    DigestPlace? Place,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Tags
);

/// <summary>A channel is gone, or PaperBot may not post there any more: trying again is of no use until somebody mends it.</summary>
/// <param name="message">What happened, and what to do.</param>
internal sealed class ChannelLostException(string message, Exception? inner = null)
    : Skills.SkillException(message, inner);

/// <summary>
/// One part cannot be had in that channel, such as a thread where PaperBot may open none: it is given up, and the digest goes
/// on without it.
/// </summary>
internal sealed class PartRefusedException(string message, Exception? inner = null)
    : Skills.SkillException(message, inner);
