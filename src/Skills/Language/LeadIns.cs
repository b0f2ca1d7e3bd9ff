using System.Text.RegularExpressions;

namespace PaperBot.Skills.Language;

/// <summary>
/// What can be left out at the beginning of a sentence that stands alone: headings, item numbers, "In this paper",
/// "However", and purposes that point back ("To address this problem,").
/// </summary>
internal static partial class LeadIns
{
    private const string Work =
        "(?:paper|work|study|article|letter|report|chapter|survey|manuscript|thesis|contribution|research)";

    private const string Headings =
        "Abstract|Background|Objectives?|Methods?|Methodology|Results?|Conclusions?|Introduction|Motivation|Purpose|Aims?"
        + "|Findings|Summary|Approach|Contributions?";

    // These say how the sentence hangs together with the one before it, and nothing else.
    private const string Links =
        "However|Therefore|Thus|Thereby|Hence|Consequently|Accordingly|Moreover|Furthermore|Further|Additionally|Besides"
        + "|Finally|Lastly|Specifically|More specifically|Concretely|More concretely|Precisely|More precisely|Instead"
        + "|Nevertheless|Nonetheless|Meanwhile|Also|Then|Next|Overall|Interestingly|More interestingly|Notably|Importantly"
        + "|More importantly|Most importantly|Crucially|Surprisingly|Remarkably|Similarly|Here|First|Firstly|Second|Secondly"
        + "|Third|Thirdly|Again|Thus far|So far|Rather|Conversely|Subsequently|In turn|As such|As a result|As a consequence"
        + "|As a remedy|As a solution|As a first step(?: towards? (?:this|that) (?:goal|end|direction))?|In addition"
        + "|In particular|In contrast|By contrast|In short|In summary|In brief|In sum|In essence|In fact|Indeed"
        + "|In this regard|In this respect|In response|In conclusion|In other words|For example|For instance|That is"
        + "|Put simply|Simply put|On the other hand|On the contrary|To conclude|To sum up|To summarize|To (?:this|that) end"
        + "|To these ends|Towards? this end|To do so|To do this|In doing so|By doing so|For this purpose|For this reason"
        + "|For these reasons|With (?:this|that) in mind|All in all|Last but not least|Along this line|In this vein";

    // What one does to a problem; "To address this problem," needs the sentence before it.
    private const string Solve =
        "address|solve|overcome|tackle|fill|bridge|mitigate|alleviate|remedy|resolve|circumvent|handle|close|combat|achieve"
        + "|accomplish|meet|deal with|cope with|answer|counter|counteract|avoid|facilitate|rectify|eliminate|reach|realize"
        + "|realise|attain|respond to|cater to|prevent|support|enable|relieve|ease|correct|reduce|fix|surmount|confront";

    private const string Back =
        "(?:this|these|those|that|such|the above|the aforementioned|the abovementioned|it|them)";

    // One sentence rarely has more than two: "Therefore, in this paper, we".
    private const int Most = 4;

    // What is left has to be a sentence.
    private const int Shortest = 12;

    private static readonly Regex[] All = [Heading(), BeforeComma(), BeforeSubject(), ToSolve(), PointingBack()];

    public static string Drop(string text)
    {
        for (var i = 0; i < Most; i++)
        {
            var length = Length(text);
            if (length == 0 || length > text.Length - Shortest)
            {
                break;
            }
            text = text[length..];
        }
        return DropLink(text);
    }

    /// <summary>
    /// Without what stands before "we" and says why, by what or against what they did it; a condition ("Under these
    /// assumptions,") stays.
    /// </summary>
    public static string WithoutOccasion(string text) =>
        Occasion().Match(text) is { Success: true, Length: var length } ? text[length..] : text;

    private static int Length(string text)
    {
        foreach (var leadIn in All)
        {
            if (leadIn.Match(text) is { Success: true, Length: var length })
            {
                return length;
            }
        }
        return 0;
    }

    private static string DropLink(string text) =>
        LinkingAdverb().Match(text) is { Success: true } link
            ? text.Remove(link.Groups["adverb"].Index, link.Groups["adverb"].Length)
            : text;

