using System.Text.RegularExpressions;
using PaperBot.Skills.Language;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Writing;

/// <summary>
/// Pure: what a model wrote as plain text on one line. Pictures, links, mentions, tags and marks of Markdown go, and so
/// does what it says to its reader rather than about a paper.
/// </summary>
internal static partial class CleanText
{
    private const string Removed = "␀";

    public static string Of(string written)
    {
        var text = Picture().Replace(written, " ");
        text = Link().Replace(text, "$1");
        text = Reasoning().Replace(text, " ");
        text = Mention().Replace(text, " ");
        text = Tag().Replace(text, " ");
        text = Reference().Replace(text, "");
        text = Address().Replace(Aside().Replace(text, " "), Removed);
        text = Call().Replace(text, " ");
        text = LineMark().Replace(text, "");
        text = Emphasis().Replace(text, "$1");
        text = text.Replace("`", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal);
        return WithoutRemoved(Gap().Replace(PaperText.Clean(Preamble().Replace(text.TrimStart(), "")), "$1"));
    }

    // A sentence that led to an address is no sentence without it.
    private static string WithoutRemoved(string text) =>
        text.Contains(Removed, StringComparison.Ordinal)
            ? string.Join(
                ' ',
                Sentences
                    .Of(text)
                    .Where(sentence => !sentence.Text.Contains(Removed, StringComparison.Ordinal))
                    .Select(sentence => sentence.Text)
            )
            : text;

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

    // "[12]", "[3, 4]": to a list that nobody sees, and numbers that no check would look at.
    [GeneratedRegex(@"\s?\[\d{1,6}(?:\s?[-–,]\s?\d{1,6})*\]")]
    private static partial Regex Reference();

    [GeneratedRegex(@"<(?:@[!&]?|#|a?:\w+:|t:|/\w[\w ]*:|id:)[\w:]+>")]
    private static partial Regex Mention();

    // HTML as a model writes it; "a < b" and "<10 ms" are no tags.
    [GeneratedRegex(
        @"</?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>\n]{0,1000})?/?>|<!--.*?-->|<\|[\w ]{1,40}\|>",
        RegexOptions.Singleline
    )]
    private static partial Regex Tag();

    [GeneratedRegex(
        @"<?\b(?:https?|ftp|file|data|javascript|discord|mailto|tg|vscode)\s?:\s?/{0,2}[^\s<>]*[^\s<>.,;:!?)]>?|\bwww\.[^\s<>]*[^\s<>.,;:!?)]|\bdiscord\.gg/\w+|\b[\w.+-]+@[\w-]+\.[\w.-]+",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Address();

    // "(https://…)" can go without its sentence.
    [GeneratedRegex(@"\s?[(\[]<?(?:https?://|www\.)[^\s<>()]+>?[)\]]", RegexOptions.IgnoreCase)]
    private static partial Regex Aside();

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

    [GeneratedRegex(@"(?<=[\w)\]""”’%])\s+([.,;:!)\]])(?=\s|$)")]
    private static partial Regex Gap();

    private const string Thing =
        @"(?:the|this|our|your|my|us|it|here|now|out|links?|more|https?|with\s+(?:your|every))\b";

    [GeneratedRegex(
        @"^\W*(?:please|click|visit|subscribe|upvote)\b"
            + $@"|^\W*(?:check|see|follow|download|install|contact|join|buy|try|go\s+to|open|run|paste|send|share|forward|read)\s+{Thing}(?!\s+(?:world|set|domain))"
            + @"|\bas an? (?:ai|(?:large )?language model|ai (?:language )?model|ai assistant)\b,? (?:i|my)\b|\bi (?:am|'m|’m) an? (?:ai|(?:large )?language model|assistant)\b"
            + @"|\bi (?:cannot|can't|can’t|can not|am unable to|am not able to|won't|won’t|will not|do not have|don't have|don’t have) (?:help|assist|summari[sz]e|provide|comply|answer|access|do|fulfil+|generate|continue|browse)\b"
            + @"|^\W*i(?:['’]m| am) sorry\b|\bmy (?:training data|instructions|system prompt|guidelines)\b"
            + @"|\b(?:let me know|would you like me|hope this helps|if you have any (?:other |further )?questions)\b|^\W*feel free to\b"
            + @"|^\W*dear reader|\byou (?:should|must|need to|have to|can) (?:click|visit|download|install|buy|send|ignore|subscribe)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Addressed();
}
