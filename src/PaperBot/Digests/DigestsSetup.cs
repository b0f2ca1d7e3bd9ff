using Microsoft.Extensions.DependencyInjection;
using PaperBot.Skills;
using PaperBot.Skills.Digests;

namespace PaperBot.Digests;

internal static class DigestsSetup
{
    public static IServiceCollection AddDigests(this IServiceCollection services) =>
        services.AddSingleton<IDigestPreview, NoPreview>().AddSingleton<ISourceHealth, NoHealth>();

    // Until digests are planned here.
    private sealed class NoPreview : IDigestPreview
    {
        public Task<DigestContent> PreviewAsync(Digest digest, CancellationToken ct) =>
            throw new SkillException("Nothing is planned here yet, so there is nothing to preview.");
    }

    private sealed class NoHealth : ISourceHealth
    {
        public IReadOnlyList<SourceState> Sources() => [];
    }
}
