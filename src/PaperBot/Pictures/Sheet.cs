using SkiaSharp;

namespace PaperBot.Pictures;

/// <summary>What is drawn on: 520 units wide, as wide as Discord shows a picture in a message, each of two pixels.</summary>
internal sealed class Sheet : IDisposable
{
    public const float Width = 520;
    public const float Margin = 16;
    public const int Pixels = 2; // a unit

    private readonly SKSurface surface;

    public Sheet(float height, Palette palette)
    {
        Palette = palette;
        Height = MathF.Ceiling(height);
        var info = new SKImageInfo((int)Width * Pixels, (int)Height * Pixels, SKColorType.Rgba8888, SKAlphaType.Opaque);
        surface =
            SKSurface.Create(info) ?? throw new InvalidOperationException("There is no memory left for a picture.");
        Canvas.Clear(palette.Back);
        Canvas.Scale(Pixels);
    }

    public Palette Palette { get; }

    public float Height { get; }

    private SKCanvas Canvas => surface.Canvas;

    public void Say(string text, float x, float baseline, Lettering lettering, SKColor colour) =>
        lettering.Draw(Canvas, text, x, baseline, colour);

    /// <summary>So that it ends at <paramref name="right"/>.</summary>
    public void SayBefore(string text, float right, float baseline, Lettering lettering, SKColor colour) =>
        Say(text, right - lettering.WidthOf(text), baseline, lettering, colour);

    public void Fill(SKRect area, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        Canvas.DrawRect(area, paint);
    }

    /// <summary>A bar that stands on its lower edge.</summary>
    /// <param name="isOpen">Outlined: what it counts is not over.</param>
    public void Stand(SKRect bar, SKColor colour, bool isOpen = false)
    {
        var round = Math.Min(2.5f, Math.Min(bar.Width, bar.Height) / 2);
        Shape(bar, [new(round, round), new(round, round), default, default], colour, isOpen);
    }

    /// <summary>A bar that begins at its left edge.</summary>
    public void Lie(SKRect bar, SKColor colour)
    {
        var round = Math.Min(2.5f, Math.Min(bar.Width, bar.Height) / 2);
        Shape(bar, [default, new(round, round), new(round, round), default], colour, isOpen: false);
    }

    public void Line(float left, float right, float y, SKColor colour, float thick = 1)
    {
        using var paint = new SKPaint
        {
            Color = colour,
            StrokeWidth = thick,
            IsAntialias = true,
        };
        Canvas.DrawLine(left, y, right, y, paint);
    }

    public byte[] ToPng()
    {
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    public void Dispose() => surface.Dispose();

    private void Shape(SKRect bar, SKPoint[] corners, SKColor colour, bool isOpen)
    {
        using var paint = new SKPaint { Color = isOpen ? colour.WithAlpha(70) : colour, IsAntialias = true };
        using var shape = new SKRoundRect();
        shape.SetRectRadii(bar, corners);
        Canvas.DrawRoundRect(shape, paint);
        if (isOpen && bar.Height > 1.5f)
        {
            paint.Color = colour;
            paint.Style = SKPaintStyle.Stroke;
            paint.StrokeWidth = 1.5f;
            bar.Inflate(-0.75f, -0.75f);
            shape.SetRectRadii(bar, corners);
            Canvas.DrawRoundRect(shape, paint);
        }
    }
}
