using Microsoft.Extensions.DependencyInjection;

namespace PaperBot.Digests;

internal static class DigestsSetup
{
    /// <summary>The digests of channels.</summary>
    public static IServiceCollection AddDigests(this IServiceCollection services)
    {
        services.AddSingleton<DueDigests>();
        services.AddSingleton<DigestExtras>();
        services.AddSingleton<DigestPlanner>();
        services.AddSingleton<IDigestPreview>(provider => provider.GetRequiredService<DigestPlanner>());
        services.AddSingleton<LatePapers>();
        services.AddSingleton<DigestEnds>();
        services.AddSingleton<ServerNews>();
        services.AddSingleton<IDigestEvents>(provider => provider.GetRequiredService<ServerNews>());
        services.AddSingleton<DigestPostman>();
        services.AddSingleton<OperatorAlerts>();
        services.AddSingleton<NotesRun>();
        services.AddSingleton<DigestRun>();
        services.AddSingleton<DigestService>();
        services.AddHostedService(provider => provider.GetRequiredService<DigestService>());
        return services;
    }
}
