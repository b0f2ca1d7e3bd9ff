namespace PaperBot.Skills.Papers;

/// <summary>A title as its bare words, by which two spellings of one title are the same.</summary>
public static class TitleKey
{
    /// <summary>
    /// Lower-case words (see <see cref="Words"/>) joined by single blanks. A title without a letter or digit is its own key.
    /// </summary>
    public static string Of(string title)
    {
        var key = string.Join(' ', Words.Of(title));
        return key.Length > 0 ? key : title.Trim();
    }
}
