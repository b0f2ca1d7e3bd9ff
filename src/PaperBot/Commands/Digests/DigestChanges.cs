using PaperBot.Chat;
using PaperBot.Digests;
using PaperBot.Skills.Digests;
using PaperBot.Skills.Writing;

namespace PaperBot.Commands.Digests;

/// <summary>Pure: the settings of a digest with those changed that were named, and only those.</summary>
internal static class DigestChanges
{
    public static readonly IReadOnlyList<string> YesNo = ["yes", "no"];
    public static readonly IReadOnlyList<string> Sources = ["all", "huggingface", "arxiv"];
    public static readonly IReadOnlyList<string> Modes = ["settled", "early"];
    public static readonly IReadOnlyList<string> Intervals = ["day", "week"];

    /// <param name="zone">What the option zone means; null where it was not named.</param>
    /// <exception cref="Skills.SkillException">A value cannot be taken.</exception>
    public static DigestSettings Apply(DigestSettings settings, CommandRequest request, string? zone) =>
        settings with
        {
            Time = request.Text("time") is { } time ? DigestTimeText.Parse(time) : settings.Time,
            Zone = zone ?? settings.Zone,
            Papers = request.Number("papers") ?? settings.Papers,
            Topics = request.Text("topics") is { } topics ? DigestListText.Parse(topics) : settings.Topics,
            Authors = request.Text("authors") is { } authors ? DigestListText.Parse(authors) : settings.Authors,
            LeastVotes = request.Number("votes") ?? settings.LeastVotes,
            HasCode = Yes(request, "code") ?? settings.HasCode,
            Sources = request.Text("sources") is { } sources
                ? Is(sources, "all")
                    ? []
                    : [sources.ToLowerInvariant()]
                : settings.Sources,
            Mode = request.Text("mode") is { } mode
                ? Is(mode, "early")
                    ? DigestMode.Early
                    : DigestMode.Settled
                : settings.Mode,
            Language = request.Text("language") is { } language
                ? Spoken(ReaderLanguage.Of(language, request.Asker.Locale).Name)
                : settings.Language,
            IsQuiet = Yes(request, "quiet") ?? settings.IsQuiet,
            Days = request.Text("days") is { } days ? DigestDaysText.Parse(days) : settings.Days,
            IsWeekly = request.Text("every") is { } every ? Is(every, "week") : settings.IsWeekly,
            HasThread = Yes(request, "thread") ?? settings.HasThread,
            HasRecap = Yes(request, "recap") ?? settings.HasRecap,
        };

    // "mine" may be a language that digests do not speak.
    private static string Spoken(string language) =>
        DigestLabels.Languages.Contains(language) ? language : ReaderLanguage.English.Name;

    /// <summary>The options whose values differ, in their order.</summary>
    public static IReadOnlyList<string> Between(DigestSettings before, DigestSettings after) =>
        [
            .. new (string Name, bool Differs)[]
            {
                ("time", before.Time != after.Time),
                ("zone", before.Zone != after.Zone),
                ("papers", before.Papers != after.Papers),
                ("topics", !before.Topics.SequenceEqual(after.Topics)),
                ("authors", !before.Authors.SequenceEqual(after.Authors)),
                ("votes", before.LeastVotes != after.LeastVotes),
                ("code", before.HasCode != after.HasCode),
                ("sources", !before.Sources.SequenceEqual(after.Sources)),
                ("mode", before.Mode != after.Mode),
                ("language", before.Language != after.Language),
                ("quiet", before.IsQuiet != after.IsQuiet),
                ("days", before.Days != after.Days),
                ("every", before.IsWeekly != after.IsWeekly),
                ("thread", before.HasThread != after.HasThread),
                ("recap", before.HasRecap != after.HasRecap),
            }
                .Where(option => option.Differs)
                .Select(option => option.Name),
        ];

    private static bool? Yes(CommandRequest request, string option) =>
        request.Text(option) is { } value ? Is(value, "yes") : null;

    private static bool Is(string value, string word) => value.Equals(word, StringComparison.OrdinalIgnoreCase);
}
