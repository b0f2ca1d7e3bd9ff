using Microsoft.Extensions.DependencyInjection;

namespace PaperBot.TerminalChat;

internal static class TerminalSetup
{
    public static IServiceCollection AddTerminalChat(this IServiceCollection services) =>
        services.AddSingleton<TerminalChannel>();
}
