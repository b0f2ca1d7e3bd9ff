using Microsoft.Extensions.DependencyInjection;
using PaperBot.DiscordChat;

namespace PaperBot.DiscordNet;

internal static class DiscordNetSetup
{
    /// <summary>Discord, by the Discord.Net library, in place of our own client.</summary>
    public static IServiceCollection AddDiscordNet(this IServiceCollection services)
    {
        services.AddDiscordCommon();
        services.AddSingleton<NetClients>();
        services.AddSingleton<NetThreads>();
        services.AddSingleton<IDiscord, NetDiscord>();
        services.AddSingleton<NetConnection>();
        services.AddSingleton<IDiscordConnection>(provider => provider.GetRequiredService<NetConnection>());
        services.AddHostedService(provider => provider.GetRequiredService<NetConnection>());
        return services;
    }
}
