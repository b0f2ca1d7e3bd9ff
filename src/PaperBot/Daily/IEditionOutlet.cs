using PaperBot.Skills.Editions;

namespace PaperBot.Daily;

/// <summary>
/// Port: where editions go. What went where is kept in <see cref="PublicationLog"/>; an outlet need not remember it, but
/// must be able to tell, after a try that was cut off, whether the edition arrived.
/// </summary>
internal interface IEditionOutlet
{
    /// <summary>Stands in the log and never changes, such as "local" or "mail".</summary>
    string Name { get; }

    /// <summary>Where an edition that is built now should go, such as channels or addresses; each is tried on its own.</summary>
    Task<IReadOnlyList<string>> TargetsAsync(CancellationToken ct);

    /// <summary>
    /// Must not send any more once the token has ended it, because then another try may be under way; see
    /// <see cref="WasPublishedAsync"/> for what was on its way by then.
    /// </summary>
    /// <exception cref="Skills.SkillException">It did not arrive; the message says why and what to do.</exception>
    Task PublishAsync(Edition edition, string target, CancellationToken ct);

    /// <summary>
    /// Settles doubt: asked before a second try, because the first may have arrived although it failed or was cut off.
    /// </summary>
    Task<bool> WasPublishedAsync(Edition edition, string target, CancellationToken ct);
}
