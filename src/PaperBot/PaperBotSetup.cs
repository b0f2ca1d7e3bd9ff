using Microsoft.Extensions.DependencyInjection;
using PaperBot.Chat;
using PaperBot.Commands;
using PaperBot.Daily;
using PaperBot.Digests;
using PaperBot.DiscordChat;
using PaperBot.Model;
using PaperBot.Skills;
using PaperBot.Sources;
using PaperBot.TerminalChat;

namespace PaperBot;

/// <summary>The composition root: the skills, then one Add… per folder.</summary>
internal static class PaperBotSetup
{
    /// <param name="discord">How PaperBot gets to Discord; null: by our own client.</param>
    public static IServiceCollection AddPaperBot(
        this IServiceCollection services,
        Func<IServiceCollection, IServiceCollection>? discord = null
    )
    {
        services.AddSkills().AddModel().AddChat().AddCommands().AddTerminalChat();
        (discord ?? DiscordSetup.AddDiscordChat)(services);
        return services.AddSources().AddDaily().AddDigests();
    }
}
