using Microsoft.Extensions.DependencyInjection;

namespace PaperBot.Chat;

internal static class ChatSetup
{
    public static IServiceCollection AddChat(this IServiceCollection services)
    {
        services.AddOptions<ChatOptions>().BindConfiguration("Chat").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<CommandTable>()
            .AddSingleton<CommandCompletion>()
            .AddSingleton<AskerLimit>()
            .AddSingleton<CommandDispatcher>();
    }
}
