using System.Globalization;
using System.Text.RegularExpressions;

namespace PaperBot.Model;

/// <summary>Takes a key out of texts, also where it is escaped as JSON and addresses do.</summary>
/// <param name="key">Empty where there is none.</param>
internal sealed class KeyEraser(string key)
{
    private const string Hidden = "***";

    private readonly Regex? shown =
        key.Length == 0
            ? null
            : new Regex(string.Concat(key.Select(Ways)), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    // JSON holds no NUL; in another encoding than UTF-8 it stands between the letters of the key.
    public string Erase(string text)
    {
        var plain = text.Contains('\0', StringComparison.Ordinal)
            ? text.Replace("\0", "", StringComparison.Ordinal)
            : text;
        return shown?.Replace(plain, Hidden) ?? plain;
    }

    private static string Ways(char letter)
    {
        var code = ((int)letter).ToString("x2", CultureInfo.InvariantCulture);
        return $@"(?:\\?{Regex.Escape(letter.ToString())}|\\u00(?i:{code})|%(?i:{code}))";
    }
}
