using System.Globalization;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Trends;

/// <summary>What is asked for: one to three topics, and how many weeks back.</summary>
internal sealed record TrendQuery(IReadOnlyList<AskedTopic> Topics, int Weeks)
{
    private const int MostStems = 16;
    private const int LongestTopic = 80;
    private const int LongestEcho = 40;

    /// <param name="topics">Parted by commas.</param>
    /// <exception cref="SkillException">Something asked for is not possible; the message names what is.</exception>
    public static TrendQuery Parse(string topics, int weeks)
    {
        if (weeks is < TrendsSkill.LeastWeeks or > TrendsSkill.MostWeeks)
        {
            throw new SkillException(
                $"The weeks must be a number from {TrendsSkill.LeastWeeks} to {TrendsSkill.MostWeeks}; {weeks.ToString(CultureInfo.InvariantCulture)} is not."
            );
        }
        var asked = topics
            .Split([',', ';', '、', '，'], StringSplitOptions.RemoveEmptyEntries)
            .Select(PaperText.Clean)
            .Where(topic => topic.Length > 0)
            .Select(Read)
            .DistinctBy(topic => string.Join(' ', topic.Stems.Order(StringComparer.Ordinal)))
            .ToList();
        return asked.Count switch
        {
            0 => throw new SkillException(
                "Name a topic such as diffusion, or up to three with commas between them: diffusion, graph neural network."
            ),
            > TrendsSkill.MostTopics => throw new SkillException(
                $"{TrendsSkill.MostTopics} topics at most can be compared; these are {asked.Count}. Leave some out."
            ),
            _ => new TrendQuery(asked, weeks),
        };
    }

    private static AskedTopic Read(string topic)
    {
        if (topic.Length > LongestTopic)
        {
            throw new SkillException($"A topic has at most {LongestTopic} characters. Shorten {Echo(topic)}");
        }
        var stems = IndexText.Stems(topic);
        return stems.Count switch
        {
            0 => throw new SkillException($"'{Echo(topic)}' has no word to look for. Name a topic such as diffusion."),
            > MostStems => throw new SkillException($"A topic has at most {MostStems} words. Shorten {Echo(topic)}"),
            _ => new AskedTopic(topic, stems),
        };
    }

    private static string Echo(string topic) =>
        topic.Length <= LongestEcho ? topic : $"{topic[..LongestEcho].TrimEnd()}…";
}

/// <param name="Name">As it was asked for, cleaned.</param>
/// <param name="Stems">All of them must occur in a paper; see <see cref="IndexText.Stems"/>.</param>
internal sealed record AskedTopic(string Name, IReadOnlyList<string> Stems);
