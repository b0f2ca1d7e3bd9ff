using Microsoft.Extensions.Logging;
using PaperBot.Skills;
using PaperBot.Skills.Digests;

namespace PaperBot.Digests;

/// <summary>Digests of one schedule that are due and have nothing planned yet.</summary>
internal sealed record DueSchedule(DigestSchedule Schedule, DateOnly Day, IReadOnlyList<Digest> Digests);

/// <summary>Which digests are due now, and when the next ones will be.</summary>
internal sealed partial class DueDigests(DigestStore digests, TimeProvider clock, ILogger<DueDigests> log)
{
    private readonly Dictionary<string, DigestSchedule?> known = [];

    public IReadOnlyList<DueSchedule> Now()
    {
        var now = clock.GetUtcNow();
        var due = new List<DueSchedule>();
        foreach (var schedule in Schedules())
        {
            if (schedule.Due(now) is { } day && schedule.MomentOf(day) is { } moment)
            {
                var waiting = digests.WithoutPost(schedule.Key, day, moment);
                if (waiting.Count > 0)
                {
                    due.Add(new DueSchedule(schedule, day, waiting));
                }
            }
        }
        return due;
    }

    /// <summary>Those of one schedule that will be due next, where that is within some time.</summary>
    public IReadOnlyList<DueSchedule> Within(TimeSpan time)
    {
        var now = clock.GetUtcNow();
        return
        [
            .. Schedules()
                .Select(schedule => (schedule, Next: schedule.After(now).First()))
                .Where(one => one.Next - now <= time)
                .Select(one => new DueSchedule(
                    one.schedule,
                    one.schedule.DayOf(one.Next),
                    digests.WithoutPost(one.schedule.Key, one.schedule.DayOf(one.Next), one.Next)
                )),
        ];
    }

    /// <summary>When the next digest is due; null where there is none.</summary>
    public DateTimeOffset? Next()
    {
        var now = clock.GetUtcNow();
        return Schedules().Select(schedule => (DateTimeOffset?)schedule.After(now).First()).Min();
    }

    private IEnumerable<DigestSchedule> Schedules() => digests.Schedules().Select(Read).OfType<DigestSchedule>();

    private DigestSchedule? Read(string key)
    {
        if (!known.TryGetValue(key, out var schedule))
        {
            try
            {
                schedule = DigestSchedule.Parse(key);
            }
            catch (SkillException e)
            {
                LogUnknown(key, e.Message);
            }
            known[key] = schedule;
        }
        return schedule;
    }

    [LoggerMessage(LogLevel.Error, "The digests of the schedule {Key} cannot come: {Sentence}")]
    private partial void LogUnknown(string key, string sentence);
}
