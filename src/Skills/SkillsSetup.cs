using Microsoft.Extensions.DependencyInjection;
using PaperBot.Skills.Answers;
using PaperBot.Skills.Ask;
using PaperBot.Skills.Compare;
using PaperBot.Skills.Details;
using PaperBot.Skills.Digests;
using PaperBot.Skills.Editions;
using PaperBot.Skills.Mentions;
using PaperBot.Skills.Model;
using PaperBot.Skills.Papers;
using PaperBot.Skills.People;
using PaperBot.Skills.Related;
using PaperBot.Skills.Search;
using PaperBot.Skills.Storage;
using PaperBot.Skills.Summarize;
using PaperBot.Skills.Trending;
using PaperBot.Skills.Trends;
using PaperBot.Skills.Versions;
using PaperBot.Skills.Writing;

namespace PaperBot.Skills;

/// <summary>The only registrations of this project.</summary>
public static class SkillsSetup
{
    public static IServiceCollection AddSkills(this IServiceCollection services)
    {
        services.AddOptions<LibraryOptions>().BindConfiguration("Library").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ModelOptions>().BindConfiguration("Model").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Database>();
        services.AddSingleton<PaperStore>();
        services.AddSingleton<PaperIntake>();
        services.AddSingleton<PaperFetch>();
        services.AddSingleton<FetchMarks>();
        services.AddSingleton<SampleLibrary>();
        services.AddSingleton<Heartbeats>();
        services.AddSingleton<ModelLedger>();
        services.AddSingleton<LanguageModel>();
        services.AddSingleton<HeldWriter>();
        services.AddSingleton<Translator>();
        services.AddSingleton<SecondLook>();
        services.AddSingleton<AnswerStore>();
        services.AddSingleton<AnswerBook>();
        services.AddSingleton<Mistakes>();
        services.AddSingleton<TrendingStore>();
        services.AddSingleton<TrendingSkill>();
        services.AddSingleton<TrendsStore>();
        services.AddSingleton<TrendsSkill>();
        services.AddSingleton<TitleVocabulary>();
        services.AddSingleton<TitleResolver>();
        services.AddSingleton<IPaperFinder>(provider => provider.GetRequiredService<TitleResolver>());
        services.AddSingleton<TitleCompletion>();
        services.AddSingleton<NameCompletion>();
        services.AddSingleton<WordCounts>();
        services.AddSingleton<SearchSkill>();
        services.AddSingleton<LibraryTerms>();
        services.AddSingleton<RelatedSkill>();
        services.AddSingleton<AskWriter>();
        services.AddSingleton(provider => new AskSkill(
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<SearchSkill>(),
            provider.GetRequiredService<WordCounts>(),
            provider.GetRequiredService<PaperStore>(),
            provider.GetRequiredService<AskWriter>()
        ));
        services.AddSingleton<PaperSkill>();
        services.AddSingleton<SummaryWriter>();
        services.AddSingleton(provider => new SummarizeSkill(
            provider.GetRequiredService<IPaperFinder>(),
            provider.GetRequiredService<SummaryWriter>()
        ));
        services.AddSingleton<ComparisonWriter>();
        services.AddSingleton(provider => new CompareSkill(
            provider.GetRequiredService<IPaperFinder>(),
            provider.GetRequiredService<ComparisonWriter>()
        ));
        services.AddSingleton<IEditionSentences, WrittenSentences>();
        services.AddSingleton<EditionBuilder>();
        services.AddSingleton<EditionStore>();
        services.AddSingleton<PublicationLog>();
        services.AddSingleton<LocalMessages>();
        services.AddSingleton<DigestStore>();
        services.AddSingleton<DigestOutbox>();
        services.AddSingleton<PaperVersions>();
        services.AddSingleton<ChangesSkill>();
        services.AddSingleton<VersionNotices>();
        services.AddSingleton<MentionLog>();
        services.AddSingleton<DigestCandidates>();
        services.AddSingleton<SourceHealth>();
        services.AddSingleton<FollowStore>();
        services.AddSingleton<FollowNotes>();
        services.AddSingleton<SavedPapers>();
        services.AddSingleton<TeamVotes>();
        services.AddSingleton<TeamWeek>();
        services.AddSingleton<TeamTrending>();
        services.AddSingleton<PersonalDataStore>();
        services.AddSingleton<ServerCleanup>();
        return services;
    }
}
