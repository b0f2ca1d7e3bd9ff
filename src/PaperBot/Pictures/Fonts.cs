using System.Text;
using SkiaSharp;

namespace PaperBot.Pictures;

/// <summary>
/// Which font has a letter. Inter comes with PaperBot, because a container has no fonts; what it lacks, such as Chinese, is
/// looked for in the computer's own (docs/decisions/0012).
/// </summary>
internal static class Fonts
{
    private const int MostFiles = 400;

    // Fonts with many scripts, and plain ones, before all others.
    private static readonly string[] Preferred =
    [
        "DroidSansFallback",
        "NotoSansCJK",
        "wqy-",
        "NotoSans-",
        "DejaVuSans.",
    ];

    private static readonly string[] Folders =
    [
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".fonts"),
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "fonts"),
    ];

    private static readonly Lazy<SKTypeface> RegularOnce = new(() => Embedded("Inter-Regular.otf"));
    private static readonly Lazy<SKTypeface> BoldOnce = new(() => Embedded("Inter-SemiBold.otf"));
    private static readonly Lazy<IReadOnlyList<string>> FilesOnce = new(Files);
    private static readonly Lock Opening = new();
    private static readonly List<SKTypeface> Opened = [];
    private static int tried;

    public static SKTypeface Regular => RegularOnce.Value;

    public static SKTypeface Bold => BoldOnce.Value;

    /// <returns>Null where no font at hand can draw it so that it is read rightly.</returns>
    public static SKTypeface? For(Rune letter, bool bold)
    {
        var own = bold ? Bold : Regular;
        return Has(own, letter) ? own
            : StandsAlone(letter.Value) ? Other(letter)
            : null;
    }

    // Letters of Arabic, Indic and the like change with their neighbours, or go from right to left; drawn one by one they
    // would be wrong. Those of Greek, Cyrillic, and of Chinese, Japanese and Korean stand as they are.
    private static bool StandsAlone(int letter) =>
        letter
            is (>= 0x00A0 and <= 0x058F) // Latin, Greek, Cyrillic, Armenian
                or (>= 0x1E00 and <= 0x2BFF) // more Latin and Greek, punctuation, signs, arrows, mathematics
                or (>= 0x2E80 and <= 0x9FFF) // Chinese, Japanese
                or (>= 0xAC00 and <= 0xD7A3) // Korean
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0xFF00 and <= 0xFFEF)
                or (>= 0x1D400 and <= 0x1D7FF) // mathematical letters
                or (>= 0x20000 and <= 0x323AF);

    private static SKTypeface? Other(Rune letter)
    {
        if (!OperatingSystem.IsLinux())
        {
            return SKFontManager.Default.MatchCharacter(letter.Value);
        }
        lock (Opening)
        {
            for (var i = 0; ; i++)
            {
                while (i == Opened.Count && tried < FilesOnce.Value.Count)
                {
                    if (SKTypeface.FromFile(FilesOnce.Value[tried++]) is { } font)
                    {
                        Opened.Add(font);
                    }
                }
                if (i == Opened.Count)
                {
                    return null;
                }
                if (Has(Opened[i], letter))
                {
                    return Opened[i];
                }
            }
        }
    }

    private static bool Has(SKTypeface typeface, Rune letter)
    {
        using var font = new SKFont(typeface);
        return font.ContainsGlyph(letter.Value);
    }

    private static SKTypeface Embedded(string name)
    {
        using var stream =
            typeof(Fonts).Assembly.GetManifestResourceStream($"PaperBot.Pictures.Fonts.{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"{name} is no font.");
    }

    private static IReadOnlyList<string> Files()
    {
        var all = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        return
        [
            .. Folders
                .Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*", all))
                .Where(file => Path.GetExtension(file).ToLowerInvariant() is ".ttf" or ".otf" or ".ttc")
                .OrderBy(Place)
                .ThenBy(file => file, StringComparer.Ordinal)
                .Take(MostFiles),
        ];

        static int Place(string file)
        {
            var place = Array.FindIndex(Preferred, name => file.Contains(name, StringComparison.Ordinal));
            return place < 0 ? Preferred.Length : place;
        }
    }
}
