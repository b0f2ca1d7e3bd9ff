namespace PaperBot.Skills.Writing;

/// <summary>A language that a model may be asked to write.</summary>
/// <param name="Name">In English; the prompt names the language by it, because "the reader's language" is not understood reliably.</param>
/// <param name="Code">ISO 639-1.</param>
/// <param name="Own">As it calls itself.</param>
public sealed record ReaderLanguage(string Name, string Code, string Own)
{
    /// <summary>What stands for the language that an asker has set on the platform.</summary>
    public const string Mine = "mine";

    public static ReaderLanguage English { get; } = new("English", "en", "English");

    /// <summary>All of them, English first.</summary>
    public static IReadOnlyList<ReaderLanguage> All { get; } =
    [
        English,
        new("German", "de", "Deutsch"),
        new("French", "fr", "Français"),
        new("Spanish", "es", "Español"),
        new("Portuguese", "pt", "Português"),
        new("Italian", "it", "Italiano"),
        new("Dutch", "nl", "Nederlands"),
        new("Polish", "pl", "Polski"),
        new("Turkish", "tr", "Türkçe"),
        new("Russian", "ru", "Русский"),
        new("Ukrainian", "uk", "Українська"),
        new("Chinese", "zh", "中文"),
        new("Japanese", "ja", "日本語"),
        new("Korean", "ko", "한국어"),
    ];

    /// <summary>What may be typed: the names, and <see cref="Mine"/>.</summary>
    public static IReadOnlyList<string> Choices { get; } = [Mine, .. All.Select(language => language.Name)];

    /// <param name="name">One of <see cref="Choices"/>, in any case; null for English.</param>
    /// <param name="locale">Of the asker, such as "de" or "pt-BR".</param>
    public static ReaderLanguage Of(string? name, string locale) =>
        name is null ? English
        : name.Equals(Mine, StringComparison.OrdinalIgnoreCase) ? OfLocale(locale)
        : All.FirstOrDefault(language => language.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? English;

    /// <summary>English where none is known by it.</summary>
    public static ReaderLanguage OfLocale(string locale) =>
        All.FirstOrDefault(language =>
            locale.Split('-', '_')[0].Equals(language.Code, StringComparison.OrdinalIgnoreCase)
        ) ?? English;
}
