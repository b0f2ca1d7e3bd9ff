using System.Text;
using SkiaSharp;

namespace PaperBot.Pictures;

/// <summary>How big letters are, in the units of <see cref="Sheet"/>, and how heavy.</summary>
internal readonly record struct Lettering(float Size, bool IsBold = false)
{
    private const char Ellipsis = '…';

    public float WidthOf(string text) => Runs(text).Sum(run => run.Width);

    /// <summary>The text, cut at a blank where one is near, so that it is no wider.</summary>
    public string Fit(string text, float width)
    {
        if (WidthOf(text) <= width)
        {
            return text;
        }
        var runes = text.EnumerateRunes().ToList();
        for (var length = runes.Count - 1; length > 0; length--)
        {
            var cut = string.Concat(runes.Take(length)).TrimEnd();
            if (WidthOf($"{cut}{Ellipsis}") <= width)
            {
                var blank = cut.LastIndexOf(' ');
                return (blank > cut.Length * 2 / 3 ? cut[..blank] : cut).TrimEnd(',', ';', ':', '-', ' ')
                    + $"{Ellipsis}";
            }
        }
        return $"{Ellipsis}";
    }

    /// <summary>Draws the text and ends at <c>x</c> + its width.</summary>
    public void Draw(SKCanvas canvas, string text, float x, float baseline, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        foreach (var run in Runs(text))
        {
            using var font = FontOf(run.Typeface);
            canvas.DrawText(run.Text, x, baseline, SKTextAlign.Left, font, paint);
            x += run.Width;
        }
    }

    /// <summary>
    /// The text with an ellipsis in place of what no font can draw.
    /// </summary>
    /// <returns>Null where hardly anything is left to read.</returns>
    public static string? Drawable(string text)
    {
        var drawable = new StringBuilder();
        var (kept, letters) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var isThere = Fonts.For(rune, bold: false) is not null;
            letters += Rune.IsLetterOrDigit(rune) ? 1 : 0;
            kept += isThere && Rune.IsLetterOrDigit(rune) ? 1 : 0;
            if (isThere)
            {
                drawable.Append(rune);
            }
            else if (drawable.Length == 0 || drawable[^1] != Ellipsis)
            {
                drawable.Append(Ellipsis);
            }
        }
        return kept > 0 && kept * 2 >= letters ? drawable.ToString().Trim() : null;
    }

    // Letters that one font has, together.
    private IEnumerable<Run> Runs(string text)
    {
        var current = new StringBuilder();
        SKTypeface? typeface = null;
        foreach (var rune in text.EnumerateRunes())
        {
            var next = Fonts.For(rune, IsBold) ?? (IsBold ? Fonts.Bold : Fonts.Regular);
            if (typeface is not null && next != typeface)
            {
                yield return RunOf(current.ToString(), typeface);
                current.Clear();
            }
            typeface = next;
            current.Append(rune);
        }
        if (typeface is not null)
        {
            yield return RunOf(current.ToString(), typeface);
        }
    }

    private Run RunOf(string text, SKTypeface typeface)
    {
        using var font = FontOf(typeface);
        return new Run(text, typeface, font.MeasureText(text));
    }

    // Without hinting, letters look the same on every computer.
    private SKFont FontOf(SKTypeface typeface) =>
        new(typeface, Size)
        {
            Subpixel = true,
            Hinting = SKFontHinting.None,
            Edging = SKFontEdging.Antialias,
            Embolden = IsBold && typeface != Fonts.Bold,
        };

    private sealed record Run(string Text, SKTypeface Typeface, float Width);
}
