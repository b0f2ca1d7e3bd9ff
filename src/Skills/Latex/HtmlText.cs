using System.Net;
using System.Text.RegularExpressions;

namespace PaperBot.Skills.Latex;

/// <summary>
/// Tags and entities that web pages, publishers (JATS) and formulas (MathML) leave in titles and abstracts as plain text.
/// What is not known as a tag stays: "the token &lt;mask&gt;", "a&lt;b and c&gt;d". No input fails.
/// </summary>
public static partial class HtmlText
{
    // Some sources escape what is escaped already.
    private const int MostEscapes = 2;

    public static string Plain(string text)
    {
        for (var i = 0; i < MostEscapes && text.Contains('&') && Entity().IsMatch(text); i++)
        {
            text = WebUtility.HtmlDecode(text);
        }
        if (!text.Contains('<'))
        {
            return text;
        }
        text = Script().Replace(text, Scripted);
        return Tag().Replace(text, Replaced);
    }

    // 10<sup>5</sup> is no 105.
    private static string Scripted(Match script)
    {
        var argument = script.Groups["text"].Value;
        return script.Groups["raised"].Success
            ? LatexScripts.Raise(argument) ?? $"^{argument}"
            : LatexScripts.Lower(argument) ?? argument;
    }

    private static string Replaced(Match tag)
    {
        var name = tag.Groups["name"].Value.ToLowerInvariant();
        var ends = tag.Groups["end"].Success;
        return name switch
        {
            "title" when ends => ": ", // "Background" stands above its paragraph
            "li" or "list-item" when !ends => " • ",
            "br" or "p" or "div" or "li" or "ul" or "ol" or "tr" or "td" or "th" or "table" or "title" or "sec" => " ",
            "abstract" or "list" or "list-item" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => " ",
            _ => "",
        };
    }

    [GeneratedRegex(@"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", RegexOptions.IgnoreCase)]
    private static partial Regex Entity();

    [GeneratedRegex(
        @"<(?:jats:)?(?:(?<raised>sup)|sub)>(?<text>[^<>]{1,40})</(?:jats:)?su[pb]>",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Script();

    [GeneratedRegex(
        @"<(?<end>/)?(?:(?:jats:)?(?<name>p|br|b|i|u|em|strong|span|a|sup|sub|small|tt|code|font|div|ul|ol|li|h[1-6]|table|tr|td"
            + @"|th|title|sec|abstract|italic|bold|sc|list|list-item|underline|monospace|inline-formula|disp-formula|tex-math"
            + @"|alternatives|ext-link|xref)|(?:jats|mml):[a-z-]{1,30}|math)"
            + @"(?:\s+[\w:-]{1,60}\s*=\s*(?:""[^""<>]*""|'[^'<>]*'|[^\s""'<>]+))*\s*/?>",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Tag();
}
