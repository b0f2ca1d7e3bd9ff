using System.Globalization;
using PaperBot.Skills.Digests;
using SkiaSharp;

namespace PaperBot.Pictures;

/// <summary>Pure: the papers that a team liked best in a week, a bar each.</summary>
internal static class RecapPicture
{
    private const int Most = 6;
    private const float Row = 46;
    private const float Thick = 14;
    private const int LongestTitle = 80; // in words; the picture shows as much as is wide enough

    private static readonly Lettering Heading = new(15.5f, IsBold: true);
    private static readonly Lettering Name = new(14);
    private static readonly Lettering Number = new(13, IsBold: true);
    private static readonly Lettering Small = new(12.5f);

    /// <returns>Null where the team did not vote.</returns>
    public static Picture? Draw(DigestRecap recap, PictureLook look = PictureLook.Dark)
    {
        var papers = recap.Best.Where(paper => paper.Votes > 0).Take(Most).ToList();
        return papers.Count == 0 ? null : new Picture(Draw(recap, papers, look), AltText(recap, papers));
    }

    private static byte[] Draw(DigestRecap recap, List<DigestRecapPaper> papers, PictureLook look)
    {
        const float Left = Sheet.Margin;
        const float Right = Sheet.Width - Sheet.Margin;
        using var sheet = new Sheet(44 + papers.Count * Row + 30, Palette.Of(look));
        var most = papers.Max(paper => paper.Votes);
        sheet.Say("Your votes", Left, 28, Heading, sheet.Palette.Text);
        sheet.SayBefore(Days(recap), Right, 28, Small, sheet.Palette.Quiet);
        foreach (var (i, paper) in papers.Index())
        {
            var top = 44 + i * Row;
            var title = Lettering.Drawable(paper.Title) ?? paper.Paper;
            sheet.Say(Name.Fit(title, Right - Left), Left, top + 14, Name, sheet.Palette.Text);
            var number = Ticks.Short(paper.Votes);
            var width = Math.Max(2, (Right - Left - Number.WidthOf(Ticks.Short(most)) - 8) * paper.Votes / most);
            sheet.Lie(new SKRect(Left, top + 20, Left + width, top + 20 + Thick), sheet.Palette.Series[0]);
            sheet.Say(number, Left + width + 7, top + 20 + Thick - 2, Number, sheet.Palette.Text);
        }
        sheet.Say(Who(recap), Left, 44 + papers.Count * Row + 12, Small, sheet.Palette.Quiet);
        return sheet.ToPng();
    }

    private static string AltText(DigestRecap recap, List<DigestRecapPaper> papers)
    {
        var start = $"Bars of the team's votes, {Days(recap)}.";
        var rows = papers.Select(paper => $"{Votes(paper.Votes)}: {Short(paper.Title)}.");
        return string.Join(' ', [start, .. rows, $"{Who(recap)}."]);
    }

    private static string Who(DigestRecap recap) =>
        recap.Voters == 1 ? "One person voted" : Text($"{recap.Voters:N0} people voted");

    private static string Days(DigestRecap recap) =>
        recap.From.Year != recap.Until.Year ? Text($"{recap.From:d MMMM yyyy} to {recap.Until:d MMMM yyyy}")
        : recap.From.Month != recap.Until.Month ? Text($"{recap.From:d MMMM} to {recap.Until:d MMMM yyyy}")
        : Text($"{recap.From:%d} to {recap.Until:d MMMM yyyy}");

    private static string Votes(int votes) => votes == 1 ? "1 vote" : Text($"{votes:N0} votes");

    private static string Short(string title) =>
        title.Length <= LongestTitle ? title : $"{title[..LongestTitle].TrimEnd()}…";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
