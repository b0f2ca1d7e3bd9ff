using PaperBot.Skills.Digests;

namespace PaperBot.Digests;

/// <summary>What a channel's own people add to its digest: who follows what, and where a paper was talked about before.</summary>
internal sealed class DigestExtras
{
    public IEnumerable<DigestPlan> Added(IEnumerable<DigestPlan> plans) => plans;
}
