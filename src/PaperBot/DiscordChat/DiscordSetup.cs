using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaperBot.Checkups;
using PaperBot.Daily;
using PaperBot.Digests;
using PaperBot.DiscordChat.Digests;
using PaperBot.DiscordChat.Interactions;
using PaperBot.DiscordChat.Messages;
using PaperBot.DiscordChat.Posts;
using PaperBot.DiscordChat.Rest;

namespace PaperBot.DiscordChat;

internal static class DiscordSetup
{
    /// <summary>Discord, by our own client.</summary>
    public static IServiceCollection AddDiscordChat(this IServiceCollection services)
    {
        services.AddDiscordCommon();
        services.AddSingleton<RateLimits>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<DiscordSender>(provider, NewClient()));
        services.AddSingleton<DiscordRest>();
        services.AddSingleton<IDiscord>(provider => provider.GetRequiredService<DiscordRest>());
        services.AddSingleton<DiscordConnection>();
        services.AddSingleton<IDiscordConnection>(provider => provider.GetRequiredService<DiscordConnection>());
        services.AddHostedService(provider => provider.GetRequiredService<DiscordConnection>());
        return services;
    }

    /// <summary>What is the same for every client: how interactions are answered and editions posted, and what doctor asks.</summary>
    public static IServiceCollection AddDiscordCommon(this IServiceCollection services)
    {
        services.AddOptions<DiscordOptions>().BindConfiguration("Discord").ValidateOnStart();
        services.AddSingleton<IValidateOptions<DiscordOptions>, DiscordOptionsCheck>();
        services.AddSingleton<PapersOfMessage>();
        services.AddSingleton<TypedSuggestions>();
        services.AddSingleton<LongLines>();
        services.AddSingleton<AnswerInTime>();
        services.AddSingleton<InteractionHandler>();
        services.AddSingleton<FirstContact>();
        services.AddSingleton<AnswersUnderWay>();
        services.AddSingleton<CommandRegistration>();
        services.AddSingleton<Places>();
        services.AddSingleton<ServerAdmins>();
        services.AddSingleton<OwnMessages>();
        services.AddSingleton<DigestNews>();
        services.AddSingleton<ForumFacts>();
        services.AddSingleton<LostChannels>();
        services.AddSingleton<IDigestPlatform, DiscordDigests>();
        services.AddSingleton<IEditionOutlet, DiscordOutlet>();
        services.AddSingleton<ICheckup, DiscordCheckup>();
        return services;
    }

    // Not from the factory: DiscordSender does its own waiting and repeating, by Discord's rules.
    private static HttpClient NewClient()
    {
        var client = new HttpClient(
            new SocketsHttpHandler
            {
                PooledConnectionLifetime = TimeSpan.FromMinutes(10), // addresses change over months
                ConnectTimeout = TimeSpan.FromSeconds(10),
                AutomaticDecompression = System.Net.DecompressionMethods.All,
                UseCookies = false,
                AllowAutoRedirect = false,
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan, // each request has its own
        };
        // "DiscordBot ($url, $versionNumber)" (https://discord.com/developers/docs/reference#user-agent).
        var version = typeof(DiscordSetup).Assembly.GetName().Version?.ToString(3);
        client.DefaultRequestHeaders.UserAgent.ParseAdd($"DiscordBot (PaperBot, {version})");
        return client;
    }
}
