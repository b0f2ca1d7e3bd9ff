using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using PaperBot.Skills.Language;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Summarize;

/// <summary>
/// What can be summarised of an abstract, and what the reader has to be told about the rest. Pure; bounded in time by
/// reading no more than the longest abstract that the library takes.
/// </summary>
/// <param name="Sentences">Those that can be summarised, numbered as in the abstract; none where nothing can be.</param>
/// <param name="Note">A sentence for the reader where the abstract is no ordinary one, else null.</param>
/// <param name="Whole">What to show in place of a summary, else null.</param>
internal sealed partial record AbstractText(IReadOnlyList<Sentence> Sentences, string? Note, string? Whole)
{
    // What is shown of a text that cannot be shortened.
    private const int LongestWhole = 1_500;

    // A sentence with more words was never meant as one; a row of words without a stop, a table, a list.
    private const int EndlessWords = 150;

    // A text that says in words that there is none is at most so long.
    private const int LongestNothing = 100;

    // What is left after a notice, or of the English part, is a summary's worth of text from here on.
    private const int FewWords = 20;

    public static AbstractText Of(string title, string @abstract)
    {
        var text = @abstract.Length > PaperText.LongestAbstract ? @abstract[..PaperText.LongestAbstract] : @abstract;
        if (string.IsNullOrWhiteSpace(text) || (text.Length < LongestNothing && SaysNothing().IsMatch(text)))
        {
            return new([], AbstractSummarizer.NoAbstract, null);
        }
        if (text.Length <= PaperText.LongestTitle && TitleKey.Of(text) == TitleKey.Of(title))
        {
            return new([], AbstractSummarizer.OnlyTitle, null);
        }
        var all = Language.Sentences.Of(text).Select(sentence => new Part(sentence)).ToList();
        return Readability.Of(Sum(all)) == Readable.No
            ? new([], AbstractSummarizer.Unreadable, null)
            : OfWords(text, all);
    }

    private static AbstractText OfWords(string text, List<Part> all)
    {
        var english = all.Exists(part => Readability.IsForeign(part.Words))
            ? Without(all, part => Readability.IsHardlyEnglish(part.Words))
            : all;
        if (Readability.Of(Sum(english)) != Readable.Yes || (english.Count < all.Count && IsLittle(english)))
        {
            var (begun, isCut) = Beginning(text);
            return new([], isCut ? AbstractSummarizer.NotEnglish : AbstractSummarizer.NotEnglishWhole, begun);
        }
        var told = Without(english, part => Notice().IsMatch(part.Sentence.Text));
        if (told.Count < english.Count && IsLittle(told))
        {
            return new([], AbstractSummarizer.Withdrawn, Beginning(text).Text);
        }
        var summarised = WithoutEndless(told);
        return summarised.Count == 0
            ? new([], AbstractSummarizer.Endless, Beginning(text).Text)
            : new(
                summarised.ConvertAll(part => part.Sentence),
                told.Count < english.Count ? AbstractSummarizer.Withdrawn
                    : english.Count < all.Count ? AbstractSummarizer.PartlyEnglish
                    : null,
                null
            );
    }

    /// <summary>The text, or as many whole sentences or words of it as a reader is asked to read.</summary>
    public static (string Text, bool IsCut) Beginning(string text)
    {
        text = text.Trim();
        if (text.Length <= LongestWhole)
        {
            return (text, false);
        }
        var end = Language.Sentences.Of(text[..LongestWhole]) is { Count: > 1 } sentences ? sentences[^2].End : 0;
        if (end < LongestWhole / 2)
        {
            end = text.LastIndexOf(' ', LongestWhole);
        }
        if (end < LongestWhole / 2)
        {
            end = char.IsLowSurrogate(text[LongestWhole]) ? LongestWhole - 1 : LongestWhole;
        }
        return ($"{text[..end].TrimEnd()} …", true);
    }

    // The same list where nothing is left out, which is nearly always.
    private static List<Part> Without(List<Part> parts, Predicate<Part> isLeftOut) =>
        parts.Exists(isLeftOut) ? parts.FindAll(part => !isLeftOut(part)) : parts;

    // With an endless sentence goes what was cut off it.
    private static List<Part> WithoutEndless(List<Part> parts)
    {
        if (!parts.Exists(IsEndless))
        {
            return parts;
        }
        var kept = new List<Part>();
        var isCut = false;
        foreach (var part in parts)
        {
            var isEndless = isCut || IsEndless(part);
            if (!isEndless)
            {
                kept.Add(part);
            }
            isCut = isEndless && char.IsLetterOrDigit(part.Sentence.Text[^1]);
        }
        return kept;
    }

    private static bool IsEndless(Part part) => part.Words.All >= EndlessWords;

    private static bool IsLittle(List<Part> parts) => Sum(parts).Words < FewWords;

    private static WordKinds Sum(List<Part> parts)
    {
        var sum = default(WordKinds);
        foreach (var part in parts)
        {
            sum += part.Words;
        }
        return sum;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Part(Sentence Sentence)
    {
        public WordKinds Words { get; } = WordKinds.Of(Sentence.Text);
    }

    // What sources write where they have no abstract.
    [GeneratedRegex(
        @"^\W*(?:n\s?/\s?a|none|null|nil|tb[ad]|no abstract|abstract|(?:no abstract|abstract (?:is )?not|not) (?:yet )?available"
            + @"|no abstract (?:was |is )?(?:provided|given|found)|see (?:the )?(?:paper|pdf|full text))\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SaysNothing();

    private const string Papers =
        "(?:paper|article|submission|manuscript|pre-?print|e-?print|work|report|version|draft|note|document)";

    // As authors and arXiv write it: "This paper has been withdrawn by the author", "Withdrawn: error in Lemma 2".
    [GeneratedRegex(
        $@"^\W*(?:(?:this|the|our)\s(?:arxiv\s)?{Papers}(?:\s[\w.]+)?\s(?:(?:has|have)\sbeen|is|was|is\sbeing)\s"
            + @"(?:now\s|temporarily\s|voluntarily\s)?(?:withdrawn|retracted)\b(?!\sfrom\sthe\s(?:market|study))"
            + $@"|{Papers}\s(?:(?:has\sbeen|is)\s)?(?:withdrawn|retracted)\b"
            + @"|(?:withdrawn|retracted)\s?(?:$|[:;.,(!]|by\s|due\s|because\s|for\s)"
            + $@"|(?:the\s)?authors?\s(?:(?:has|have)\s)?(?:withdrawn|withdrew|withdraws?|retract(?:s|ed)?)\s(?:this|the)\s{Papers})",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Notice();
}
