using System.Text.RegularExpressions;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Writing;

/// <summary>
/// Pure: what a model wrote as plain text on one line. Pictures, links, mentions, tags and marks of Markdown go, and so
/// does what it says to its reader rather than about a paper.
/// </summary>
internal static partial class CleanText
{
    public static string Of(string written)
    {
        var text = Picture().Replace(written, " ");
        text = Link().Replace(text, "$1");
        text = Reasoning().Replace(text, " ");
        text = Mention().Replace(text, " ");
        text = Tag().Replace(text, " ");
        text = Address().Replace(text, " ");
        text = Call().Replace(text, " ");
        text = LineMark().Replace(text, "");
        text = Emphasis().Replace(text, "$1");
        text = text.Replace("`", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal);
        return Gap().Replace(PaperText.Clean(Preamble().Replace(text.TrimStart(), "")), "$1");
    }

    /// <summary>It speaks to the reader: tells to do something, or speaks of itself.</summary>
    public static bool IsAddress(string sentence) => Addressed().IsMatch(sentence) || Injection.IsInstruction(sentence);

    [GeneratedRegex(@"!\[[^\]\n]{0,500}\]\s?\([^)\n]{0,2000}\)")]
    private static partial Regex Picture();

    [GeneratedRegex(@"\[([^\]\n]{1,500})\]\s?\([^)\n]{0,2000}\)")]
    private static partial Regex Link();

    // Models that reason aloud put it into such a pair, or begin after its end.
    [GeneratedRegex(
        @"<think(?:ing)?>.*?</think(?:ing)?>|^.*</think(?:ing)?>",
        RegexOptions.Singleline | RegexOptions.IgnoreCase
    )]
    private static partial Regex Reasoning();

    [GeneratedRegex(@"<(?:@[!&]?|#|a?:\w+:|t:|/\w[\w ]*:|id:)[\w:]+>")]
    private static partial Regex Mention();

    // HTML as a model writes it; "a < b" and "<10 ms" are no tags.
    [GeneratedRegex(
        @"</?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>\n]{0,1000})?/?>|<!--.*?-->|<\|[\w ]{1,40}\|>",
        RegexOptions.Singleline
    )]
    private static partial Regex Tag();

    [GeneratedRegex(
        @"<?\b(?:https?|ftp|file|data|javascript|discord|mailto|tg|vscode)\s?:\s?/{0,2}[^\s<>]+>?|\bwww\.[^\s<>]+|\bdiscord\.gg/\S+|\b[\w.+-]+@[\w-]+\.[\w.-]+",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<!\w)@[\p{L}\p{N}_][\p{L}\p{N}_.-]*|(?<!\w)#[\p{L}_][\p{L}\p{N}_-]*(?=\s|$)")]
    private static partial Regex Call();

    // Headings, quotations, bullets and numbers of lists, rules and fences.
    [GeneratedRegex(
        @"^[ \t]*(?:#{1,6}\s+|>+\s*|[-*+•]\s+|\d{1,2}[.)]\s+(?=\D)|(?:-{3,}|\*{3,}|_{3,})\s*$|```\w*\s*$)",
        RegexOptions.Multiline
    )]
    private static partial Regex LineMark();

    [GeneratedRegex(
        @"(?<![\w*])[*_]{1,3}(?=[^\s*_])([^*_\n]{1,500}?)(?<=[^\s*_])[*_]{1,3}(?![\w*])|~~([^~\n]{1,500})~~"
    )]
    private static partial Regex Emphasis();

    [GeneratedRegex(
        @"^(?:(?:sure|certainly|of course|okay|ok|absolutely|great)\b[!,.]?\s*)?(?:here(?:'s| is| are)\b[^.:\n]{0,80}:\s*|(?:sure|certainly|of course|absolutely)\b[!,.]\s*)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Preamble();

    [GeneratedRegex(@"\s+([.,;:!?)\]])")]
    private static partial Regex Gap();

    [GeneratedRegex(
        @"^\W*(?:please|click|visit|check out|see (?:here|the link)|subscribe|follow (?:us|me|this)|download|install|contact|join|buy|try it|go to|open|run|paste|send|share|forward|upvote|like and)\b"
            + @"|\b(?:as an? (?:ai|large language|language)\b|i (?:am|'m) an? (?:ai|language|large|assistant)|i (?:cannot|can't|can not|am unable to|won't|will not)\b|i(?:'m| am) sorry|my (?:training|instructions|system prompt))"
            + @"|\b(?:let me know|feel free to|would you like|hope this helps|if you have any (?:other )?questions|dear reader|you (?:should|must|need to|have to) (?:click|visit|read|download|install|buy|send|ignore))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Addressed();
}
