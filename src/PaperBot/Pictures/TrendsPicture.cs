using PaperBot.Skills.Trends;
using SkiaSharp;

namespace PaperBot.Pictures;

/// <summary>
/// Pure: how topics moved over weeks. One topic has two rows of bars, its papers and their votes; several have a row each, on
/// one scale, the papers on the left and the votes on the right.
/// </summary>
internal static class TrendsPicture
{
    private const float Left = Sheet.Margin;
    private const float Right = Sheet.Width - Sheet.Margin;
    private const float Between = 24; // of two columns
    private const float ToBars = 8; // from a heading's baseline
    private const float Days = 24; // below the bars
    private const float Foot = 22;
    private const float End = 12;
    private const float Mark = 10; // the square of a topic's colour

    private const string VotesHeading = "Votes they have now";

    private static readonly Lettering Heading = new(15.5f, IsBold: true);
    private static readonly Lettering Name = new(14, IsBold: true);
    private static readonly Lettering Beside = new(13.5f);
    private static readonly Lettering Small = new(12.5f);

    /// <param name="report">With weeks.</param>
    public static Picture Draw(TrendReport report, PictureLook look) =>
        new(report.Topics.Count == 1 ? One(report, look) : Several(report, look), TrendsAltText.Of(report));

    private static byte[] One(TrendReport report, PictureLook look)
    {
        var topic = report.Topics[0];
        var high = report.HasVotes ? 96f : 150f;
        var row = 28 + ToBars + high;
        using var sheet = new Sheet((report.HasVotes ? 2 : 1) * row + Below(report), Palette.Of(look));

        var name = Lettering.Drawable(topic.Topic) is { } drawable ? $"Papers on {drawable}" : "Papers";
        Row(name, Papers(topic), topic.Papers, row, isLowest: !report.HasVotes);
        if (report.HasVotes)
        {
            Row(VotesHeading, Votes(topic), topic.Votes ?? 0, 2 * row, isLowest: true);
        }
        SayFoot(sheet, report);
        return sheet.ToPng();

        void Row(string heading, IReadOnlyList<WeekValue> values, int sum, float bottom, bool isLowest)
        {
            var baseline = bottom - high - ToBars;
            var total = $"{Ticks.Short(sum)} in {values.Count} weeks";
            sheet.SayBefore(total, Right, baseline, Beside, sheet.Palette.Quiet);
            var room = Right - Left - Beside.WidthOf(total) - 14;
            sheet.Say(Heading.Fit(heading, room), Left, baseline, Heading, sheet.Palette.Text);
            var bars = new WeekBars(sheet, Left, Right, [values], report.IsLastOpen);
            bars.Draw(values, bottom - high, bottom, sheet.Palette.Series[0]);
            if (isLowest)
            {
                bars.DrawDays(values, bottom);
            }
        }
    }

    private static byte[] Several(TrendReport report, PictureLook look)
    {
        var high = report.Topics.Count == 2 ? 84f : 62f;
        var row = 24 + ToBars + high;
        using var sheet = new Sheet(34 + report.Topics.Count * row + Below(report), Palette.Of(look));
        var width = report.HasVotes ? (Right - Left - Between) / 2 : Right - Left;

        Column("Papers", Left, Papers, topic => Ticks.Short(topic.Papers), isNamed: true);
        if (report.HasVotes)
        {
            Column(
                VotesHeading,
                Right - width,
                Votes,
                topic => topic.Votes is { } votes ? Ticks.Short(votes) : "",
                isNamed: false
            );
        }
        SayFoot(sheet, report);
        return sheet.ToPng();

        void Column(
            string heading,
            float left,
            Func<TopicTrend, IReadOnlyList<WeekValue>> values,
            Func<TopicTrend, string> sum,
            bool isNamed
        )
        {
            sheet.Say(heading, left, 28, Heading, sheet.Palette.Text);
            var rows = report.Topics.Select(values).ToList();
            var bars = new WeekBars(sheet, left, left + width, rows, report.IsLastOpen);
            foreach (var (i, topic) in report.Topics.Index())
            {
                var bottom = 34 + (i + 1) * row;
                var baseline = bottom - high - ToBars;
                var colour = sheet.Palette.Series[i];
                sheet.SayBefore(sum(topic), left + width, baseline, Beside, sheet.Palette.Quiet);
                if (isNamed)
                {
                    var room = width - Mark - 6 - Beside.WidthOf(sum(topic)) - 10;
                    sheet.Fill(new SKRect(left, baseline - Mark, left + Mark, baseline), colour);
                    var name = Name.Fit(Lettering.Drawable(topic.Topic) ?? $"Topic {i + 1}", room);
                    sheet.Say(name, left + Mark + 6, baseline, Name, sheet.Palette.Text);
                }
                bars.Draw(rows[i], bottom - high, bottom, colour);
            }
            bars.DrawDays(rows[0], 34 + rows.Count * row);
        }
    }

    private static float Below(TrendReport report) => Days + (IsOutlined(report) ? Foot : 0) + End;

    // A week without papers has no bar.
    private static bool IsOutlined(TrendReport report) =>
        report.IsLastOpen && report.Topics.Any(topic => topic.Weeks[^1].Papers > 0);

    private static void SayFoot(Sheet sheet, TrendReport report)
    {
        if (IsOutlined(report))
        {
            sheet.Say(
                "The last week, outlined, is not over.",
                Left,
                sheet.Height - End - 2,
                Small,
                sheet.Palette.Quiet
            );
        }
    }

    private static IReadOnlyList<WeekValue> Papers(TopicTrend topic) =>
        [.. topic.Weeks.Select(week => new WeekValue(week.Monday, week.Papers, week.IsKnown))];

    private static IReadOnlyList<WeekValue> Votes(TopicTrend topic) =>
        [.. topic.Weeks.Select(week => new WeekValue(week.Monday, week.Votes ?? 0, week.IsKnown))];
}
