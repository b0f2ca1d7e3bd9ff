namespace PaperBot.Skills.People;

public enum FollowKind
{
    /// <summary>Papers that have all words of it in title, abstract or keywords; or a category such as "cs.CL".</summary>
    Topic,

    /// <summary>Papers by a person.</summary>
    Author,

    /// <summary>New versions of one paper.</summary>
    Paper,
}

/// <summary>What somebody wants to hear of.</summary>
/// <param name="Id">Never used again.</param>
/// <param name="Server">Where it was said; empty outside any. Only there the person is named.</param>
/// <param name="Name">The person's, as others in that server read it.</param>
/// <param name="Value">What makes two follows the same; see <see cref="FollowWish.Value"/>.</param>
/// <param name="Label">As people read it.</param>
/// <param name="Mention">Wants to be called on the server's digest.</param>
/// <param name="Note">Wants a private note.</param>
/// <param name="Version">Of a paper: the newest version that the person knows of; else 0.</param>
/// <param name="At">When it was said.</param>
public sealed record Follow(
    long Id,
    string Platform,
    string User,
    string Server,
    string Name,
    FollowKind Kind,
    string Value,
    string Label,
    bool Mention,
    bool Note,
    int Version,
    DateTimeOffset At
)
{
    /// <summary>Such as "topic: graph networks".</summary>
    public string Reason => $"{Kind.ToString().ToLowerInvariant()}: {Label}";
}
