using System.Diagnostics;
using PaperBot.Skills.Digests;
using PaperBot.Skills.Mentions;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Storage;

namespace PaperBot.Benchmarks;

/// <summary>
/// <c>speed mentions</c>: ten thousand channels with digests of twenty days, all of the same papers: how long it takes to say of
/// each where its papers were shown before, and to plan what each is told of a new version.
/// </summary>
internal static class SpeedMentions
{
    private const int Channels = 10_000;
    private const int Days = 20;
    private const int PapersADay = 5;
    private const string ConfirmAll =
        "UPDATE digest_parts SET state = 'confirmed', place = 'place-' || post || '-' || part";

    private static readonly DateOnly First = new(2026, 1, 5);

    public static async Task<int> RunAsync()
    {
        using var library = new BenchLibrary();
        var intake = new PaperIntake(library.Database, TimeProvider.System);
        await intake.TakeInAsync(Enumerable.Range(0, Days * PapersADay).Select(i => Item(i, 1)));
        var digests = new DigestStore(library.Database, TimeProvider.System);
        var outbox = new DigestOutbox(library.Database, TimeProvider.System);
        // Every server has two channels, so that there is something to be said of.
        var channels = Enumerable
            .Range(0, Channels)
            .Select(i => digests.Set("discord", $"{1000 + (i / 2)}", $"{100_000 + i}", new DigestSettings()))
            .ToList();
        var planning = Stopwatch.StartNew();
        for (var day = 0; day < Days; day++)
        {
            var content = Content(day);
            outbox.Plan(
                channels.Select(digest => new DigestPlan(
                    digest,
                    content,
                    null,
                    null,
                    [new DigestPlannedPart(DigestPartKind.Message), new DigestPlannedPart(DigestPartKind.Thread)]
                ))
            );
        }
        Say($"baseline: {Channels} posts planned in one transaction", planning.Elapsed / Days);
        using (var connection = library.Database.Open())
        {
            connection.Run(ConfirmAll);
        }

        var mentions = new MentionLog(library.Database, TimeProvider.System);
        var papers = Content(Days - 1).Picks.Select(pick => pick.Paper).ToList();
        var asking = Stopwatch.StartNew();
        var before = mentions.Before(
            "discord",
            [.. channels.Select(digest => new MentionQuestion(digest.Server, digest.Channel, papers))]
        );
        Say(
            $"{before.Count} channels told where {PapersADay} papers were before ({before.Sum(one => one.Count)} links)",
            asking.Elapsed
        );

        Percentiles.Measure(
            "one paper in one server",
            [.. channels.Take(1_000)],
            digest => mentions.In("discord", digest.Server, PaperId.Stored(papers[0]))
        );

        var notices = new VersionNotices(library.Database, outbox);
        await Task.Delay(1_100); // the library keeps seconds
        await intake.TakeInAsync([Item(0, 2)]);
        var telling = Stopwatch.StartNew();
        var told = notices.Plan();
        Say($"{told} notices of a new version planned", telling.Elapsed);
        telling.Restart();
        notices.Plan();
        Say("nothing new to tell", telling.Elapsed);
        return told == Channels ? 0 : 1;
    }

    private static ReadPaper Item(int number, int version) =>
        new(
            number + 1,
            new PaperRecord
            {
                Origin = PaperOrigin.ArxivApi,
                ArxivId = PaperId.Stored(Id(number)),
                Version = version,
                Title = $"Sparse widgets of the kind {number}",
                Abstract = string.Join(
                    ' ',
                    Enumerable
                        .Range(1, 12)
                        .Select(i => $"Widgets of the kind {number} reach {i + version}.5 % accuracy on the task {i}.")
                ),
            }
        );

    private static DigestContent Content(int day) =>
        new(
            First.AddDays(day),
            [
                .. Enumerable
                    .Range(0, PapersADay)
                    .Select(i => (day * PapersADay) + i)
                    .Select(
                        (number, i) =>
                            new DigestPick(
                                i + 1,
                                Id(number),
                                $"Sparse widgets of the kind {number}",
                                new Uri($"https://arxiv.org/abs/{Id(number)}"),
                                "Widgets reach 2.5 % accuracy on the first task.",
                                null,
                                "42 votes",
                                "",
                                false
                            )
                    ),
            ],
            null
        );

    private static string Id(int number) => $"2601.{number:00000}";

    private static void Say(string what, TimeSpan took) => Console.WriteLine($"{what}: {took.TotalMilliseconds:N0} ms");
}
