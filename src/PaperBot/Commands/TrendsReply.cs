using System.Globalization;
using PaperBot.Chat;
using PaperBot.Pictures;
using PaperBot.Skills.Trends;

namespace PaperBot.Commands;

/// <summary>Pure: how topics moved, in words, with a picture that says the same.</summary>
internal static class TrendsReply
{
    private const string File = "trends.png";
    private const int FewWeeks = 4; // are compared with as many before

    /// <param name="picture">Null where there is nothing to draw.</param>
    public static Reply For(TrendReport report, int weeks, PictureLook look, Picture? picture)
    {
        var topics = string.Join(", ", report.Topics.Select(topic => topic.Topic));
        var reply = new Reply
        {
            Again = Line(topics, weeks, look),
            Title = $"Trends: {topics}",
            Text = report.IsEmpty ? $"{report.About} {Nothing(report)}" : report.About,
            Fields = report.IsEmpty ? [] : [.. report.Topics.Select(topic => Field(topic, report.IsLastOpen))],
            Notes = report.IsEmpty ? [] : [.. Notes(report)],
            Buttons = [.. Buttons(report, topics, weeks, look)],
        };
        return picture is null
            ? reply
            : reply with
            {
                Files = [new ReplyFile(File, Picture.MediaType, picture.Png, picture.AltText)],
                Picture = File,
            };
    }

    private static IEnumerable<string> Notes(TrendReport report)
    {
        yield return $"{report.Counting} All words of a topic stand in a paper's title, abstract, authors, keywords or categories.";
        if (report.HasSamples)
        {
            yield return PaperNotes.Sample;
        }
    }

    private static string Nothing(TrendReport report) =>
        report.Topics is [var only]
            ? $"None of its papers of that time is about {only.Topic}. Try other words, or /search {only.Topic}."
            : "None of its papers of that time is about any of these. Try other words, or /search.";

    private static ReplyField Field(TopicTrend topic, bool isLastOpen)
    {
        if (topic.Best is not { } best)
        {
            return new ReplyField(
                topic.Topic,
                $"No papers in these weeks. Try other words, or /search {topic.Topic}.",
                []
            );
        }
        var votes = topic.Votes is { } sum ? $" with {Count(sum, "vote")}" : "";
        var most =
            topic.Papers == 1
                ? $"in the week of {Day(best.Monday)}"
                : $"most in the week of {Day(best.Monday)} ({best.Papers.ToString("N0", CultureInfo.InvariantCulture)})";
        return new ReplyField(
            topic.Topic,
            string.Join(
                '\n',
                new[]
                {
                    $"{Count(topic.Papers, "paper")}{votes}, {most}. {Lately(topic, isLastOpen)}".TrimEnd(),
                    $"Papers by week: {Numbers(topic, week => week.Papers)}",
                    topic.Votes is null ? "" : $"Their votes: {Numbers(topic, week => week.Votes ?? 0)}",
                }.Where(line => line.Length > 0)
            ),
            []
        );
    }

    // Of weeks that are over, and that the library knows.
    private static string Lately(TopicTrend topic, bool isLastOpen)
    {
        var over = topic.Weeks.SkipLast(isLastOpen ? 1 : 0).TakeLast(2 * FewWeeks).ToList();
        if (over.Count < 2 * FewWeeks || over.Exists(week => !week.IsKnown))
        {
            return "";
        }
        var (before, last) = (
            over.Take(FewWeeks).Sum(week => week.Papers),
            over.Skip(FewWeeks).Sum(week => week.Papers)
        );
        return Text($"The last {FewWeeks} full weeks brought {last:N0}, the {FewWeeks} before {before:N0}.");
    }

    private static string Numbers(TopicTrend topic, Func<TrendWeek, int> number) =>
        string.Join(
            ", ",
            topic.Weeks.Select(week => week.IsKnown ? number(week).ToString(CultureInfo.InvariantCulture) : "?")
        );

    private static IEnumerable<ReplyButton> Buttons(TrendReport report, string topics, int weeks, PictureLook look)
    {
        if (report.IsEmpty)
        {
            yield break;
        }
        var other = look == PictureLook.Dark ? PictureLook.Light : PictureLook.Dark;
        yield return new ReplyButton($"{other} picture", Line(topics, weeks, other));
        var longer = weeks < TrendsSkill.MostWeeks ? TrendsSkill.MostWeeks : TrendsSkill.UsualWeeks;
        yield return new ReplyButton(Text($"{longer} weeks"), Line(topics, longer, look));
        foreach (var topic in report.Topics.Where(topic => topic.Papers > 0))
        {
            yield return new ReplyButton(
                $"Papers on {topic.Topic}",
                $"/trending period:month topic:{Quoted(topic.Topic)}"
            );
        }
    }

    // As short as can be: the shorter lines fit into buttons and so survive a restart.
    private static string Line(string topics, int weeks, PictureLook look) =>
        string.Concat(
            $"/trends topic:{Quoted(topics)}",
            weeks == TrendsSkill.UsualWeeks ? "" : Text($" weeks:{weeks}"),
            look == PictureLook.Dark ? "" : " look:light"
        );

    private static string Quoted(string topic)
    {
        var plain = topic.Replace('"', '\'');
        return plain.Any(char.IsWhiteSpace) ? $"\"{plain}\"" : plain;
    }

    private static string Count(int number, string one) => number == 1 ? $"1 {one}" : Text($"{number:N0} {one}s");

    private static string Day(DateOnly day) => day.ToString("d MMMM", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
