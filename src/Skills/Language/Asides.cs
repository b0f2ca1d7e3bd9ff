using System.Text;
using System.Text.RegularExpressions;

namespace PaperBot.Skills.Language;

/// <summary>What can be left out inside a sentence: citations, brackets that only name or point, tags.</summary>
internal static partial class Asides
{
    public static string Drop(string text, string title)
    {
        text = text.Contains('<') && !InnerTag().IsMatch(text) ? Tag().Replace(text, "") : text;
        text = text.Contains('\\') ? CiteCommand().Replace(text, "") : text;
        text = text.Contains('[') ? Citation().Replace(text, "") : text;
        text = InThisPaper().Replace(text, "");
        text = ToThisProblem().Replace(text, "");
        return text.Contains('(') ? DropBrackets(text, title) : text;
    }

    private static string DropBrackets(string text, string title)
    {
        var kept = new StringBuilder(text.Length);
        var position = 0;
        while (position < text.Length)
        {
            var open = text.IndexOf('(', position);
            var close = open < 0 ? -1 : Close(text, open);
            if (close < 0)
            {
                break;
            }
            if (IsAside(text, open, close, title))
            {
                kept.Append(text.AsSpan(position..open).TrimEnd());
            }
            else
            {
                kept.Append(text.AsSpan(position..(close + 1)));
            }
            position = close + 1;
        }
        return kept.Append(text.AsSpan(position)).ToString();
    }

    private static int Close(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            depth +=
                text[i] == '(' ? 1
                : text[i] == ')' ? -1
                : 0;
            if (depth == 0)
            {
                return i;
            }
        }
        return -1;
    }

    private static bool IsAside(string text, int open, int close, string title)
    {
        var inside = text.AsSpan((open + 1)..close);
        if (open < 2 || text[open - 1] != ' ' || !EndsWord(text.AsSpan(close + 1)))
        {
            // "f(x)", "network(s)", "(re)training"
            return false;
        }
        if (inside.Length < 5 && (ItemNumber().IsMatch(inside) || IsSingleLetter(text, open)))
        {
            return false;
        }
        if (Reference().IsMatch(inside))
        {
            return true;
        }
        return !Figure().IsMatch(inside) && !IsNameIn(title, inside.Trim()) && !UsedAgain(text, inside, close);
    }

    // The short name of what the paper is about.
    private static bool IsNameIn(string title, ReadOnlySpan<char> inside)
    {
        var at = inside.Length > 1 ? title.AsSpan().IndexOf(inside) : -1;
        var end = at + inside.Length;
        return at >= 0
            && (at == 0 || !char.IsLetterOrDigit(title[at - 1]))
            && (end == title.Length || !char.IsLetterOrDigit(title[end]));
    }

    private static bool IsSingleLetter(string text, int open) => open == 1 || text[open - 2] is ' ' or '$';

    // Nor may two numbers become one: "6 (as before).5".
    private static bool EndsWord(ReadOnlySpan<char> rest) =>
        rest.IsEmpty
        || char.IsWhiteSpace(rest[0])
        || (
            rest[0] is '.' or ',' or ';' or ':' or '!' or '?' or '-'
            && (rest.Length < 2 || !char.IsLetterOrDigit(rest[1]) || rest[0] == '-')
        );

    // A short name that the sentence goes on to use has to be introduced.
    private static bool UsedAgain(string text, ReadOnlySpan<char> inside, int close) =>
        inside.Length is > 1 and < 16
        && !inside.Contains(' ')
        && text.AsSpan(close).Contains(inside.TrimEnd('s'), StringComparison.Ordinal);

    private const string Tags =
        "</?(?:p|br|b|i|em|strong|span|div|ul|ol|li|h[1-6]|a|title|sec|jats:[a-z-]+)(?:\\s[^<>]{0,200})?/?>";

    // Without its tags "CO<b>2</b>" would be another word: such a sentence keeps them all.
    [GeneratedRegex(
        $@"[\w\ud800-\udfff]{Tags}[\w\ud800-\udfff]|\d{Tags}[.,]\d|\d[.,]{Tags}\d",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex InnerTag();

    [GeneratedRegex(Tags, RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex("""\s*~?\\(?:cite|citep|citet|ref|footnote|label)\{[^{}]{0,200}\}(?![.,]?\w)""")]
    private static partial Regex CiteCommand();

    [GeneratedRegex("""(?:\s|(?<!\d))\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\](?![.,]?\w)""")]
    private static partial Regex Citation();

    [GeneratedRegex(
        "(?<=\\b(?:propos|present|introduc|describ|develop|studi|investigat|analyz|consider|discuss)(?:e|es|ed|s|y|ies)?)"
            + " in this (?:paper|work|article|study|letter|chapter)(?=[\\s.])"
    )]
    private static partial Regex InThisPaper();

    // Which problem, the sentence before said.
    [GeneratedRegex(
        "(?<=\\b(?:solutions?|approach|remedy|answer|alternative|method|framework|algorithm))"
            + " (?:to|for) (?:(?:solve|address|tackle|overcome) )?(?:this|these|the above|such an?)"
            + " (?:problem|issue|challenge|limitation|question|shortcoming|task|setting)s?(?=[\\s.,])"
    )]
    private static partial Regex ToThisProblem();

    [GeneratedRegex("""^(?:\d{1,2}|[ivxIVX]{1,4}|[a-hA-H])$""")]
    private static partial Regex ItemNumber();

    [GeneratedRegex(
        "^(?:see|cf\\.?|e\\.g\\.?|i\\.e\\.?|Figs?\\.?|Figure|Sec|Section|Table|Appendix|Eqs?\\.?)\\b|\\b(?:19|20)\\d\\d[a-z]?\\s*$"
            + "|\\bet al\\b|https?:|\\bavailable\\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Reference();

    [GeneratedRegex("""\d\s?(?:%|x\b|×|\.\d)|[<>=≈±]\s?\d|\d{2}""")]
    private static partial Regex Figure();
}
