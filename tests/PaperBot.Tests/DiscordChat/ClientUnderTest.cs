using Microsoft.Extensions.DependencyInjection;
using PaperBot.DiscordChat;

namespace PaperBot.Tests.DiscordChat;

/// <summary>The client by which the contract's bot gets to Discord: our own.</summary>
internal static class ClientUnderTest
{
    public static IServiceCollection Add(IServiceCollection services) => services.AddDiscordChat();
}
