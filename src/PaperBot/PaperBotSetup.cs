using Microsoft.Extensions.DependencyInjection;
using PaperBot.Chat;
using PaperBot.Commands;
using PaperBot.Daily;
using PaperBot.DiscordChat;
using PaperBot.Skills;
using PaperBot.Sources;
using PaperBot.TerminalChat;

namespace PaperBot;

/// <summary>The composition root: the skills, then one Add… per folder.</summary>
internal static class PaperBotSetup
{
    public static IServiceCollection AddPaperBot(this IServiceCollection services) =>
        services.AddSkills().AddChat().AddCommands().AddTerminalChat().AddDiscordChat().AddSources().AddDaily();
}
