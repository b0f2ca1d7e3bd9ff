using System.Text.RegularExpressions;

namespace PaperBot.Skills.Language;

/// <summary>
/// All places at which a sentence can end earlier, for whoever chooses among them: besides <see cref="TrailingClauses"/>
/// what says how something was done, what else, what it is like and what it is for. What limits a claim is never left out.
/// </summary>
internal static partial class ShorterForms
{
    /// <returns>Every shorter form that is a sentence still, the longest first; none where there is none.</returns>
    public static IReadOnlyList<string> Of(string text)
    {
        var cuts = new SortedSet<int>(TrailingClauses.Cuts(text));
        cuts.UnionWith(Manners(text));
        cuts.UnionWith(SecondStatement().Matches(text).Select(cut => cut.Index));
        cuts.UnionWith(OfSomethingNew(text));
        return
        [
            .. cuts.Reverse()
                .Where(cut => TrailingClauses.CanEnd(text, cut))
                .Select(cut => TrailingClauses.End(text, cut)),
        ];
    }

    // Not of a claim, which may hold for this manner alone; and what follows must not go on with the main clause: no comma in it.
    private static IEnumerable<int> Manners(string text) =>
        Manner()
            .Matches(text)
            .Select(cut => cut.Index)
            .Where(cut =>
                !text.AsSpan(cut + 1).Contains(',')
                && !NeedsManner().IsMatch(text.AsSpan(0, cut))
                && !Claim().IsMatch(text.AsSpan(0, cut))
            );

    // Of something that is not new, what it is like and what it is for may be the point.
    private static IEnumerable<int> OfSomethingNew(string text)
    {
        if (!Announcement().IsMatch(text) || Sweeping().IsMatch(text))
        {
            yield break;
        }
        foreach (Match cut in Likeness().Matches(text))
        {
            if (!text.AsSpan(0, cut.Index).ContainsAny('—', '–', ':'))
            {
                yield return cut.Index;
            }
        }
        if (Purpose().Match(text) is { Success: true } purpose)
        {
            yield return purpose.Groups["kept"].Length;
        }
    }

    [GeneratedRegex(
        ",? (?:by (?:\\w+ly )?\\w+ing|using|via|through|based on|in order to|so that|thereby|without the need|rather than"
            + "|instead of|when compared|compared to|compared with|in comparison) "
    )]
    private static partial Regex Manner();

    // "is trained using", "learns through": the verb wants it.
    [GeneratedRegex(
        "\\b(?:\\w+(?:ed|en|ing|ly)|is|are|was|were|be|done|built|made|found|shown|drawn|work|works|learn|learns|operates?"
            + "|proceeds?|that|this|it|them|and|or|not|but|only|than|as)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex NeedsManner();

    [GeneratedRegex(
        "\\b(?:shows?|shown|prov(?:e|es|en)|demonstrat\\w+|finds?|found|argues?|achiev\\w+|outperform\\w*|improv\\w+|reduc\\w+"
            + "|increas\\w+|decreas\\w+|better|higher|lower|faster|fewer|converg\\w+|guarantee\\w*|attain\\w*|reach\\w*|exceed\\w*"
            + "|surpass\\w*)\\b|\\d\\s?(?:%|x\\b|×)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Claim();

    // "to train and evaluate models": both verbs have one object. "assuming that …" is a condition.
    [GeneratedRegex(
        "(?<!\\b(?:that|which|who|to|can|and|we|will|may) \\w+) and (?:show|demonstrate|prove|evaluate|provide|analy[sz]e"
            + "|introduce|establish|discuss|find|compare|validate|verify|derive|develop|investigate|examine|apply|illustrate"
            + "|report|present|propose|achieve|explore|describe)(?: |s )|, an? (?=[a-z])"
            + "|, (?!assum|provid|requir|consider|restrict|limit|condition|exclud|ignor|depend|given)(?:\\w+ly )?"
            + "[a-z]+(?:ing|ed (?:by|from|on|of|through|in|to)) (?=[^,;:]+$)"
    )]
    private static partial Regex SecondStatement();

    [GeneratedRegex(
        "^(?:we|this (?:paper|work|article|study)) (?:\\w+ly )?(?:propose|introduce|present|develop|design|describe|build"
            + "|construct|devise|create|offer|contribute)s? (?:an?|the|our|two|three|several|new|novel) ",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Announcement();

    // Without what limits it, such a claim would be larger.
    [GeneratedRegex(
        "\\b(?:outperform\\w*|better|all|any|every|each|no|most|superior|than|only|first|best|state-of-the-art|prove"
            + "|guarantee\\w*|optimal)\\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Sweeping();

    [GeneratedRegex(
        " (?:that|which) (?:can|could|is|are|has|have|will|does|do|allows?|enables?|uses?|learns?|generates?|achieves?|makes?"
            + "|takes?|provides?|combines?|requires?|improves?|reduces?|solves?|performs?|leverages?|jointly|automatically"
            + "|simultaneously|adaptively|explicitly|effectively|efficiently) "
    )]
    private static partial Regex Likeness();

    // Not "an ability to", nor what "allows us to": there the infinitive is what the word before it wants.
    [GeneratedRegex(
        "^(?<kept>(?:we|this (?:paper|work|article|study)) (?:\\w+ly )?[a-z]+ (?:(?!that|which|and|or|how|allow|enabl|able|help)"
            + "[\\w-]+ ){6,24}?(?!approach|method|way|ability|algorithm|how|technique|attempt|able|order|need|framework|model"
            + "|respect|due|similar|compared|close|prior|up|according|applied|extended|related|leads?|from|is|are)[\\w-]+),? to "
            + "(?!the|a|an|be|this|that|these|our|its|and|other|each|any)[a-z]+ [^,;:]+$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Purpose();
}
