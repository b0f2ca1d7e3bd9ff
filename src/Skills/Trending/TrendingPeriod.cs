using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Trending;

public enum TrendingPeriod
{
    Day,
    Week,
    Month,
    All,
}

/// <summary>What is asked for: a period, perhaps a topic, and how many.</summary>
/// <param name="Stems">All of them must occur in a paper; see <see cref="IndexText.Stems"/>. Empty: any topic.</param>
/// <param name="Unposted">Leave out what any edition has had, be it under a former id, title or another source.</param>
public sealed record TrendingQuery(TrendingPeriod Period, IReadOnlyList<string> Stems, int Count, bool Unposted = false)
{
    /// <summary>Lists of later days do not count; null: all do.</summary>
    public DateOnly? Until { get; init; }

    private const int MostStems = 16;
    private const int LongestEcho = 40;

    /// <exception cref="SkillException">Something asked for is not possible; the message names what is.</exception>
    public static TrendingQuery Parse(string period, string topic, int count)
    {
        if (count is < 1 or > TrendingSkill.MostPapers)
        {
            throw new SkillException(
                $"The count must be a number from 1 to {TrendingSkill.MostPapers}; {count} is not."
            );
        }
        return new TrendingQuery(PeriodOf(period), StemsOf(PaperText.Clean(topic)), count);
    }

    /// <summary>How many days back the period reaches, its newest day included; null: as far as there is anything.</summary>
    public static int? Days(TrendingPeriod period) =>
        period switch
        {
            TrendingPeriod.Day => 1,
            TrendingPeriod.Week => 7,
            TrendingPeriod.Month => 30,
            _ => null,
        };

    private static TrendingPeriod PeriodOf(string period) =>
        period.Trim().ToLowerInvariant() switch
        {
            "day" or "" => TrendingPeriod.Day,
            "week" => TrendingPeriod.Week,
            "month" => TrendingPeriod.Month,
            "all" => TrendingPeriod.All,
            _ => throw new SkillException($"'{Echo(period)}' is not a period. Take day, week, month or all."),
        };

    private static IReadOnlyList<string> StemsOf(string topic)
    {
        if (topic.Length == 0)
        {
            return [];
        }
        var stems = IndexText.Stems(topic);
        return stems.Count switch
        {
            0 => throw new SkillException(
                $"'{Echo(topic)}' has no word to look for. Name a topic such as diffusion, or leave the topic out."
            ),
            > MostStems => throw new SkillException($"The topic is too long. Take at most {MostStems} words."),
            _ => stems,
        };
    }

    private static string Echo(string text)
    {
        var clean = PaperText.Clean(text);
        return clean.Length <= LongestEcho ? clean : $"{clean[..LongestEcho].TrimEnd()}…";
    }
}
