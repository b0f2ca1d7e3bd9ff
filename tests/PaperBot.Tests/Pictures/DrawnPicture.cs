using SkiaSharp;

namespace PaperBot.Tests.Pictures;

/// <summary>A PNG, looked at.</summary>
internal sealed class DrawnPicture : IDisposable
{
    private readonly SKBitmap bitmap;

    public DrawnPicture(byte[] png)
    {
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        bitmap = SKBitmap.Decode(png);
    }

    public int Width => bitmap.Width;

    public int Height => bitmap.Height;

    public SKColor Back => bitmap.GetPixel(0, 0);

    /// <summary>How many pixels are of another colour than the background.</summary>
    public int Drawn => bitmap.Pixels.Count(pixel => pixel != Back);

    public bool Has(SKColor colour) => bitmap.Pixels.Contains(colour);

    /// <summary>Nothing reaches into the margins, where it would be cut off or touch the edge.</summary>
    /// <param name="margin">In pixels.</param>
    public bool HasMargins(int margin) =>
        Enumerable
            .Range(0, Height)
            .All(y =>
                Enumerable
                    .Range(0, Width)
                    .Where(x => x < margin || x >= Width - margin || y < margin / 2 || y >= Height - margin / 2)
                    .All(x => bitmap.GetPixel(x, y) == Back)
            );

    public void Dispose() => bitmap.Dispose();
}
