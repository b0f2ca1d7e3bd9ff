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
    /// <exception cref="NotDeliveredException">It certainly did not arrive; the message says why and what to do.</exception>
    /// <exception cref="Skills.SkillException">It may have arrived; the message says why that is not known.</exception>
    Task PublishAsync(Edition edition, string target, CancellationToken ct);

    /// <summary>
    /// Settles doubt: asked before a second try, because the first may have arrived although it failed or was cut off.
    /// </summary>
    Task<bool> WasPublishedAsync(Edition edition, string target, CancellationToken ct);

    /// <summary>
    /// Tells who looks after the target that editions do not arrive there, where somebody can be told and can mend it.
    /// Called once for a reason, not with every try; a failure of this changes nothing.
    /// </summary>
    Task ReportAsync(string target, Exception failure, CancellationToken ct) => Task.CompletedTask;
}

/// <summary>An edition did not arrive, and there is no doubt about it: the other side said so.</summary>
internal sealed class NotDeliveredException(string message, Exception? inner = null)
    : Skills.SkillException(message, inner);
