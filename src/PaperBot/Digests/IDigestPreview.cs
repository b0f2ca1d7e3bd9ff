using PaperBot.Skills.Digests;

namespace PaperBot.Digests;

/// <summary>Port: what a digest would say if it were posted now. Nothing is kept or sent for it.</summary>
internal interface IDigestPreview
{
    /// <exception cref="Skills.SkillException">It cannot be said; the message says why.</exception>
    Task<DigestContent> PreviewAsync(Digest digest, CancellationToken ct);
}
