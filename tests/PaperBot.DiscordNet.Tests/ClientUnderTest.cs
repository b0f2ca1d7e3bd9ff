using Microsoft.Extensions.DependencyInjection;
using PaperBot.DiscordNet;

namespace PaperBot.Tests.DiscordChat;

/// <summary>The client by which the contract's bot gets to Discord.</summary>
internal static class ClientUnderTest
{
    public static IServiceCollection Add(IServiceCollection services) => services.AddDiscordNet();
}