    [GeneratedRegex(
        $"^(?:[\"“'‘*_]*(?:{Headings})(?: and [A-Z]\\w+)?[*_]*\\s?(?:[:.—–]|-\\s)[*_]*\\s*"
            + "|\\(?(?:\\d{1,2}[).]|(?:[ivx]{1,4}|[a-h])\\))\\s+)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Heading();

    [GeneratedRegex(
        $"^(?:{Links}|In (?:this|our|the present) {Work})\\s*,\\s*(?!(?:second|third|and|or|but|then)\\b)(?=\\S)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex BeforeComma();

    // The same without a comma, where the subject shows that the clause is whole.
    [GeneratedRegex(
        "^(?:(?:However|Therefore|Thus|Hence|Then|Finally|Here|Next|To this end|In addition|Moreover|Furthermore"
            + "|Specifically|In particular|First|Second|As a result|Consequently|Accordingly)\\s+(?=(?:we|I|in this)\\b)"
            + "|(?:However|Therefore|Thus|Hence|Moreover|Furthermore|Additionally|Unfortunately)\\s+"
            + "(?=(?:the|these|there|most|existing|current|such|it|many|our)\\b)"
            + "|To (?:this|that) end\\s+(?=(?:a|an|the)\\b)"
            + $"|In (?:this|our|the present) {Work}\\s+(?=(?:we|I|a|an|the|it|two|three|our|several|some)\\b)"
            + $"|(?:This|The present) {Work}\\s*,\\s*(?=we\\b))",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex BeforeSubject();

    private const string Clause =
        "\\s*(?=(?:we|this|the|our|an?|it|here|in this|there|[A-Z]\\w+ (?:is|proposes|introduces))\\b"
        + "|[a-z]+ing\\b[^,;:]{0,120},\\s(?:we|this)\\b)";

    [GeneratedRegex(
        $"^(?:(?:In order|So as) )?To (?:(?:help|better|further|effectively|fully) )?(?:(?:{Solve}) (?:(?:all|both|each)(?: of)? )?{Back}"
            + $"|(?:\\w+ly )?[a-z]+(?: and [a-z]+)? (?:this|these|those|such))\\b[^,;:]{{0,90}},{Clause}",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ToSolve();

    // Leaving out "Under these assumptions," would make a claim stronger than it is: such conditions stay.
    [GeneratedRegex(
        "^(?:(?:Based|Building|Drawing|Relying|Capitalizing) (?:up)?on|(?:Motivated|Inspired|Driven|Guided|Encouraged|Prompted"
            + "|Enlightened) by|With|Considering|In view of|In light of|In response to|Following|Towards?|For|Leveraging"
            + "|Exploiting|Using|Despite|Beyond|In contrast to|Contrary to|In addition to|Besides|Unlike|Different from"
            + $"|Rather than|Instead of) (?:all (?:of )?)?{Back}\\b(?! {Work}\\b)[^,;:]{{0,90}},{Clause}",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex PointingBack();

    private const string Announces =
        "propos|present|introduc|develop|study|studi|investigat|explor|analy|describ|design|provid|suggest|formulat|extend"
        + "|examin|address|train|learn|use|build|construct";

    // What was used, and why, may be what a claim ("we show") holds for: only a motive can be left out before one.
    // No condition, and no hedge, can.
    [GeneratedRegex(
        "^(?![^,]*(?:assum|condition|suppos|provided|hypothes|best of our knowledge|as long as|\\bonly\\b|restrict|\\bunder\\b|special case))"
            + "(?:(?:Inspired|Motivated|Building|Drawing|Unlike|While|Although|Despite|Rather than|Instead of|Beyond|Recently"
            + $"|In contrast|Contrary|Different from|Compared)\\b[^;:]{{3,200}}?, (?=we (?:\\w+ly )?(?:{Announces}|show|demonstrat|prov|deriv|find|argu))"
            + "|(?:Leveraging|Using|Based|By|To|In order to|Due to|Following|Since|Because|As|Towards?|Considering)\\b"
            + $"[^;:]{{3,200}}?, (?=we (?:\\w+ly )?(?:{Announces})))",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Occasion();

    // "We therefore propose", "The authors also show"
    [GeneratedRegex(
        $"^(?:We|I|The authors?|This {Work}|The {Work}) (?<adverb>(?:also|therefore|thus|hence|further|furthermore|then"
            + "|additionally|consequently|accordingly|moreover|finally|next|likewise) )(?=[a-z])",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex LinkingAdverb();
}
