using SkiaSharp;

namespace PaperBot.Pictures;

/// <summary>A number of a week.</summary>
/// <param name="IsKnown">Else a 0 does not mean that there was nothing.</param>
internal sealed record WeekValue(DateOnly Monday, int Number, bool IsKnown);

/// <summary>
/// Rows of bars below each other, a bar a week, on one scale, with as few lines as let them be read: where there is room for
/// it every bar has its number, else only the highest and the last, and lines have numbers.
/// </summary>
internal sealed class WeekBars
{
    private const float Beside = 6; // between the numbers of the lines and these
    private const float LabelRoom = 15; // above the highest bar
    private const float ShareOfBar = 0.72f;
    private const float WidestBar = 46;
    private const float ToDays = 17; // from the bars to the baseline of what is below them

    private static readonly Lettering Numbers = new(12);
    private static readonly Lettering Small = new(12.5f);

    private readonly Sheet sheet;
    private readonly bool isLastOpen;
    private readonly int most;
    private readonly bool isNamed;
    private readonly float left;
    private readonly float right;
    private readonly float room;

    /// <param name="rows">All of them; each has the same weeks.</param>
    /// <param name="isLastOpen">The last week is not over.</param>
    public WeekBars(Sheet sheet, float left, float right, IReadOnlyList<IReadOnlyList<WeekValue>> rows, bool isLastOpen)
    {
        this.sheet = sheet;
        this.isLastOpen = isLastOpen;
        this.right = right;
        var weeks = rows[0].Count;
        most = Math.Max(1, rows.SelectMany(row => row).Max(week => week.Number));
        isNamed = rows.SelectMany(row => row)
            .All(week => Numbers.WidthOf(Ticks.Short(week.Number)) + 4 <= (right - left) / weeks);
        this.left = isNamed ? left : left + Beside + Ticks.Of(most).Max(tick => Numbers.WidthOf(Ticks.Short(tick)));
        room = (right - this.left) / weeks;
    }

    /// <param name="top">Of the number on the highest bar.</param>
    /// <param name="bottom">Where the bars stand.</param>
    public void Draw(IReadOnlyList<WeekValue> weeks, float top, float bottom, SKColor colour)
    {
        var height = bottom - top - LabelRoom;
        var isEmpty = weeks.All(week => week.Number == 0);
        if (!isNamed && !isEmpty)
        {
            DrawLines(bottom, height);
        }
        DrawUnknown(weeks, top, bottom, isEmpty);
        foreach (var (i, week) in weeks.Index().Where(one => one.Item.Number > 0))
        {
            var (middle, half) = (Middle(i), Math.Min(room * ShareOfBar, WidestBar) / 2);
            sheet.Stand(
                new SKRect(middle - half, bottom - HighOf(week, height), middle + half, bottom),
                colour,
                isLastOpen && i == weeks.Count - 1
            );
        }
        foreach (var i in isEmpty ? [] : Named(weeks))
        {
            var number = Ticks.Short(weeks[i].Number);
            var colourOf = weeks[i].Number == 0 ? sheet.Palette.Quiet : sheet.Palette.Text;
            SayAround(number, Middle(i), bottom - HighOf(weeks[i], height) - 4, Numbers, colourOf);
        }
        sheet.Line(left, right, bottom, sheet.Palette.Quiet);
    }

    /// <summary>The days below a row.</summary>
    public void DrawDays(IReadOnlyList<WeekValue> weeks, float bottom)
    {
        foreach (var (start, text) in Ticks.Below([.. weeks.Select(one => one.Monday)], room, Small.WidthOf))
        {
            sheet.Say(text, left + start, bottom + ToDays, Small, sheet.Palette.Quiet);
        }
    }

    // With its middle there, or as near as the end of the row lets it be.
    private void SayAround(string text, float middle, float baseline, Lettering lettering, SKColor colour)
    {
        var width = lettering.WidthOf(text);
        sheet.Say(text, Math.Min(middle - width / 2, right - width), baseline, lettering, colour);
    }

    private float Middle(int week) => left + (week + 0.5f) * room;

    private float HighOf(WeekValue week, float height) =>
        week.Number == 0 ? 0 : Math.Max(2, height * week.Number / most);

    private void DrawLines(float bottom, float height)
    {
        foreach (var tick in Ticks.Of(most))
        {
            var y = bottom - height * tick / most;
            sheet.Line(left, right, y, sheet.Palette.Line);
            sheet.SayBefore(Ticks.Short(tick), left - Beside, y + 4, Numbers, sheet.Palette.Quiet);
        }
    }

    // Which bars have their number.
    private IEnumerable<int> Named(IReadOnlyList<WeekValue> weeks)
    {
        if (isNamed)
        {
            return Enumerable.Range(0, weeks.Count).Where(i => weeks[i].IsKnown);
        }
        var last = weeks.Count - 1;
        var best = Enumerable
            .Range(0, weeks.Count)
            .OrderByDescending(i => weeks[i].Number)
            .ThenByDescending(i => i)
            .First();
        var widest = Math.Max(WidthOf(best), WidthOf(last)) + 4;
        return weeks[last].Number == 0 || (last - best) * room < widest ? [best] : [best, last];

        float WidthOf(int i) => Numbers.WidthOf(Ticks.Short(weeks[i].Number));
    }

    // Weeks before the library began, and what is to be said where there is no bar.
    private void DrawUnknown(IReadOnlyList<WeekValue> weeks, float top, float bottom, bool isEmpty)
    {
        var unknown = weeks.TakeWhile(week => !week.IsKnown).Count();
        if (unknown > 0)
        {
            sheet.Fill(new SKRect(left, top, left + unknown * room, bottom), sheet.Palette.Shade);
            SayWithin(left, left + unknown * room, "not in the library", "not known");
        }
        if (isEmpty)
        {
            SayWithin(left + unknown * room, right, "none in these weeks", "none");
        }

        void SayWithin(float from, float until, params IReadOnlyList<string> texts)
        {
            if (texts.FirstOrDefault(one => Small.WidthOf(one) + 8 <= until - from) is { } text)
            {
                SayAround(text, (from + until) / 2, (top + bottom) / 2 + 4, Small, sheet.Palette.Quiet);
            }
        }
    }
}
