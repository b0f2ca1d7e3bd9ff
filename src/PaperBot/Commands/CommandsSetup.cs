using Microsoft.Extensions.DependencyInjection;
using PaperBot.Chat;
using PaperBot.Checkups;
using PaperBot.Commands.Digests;

namespace PaperBot.Commands;

/// <summary>The table of contents: one line a command, in the order of /help.</summary>
internal static class CommandsSetup
{
    public static IServiceCollection AddCommands(this IServiceCollection services) =>
        services
            .AddSingleton<ICommand, TrendingCommand>()
            .AddSingleton<ICommand, TrendsCommand>()
            .AddSingleton<ICommand, SummarizeCommand>()
            .AddSingleton<ICommand, CompareCommand>()
            .AddSingleton<ICommand, AskCommand>()
            .AddSingleton<ICommand, SearchCommand>()
            .AddSingleton<ICommand, RelatedCommand>()
            .AddSingleton<ICommand, PaperCommand>()
            .AddSingleton<ICommand, EditionCommand>()
            .AddSingleton<MistakeLimit>()
            .AddSingleton<ICheckup, MistakesCheckup>()
            .AddSingleton<ICommand, EvidenceCommand>()
            .AddSingleton<ICommand, MistakeCommand>()
            .AddSingleton<ICommand, UsageCommand>()
            .AddSingleton<ShownBefore>()
            .AddSingleton<ICommand, ChangesCommand>()
            .AddSingleton<ICommand, AlreadyCommand>()
            .AddSingleton<ICommand, FollowTopicCommand>()
            .AddSingleton<ICommand, FollowAuthorCommand>()
            .AddSingleton<ICommand, FollowPaperCommand>()
            .AddSingleton<ICommand, FollowingCommand>()
            .AddSingleton<ICommand, UnfollowCommand>()
            .AddSingleton<ICommand, SaveCommand>()
            .AddSingleton<ICommand, SavedCommand>()
            .AddSingleton<ICommand, UnsaveCommand>()
            .AddSingleton<ICommand, VoteCommand>()
            .AddSingleton<ICommand, PrivacyCommand>()
            .AddSingleton<ICommand, ForgetMeCommand>()
            .AddSingleton<OwnDigests>()
            .AddSingleton<DigestSetupOptions>()
            .AddSingleton<ICommand, DigestSetupCommand>()
            .AddSingleton<ICommand, DigestShowCommand>()
            .AddSingleton<ICommand, DigestPreviewCommand>()
            .AddSingleton<ICommand, DigestStatusCommand>()
            .AddSingleton<ICommand, DigestPauseCommand>()
            .AddSingleton<ICommand, DigestResumeCommand>()
            .AddSingleton<ICommand, DigestRemoveCommand>()
            .AddSingleton<ICommand, HelpCommand>();
}
