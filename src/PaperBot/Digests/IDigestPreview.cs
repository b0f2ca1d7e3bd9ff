using PaperBot.Skills.Digests;

namespace PaperBot.Digests;

/// <summary>Port: what a channel would get if its digest were due now.</summary>
internal interface IDigestPreview
{
    Task<DigestContent> PreviewAsync(Digest digest, CancellationToken ct);
}
