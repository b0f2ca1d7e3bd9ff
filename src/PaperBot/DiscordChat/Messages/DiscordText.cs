using System.Globalization;
using System.Text;

namespace PaperBot.DiscordChat.Messages;

/// <summary>
/// Pure: plain text as Discord shows it: nothing in it is markdown, a mention, a link or an emoji's name, and it ends within a
/// limit. It is cut between the signs that a reader sees, each with its escape, so no cut falls into a surrogate pair, an
/// emoji, an accented letter or an escape; links and code spans there are none in it.
/// </summary>
internal static class DiscordText
{
    private const char Ellipsis = '…';
    private const char Nothing = '\u200B'; // zero-width space: shows nothing, and parts what would be a mention
    private const string Always = "\\*_`["; // markdown wherever it stands
    private const int LongestSign = 64; // a longer one is a heap of accents, and may be cut

    /// <summary>For places where Discord reads markdown: descriptions, titles and fields of embeds, messages.</summary>
    /// <param name="text">Any; control characters but line breaks are left out.</param>
    /// <param name="most">UTF-16 units, as Discord counts.</param>
    public static string Fit(string text, int most) => Fit(text, most, plain: false);

    /// <summary>For places that show everything as it stands: footers, buttons, menus, suggestions.</summary>
    /// <inheritdoc cref="Fit(string, int)"/>
    public static string FitPlain(string text, int most) => Fit(text, most, plain: true);

    /// <summary>
    /// Whether it may be the text of a masked link, in which Discord shows escapes as they stand and which it does not take
    /// for a link when the text looks like one (https://github.com/discord/discord-api-docs/issues/6185, …/7721).
    /// </summary>
    public static bool CanBeLink(string text) =>
        text.Length > 0
        && !text.AsSpan().ContainsAny(']', '\n')
        && Fit(text, int.MaxValue, plain: false) == Fit(text, int.MaxValue, plain: true);

    private static string Fit(string text, int most, bool plain)
    {
        text = Clean(text);
        var fitted = new StringBuilder(Math.Min(text.Length, most) + 16);
        var lastBlank = -1;
        var isStart = true; // of a line, where lists, headings and quotes begin
        for (var i = 0; i < text.Length; )
        {
            var sign = Sign(text, i);
            var before = fitted.Length;
            for (var at = i; at < i + sign; at++)
            {
                Append(fitted, text, at, plain, isStart);
                isStart = text[at] == '\n' || (isStart && CanLead(text[at]));
            }
            i += sign;
            if (fitted.Length > (i < text.Length ? most - 1 : most))
            {
                fitted.Length = before;
                return Cut(fitted, lastBlank, most);
            }
            if (text[i - 1] is ' ' or '\n')
            {
                lastBlank = before;
            }
        }
        return fitted.ToString();
    }

    // How many units the sign that a reader sees has: a letter with its accents, an emoji with its skin.
    private static int Sign(string text, int i)
    {
        if (i + 1 == text.Length || (char.IsAscii(text[i]) && char.IsAscii(text[i + 1])))
        {
            return 1;
        }
        var window = text.AsSpan(i, Math.Min(LongestSign, text.Length - i));
        if (window.Length > 1 && char.IsHighSurrogate(window[^1]))
        {
            window = window[..^1];
        }
        return StringInfo.GetNextTextElementLength(window);
    }

    private static void Append(StringBuilder to, string text, int i, bool plain, bool isStart)
    {
        var letter = text[i];
        if (plain)
        {
            to.Append(letter);
        }
        else if (letter == '@' && (Follows(text, i, "everyone") || Follows(text, i, "here")))
        {
            to.Append(letter).Append(Nothing);
        }
        else if (IsMarkdown(text, i, isStart))
        {
            to.Append('\\').Append(letter);
        }
        else
        {
            to.Append(letter);
        }
    }

    // Before anything is escaped: what is left out must not have parted what then stands together.
    private static string Clean(string text)
    {
        text = text.ReplaceLineEndings("\n").Trim();
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // a lone surrogate comes out as U+FFFD
        {
            if (rune.Value is '\n' or '\t')
            {
                clean.Append(rune.Value == '\n' ? '\n' : ' ');
            }
            else if (!Rune.IsControl(rune) && !TurnsAround(rune.Value))
            {
                clean.Append(rune);
            }
        }
        return clean.ToString().Trim();
    }

    // Marks of direction that would also turn what stands after the text.
    private static bool TurnsAround(int letter) => letter is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    // https://support.discord.com/hc/en-us/articles/210298617; an escape too many is seen by those who copy the text.
    private static bool IsMarkdown(string text, int i, bool isStart)
    {
        var letter = text[i];
        var next = i + 1 < text.Length ? text[i + 1] : '\n';
        return letter switch
        {
            '~' or '|' => next == letter || (i > 0 && text[i - 1] == letter),
            ']' => next == '(',
            '<' => !(char.IsWhiteSpace(next) || next == '='), // mentions, dates, custom emoji, addresses
            ':' => next == '/' || IsName(text, i), // addresses, emoji
            '#' or '>' => isStart,
            '-' or '+' => isStart && (char.IsWhiteSpace(next) || next is '#' or '-'),
            '.' => isStart && i > 0 && char.IsAsciiDigit(text[i - 1]) && char.IsWhiteSpace(next),
            _ => Always.Contains(letter, StringComparison.Ordinal),
        };
    }

    // :name: of an emoji
    private static bool IsName(string text, int colon)
    {
        var end = colon + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '-' or '+' or '~'))
        {
            end++;
        }
        return end > colon + 1 && end < text.Length && text[end] == ':';
    }

    // What may stand before, or in, the sign of a list, a heading or a quote.
    private static bool CanLead(char letter) =>
        char.IsWhiteSpace(letter) || char.IsAsciiDigit(letter) || letter is '#' or '>' or '-' or '+' or '*';

    private static bool Follows(string text, int i, string word) =>
        text.AsSpan(i + 1).StartsWith(word, StringComparison.OrdinalIgnoreCase);

    // At a blank, where one is near; the dots take one of the letters.
    private static string Cut(StringBuilder fitted, int lastBlank, int most)
    {
        if (most <= 0)
        {
            return "";
        }
        if (lastBlank > fitted.Length * 3 / 4)
        {
            fitted.Length = lastBlank;
        }
        return fitted.Append(Ellipsis).ToString();
    }
}
