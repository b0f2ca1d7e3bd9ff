using SkiaSharp;

namespace PaperBot.Pictures;

/// <summary>
/// The colours of a look. Those of series are Okabe and Ito's, which people tell apart who see red and green alike
/// (https://jfly.uni-koeln.de/color/), the light ones on dark and the dark ones on light: each at 3:1 or more against its
/// background, as WCAG asks of graphics; texts at 4.5:1 or more.
/// </summary>
/// <param name="Back">Discord's own background, so that a picture has no edge.</param>
/// <param name="Quiet">For what is read second.</param>
/// <param name="Line">For lines that only guide the eye.</param>
/// <param name="Shade">Behind what is not known.</param>
internal sealed record Palette(SKColor Back, SKColor Text, SKColor Quiet, SKColor Line, SKColor Shade)
{
    public IReadOnlyList<SKColor> Series { get; private init; } = [];

    public static Palette Of(PictureLook look) => look == PictureLook.Light ? Light : Dark;

    private static Palette Dark { get; } =
        new(new(0xFF313338), new(0xFFF2F3F5), new(0xFFB5BAC1), new(0xFF4B4E57), new(0xFF393B41))
        {
            Series = [new(0xFF56B4E9), new(0xFFE69F00), new(0xFF2FC29A)],
        };

    private static Palette Light { get; } =
        new(new(0xFFFFFFFF), new(0xFF1E1F22), new(0xFF5C5E66), new(0xFFD4D7DC), new(0xFFF0F1F3))
        {
            Series = [new(0xFF0072B2), new(0xFFC25700), new(0xFF00805C)],
        };
}
