using PaperBot.Chat;
using PaperBot.Digests;
using PaperBot.Skills.Digests;
using PaperBot.Skills.Search;
using PaperBot.Skills.Writing;

namespace PaperBot.Commands.Digests;

/// <summary>What /digest setup can be told, and what it suggests while one types.</summary>
internal sealed class DigestSetupOptions(OwnDigests own, NameCompletion names, TimeProvider clock)
{
    private const int MostVotes = 1_000_000;
    private const int MostSuggestions = 25;

    public IReadOnlyList<CommandOption> All =>
        [
            new("time", "The hour on the wall clock: 9, 9:30, 21:15 or 9pm.", OptionKind.Text)
            {
                Check = DigestTimeText.Objection,
                Suggest = (typed, _) => [.. DigestTimeText.Suggest(typed).Select(time => new Suggestion(time, time))],
            },
            new(
                "zone",
                "Whose clock: a city, a country, an offset such as UTC+5:30, or a name such as Europe/Berlin.",
                OptionKind.Text
            )
            {
                Suggest = Zones,
            },
            own.Option("The channel, forum or announcement channel; if left out, the one where you ask."),
            new("papers", "How many papers at most.", OptionKind.Number)
            {
                Least = 1,
                Most = DigestSettings.MostPapers,
            },
            new(
                "topics",
                "Only papers about one of these, with commas between them; any: whatever it is about.",
                OptionKind.Text
            )
            {
                Check = DigestListText.Objection,
                Suggest = (typed, _) => DigestListText.Suggest(typed, part => names.Topics(part, MostSuggestions)),
            },
            new(
                "authors",
                "Only papers by one of these, with commas between them; any: whoever wrote it.",
                OptionKind.Text
            )
            {
                Check = DigestListText.Objection,
                Suggest = (typed, _) => DigestListText.Suggest(typed, part => names.Authors(part, MostSuggestions)),
            },
            new("votes", "Only papers with at least so many votes; 0: any.", OptionKind.Number) { Most = MostVotes },
            new("code", "Only papers with code?", OptionKind.Choice) { Choices = DigestChanges.YesNo },
            new("sources", "Whose lists count.", OptionKind.Choice) { Choices = DigestChanges.Sources },
            new(
                "mode",
                "settled: yesterday's list, complete. early: today's list so far; what comes late is added later.",
                OptionKind.Choice
            )
            {
                Choices = DigestChanges.Modes,
            },
            new(
                "language",
                "The language of titles, labels and buttons; the papers' sentences stay English. mine: your own.",
                OptionKind.Choice
            )
            {
                Choices = [ReaderLanguage.Mine, .. DigestLabels.Languages],
            },
            new("quiet", "Without a notification on people's devices?", OptionKind.Choice)
            {
                Choices = DigestChanges.YesNo,
            },
            new("days", "Days of the week: mon-fri, all, weekends, or mon,wed.", OptionKind.Text)
            {
                Check = DigestDaysText.Objection,
                Suggest = Days,
            },
            new("every", "Every day's papers, or once a week those of the week.", OptionKind.Choice)
            {
                Choices = DigestChanges.Intervals,
            },
            new("thread", "With a thread under the message to talk about it?", OptionKind.Choice)
            {
                Choices = DigestChanges.YesNo,
            },
            new("recap", "With the team's own week once a week: its votes and what it saved?", OptionKind.Choice)
            {
                Choices = DigestChanges.YesNo,
            },
        ];

    /// <summary>Zones that this server's other digests have, the newest first, and then what the asker's language suggests.</summary>
    public IReadOnlyList<string> Likely(Asker asker) =>
        [
            .. own.All(asker)
                .Reverse()
                .Select(digest => digest.Settings.Zone)
                .Concat(ZoneOfLocale(asker.Locale))
                .Distinct()
                .Where(ZoneFinder.IsKnown),
        ];

    private IReadOnlyList<Suggestion> Zones(string typed, Asker asker)
    {
        var now = clock.GetUtcNow();
        return
        [
            .. ZoneFinder
                .Find(typed, now, Likely(asker))
                .Take(MostSuggestions)
                .Select(zone => new Suggestion(ZoneFinder.Label(zone, now), zone)),
        ];
    }

    private static IReadOnlyList<Suggestion> Days(string typed, Asker asker)
    {
        var text = typed.Trim().ToLowerInvariant();
        var meant =
            text.Length > 0 && DigestDaysText.Objection(text) is null
                ? [DigestDaysText.Of(DigestDaysText.Parse(text))]
                : Array.Empty<string>();
        return
        [
            .. meant
                .Concat(DigestDaysText.Usual.Where(days => days.StartsWith(text, StringComparison.Ordinal)))
                .Distinct()
                .Select(days => new Suggestion($"{days} ({DigestDaysText.InWords(DigestDaysText.Parse(days))})", days)),
        ];
    }

    // Languages that are mostly spoken in one zone; a first guess, never more.
    private static IEnumerable<string> ZoneOfLocale(string locale) =>
        locale switch
        {
            "de" => ["Europe/Berlin"],
            "fr" => ["Europe/Paris"],
            "es-ES" => ["Europe/Madrid"],
            "it" => ["Europe/Rome"],
            "nl" => ["Europe/Amsterdam"],
            "pl" => ["Europe/Warsaw"],
            "sv-SE" => ["Europe/Stockholm"],
            "en-GB" => ["Europe/London"],
            "pt-BR" => ["America/Sao_Paulo"],
            "hi" => ["Asia/Kolkata"],
            "ja" => ["Asia/Tokyo"],
            "ko" => ["Asia/Seoul"],
            "zh-CN" => ["Asia/Shanghai"],
            "zh-TW" => ["Asia/Taipei"],
            "tr" => ["Europe/Istanbul"],
            "uk" => ["Europe/Kyiv"],
            _ => [],
        };
}
