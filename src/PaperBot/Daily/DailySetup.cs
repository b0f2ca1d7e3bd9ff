using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaperBot.Chat;
using PaperBot.Skills.Editions;

namespace PaperBot.Daily;

internal static class DailySetup
{
    /// <summary>The daily post.</summary>
    public static IServiceCollection AddDaily(this IServiceCollection services)
    {
        services.AddOptions<DailyOptions>().BindConfiguration("Daily").ValidateOnStart();
        services.AddSingleton<IValidateOptions<DailyOptions>, DailyOptionsCheck>();
        services.AddSingleton(provider =>
            DailySchedule.From(provider.GetRequiredService<IOptions<DailyOptions>>().Value)
        );
        services.AddSingleton<INewPapers, FetchedPapers>();
        services.AddSingleton<Gathering>();
        services.AddSingleton<LocalChannel>();
        services.AddSingleton<LocalMessageText>(edition => LocalChannel.Write(EditionReply.From(edition)));
        services.AddSingleton<IEditionOutlet, LocalChannelOutlet>();
        services.AddSingleton<EditionDelivery>();
        services.AddSingleton<EditionPreparation>();
        services.AddSingleton<DailyRun>();
        services.AddHostedService<HeartbeatService>();
        services.AddHostedService<DailyPostService>();
        return services;
    }
}
