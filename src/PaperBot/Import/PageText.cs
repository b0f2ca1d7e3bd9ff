using System.Text.RegularExpressions;
using PaperBot.Skills.Papers;
using PaperBot.Sources.Reading;

namespace PaperBot.Import;

/// <summary>
/// The text of a page of papers, as a browser copies it: a banner, then titles and abstracts line by line. The order on
/// the page is the rank. Whether a line is a title or an abstract is told by its look and its neighbours, so that a
/// missing abstract costs one paper and does not shift those behind it.
/// </summary>
internal sealed partial class PageText
{
    private const string NoAbstract = "no abstract follows the title";

    private readonly Queue<ReadItem> found = new();
    private PageLine? title;
    private int place;
    private bool isHeader = true;

    public static IEnumerable<ReadItem> Read(Input input)
    {
        var page = new PageText();
        PageLine? current = null;
        foreach (var next in page.Lines(input))
        {
            if (current is not null)
            {
                page.Line(current, next);
            }
            current = next;
            while (page.found.TryDequeue(out var item))
            {
                yield return item;
            }
        }
        if (current is not null)
        {
            page.Line(current, next: null);
        }
        page.RefuseTitle();
        while (page.found.TryDequeue(out var item))
        {
            yield return item;
        }
    }

    private IEnumerable<PageLine> Lines(Input input)
    {
        var lines = new LineReader(input);
        while (lines.Next())
        {
            if (lines.IsTooLong)
            {
                found.Enqueue(new ReadRefusal(lines.Number, "the line is longer than 4 MB"));
                continue;
            }
            var text = PaperText.Clean(LenientText.Of(lines.Line));
            if (text.Length > 0 && !PageLine.IsFurniture(text))
            {
                yield return new PageLine(lines.Number, text);
            }
        }
    }

    private void Line(PageLine line, PageLine? next)
    {
        if (title is not null && line.IsAbstract && Banner().IsMatch(title.Text))
        {
            title = null;
        }
        if (title is null)
        {
            Begin(line, next);
        }
        else if (line.IsAbstract || (!line.IsTitle && next is not { IsAbstract: true } && !IsBanner(title)))
        {
            End(line);
        }
        else
        {
            RefuseTitle();
            title = WithoutButton(line);
        }
    }

    private void Begin(PageLine line, PageLine? next)
    {
        if (line.IsAbstract && !(line.CanBeTitle && next is { IsAbstract: true }))
        {
            found.Enqueue(new ReadRefusal(line.Number, "an abstract without a title above it"));
            return;
        }
        title = WithoutButton(line);
    }

    private void End(PageLine line)
    {
        var paper = title!; // only called while there is one
        found.Enqueue(
            RecordRules.Check(
                paper.Number,
                new PaperRecord
                {
                    Origin = PaperOrigin.File,
                    Title = paper.Text,
                    Abstract = line.Text,
                    Rank = ++place,
                }
            )
        );
        title = null;
        isHeader = false;
    }

    /// <summary>The title that has no abstract is refused; a banner is none, and none is missed.</summary>
    private void RefuseTitle()
    {
        if (title is not null && !IsBanner(title))
        {
            found.Enqueue(new ReadRefusal(title.Number, NoAbstract));
            place++;
            isHeader = false;
        }
        title = null;
    }

    private bool IsBanner(PageLine line) => Banner().IsMatch(line.Text) || (isHeader && Heading().IsMatch(line.Text));

    /// <summary>The page's button stands before the first title: "SubscribeGraph Neural Networks".</summary>
    private PageLine WithoutButton(PageLine line)
    {
        if (!isHeader)
        {
            return line;
        }
        var text = GluedBanner().Replace(line.Text, "");
        return text.Length == 0 ? line : line with { Text = GluedButton().Replace(text, "") };
    }

    [GeneratedRegex(@"\b(?:e-?mail )?inbox\b.{0,40}!$", RegexOptions.IgnoreCase)]
    private static partial Regex Banner();

    // What stands above the first paper of such pages.
    [GeneratedRegex(
        @"!$|\b(?:subscribe|newsletter|inbox|e-?mail|sign ?(?:in|up)|log ?in|hugging face|cookies?)\b|^(?:(?:trending|daily|latest|top|new|hot|weekly|monthly) )?papers?\b.{0,30}$|^(?:by|from) .*\bcommunity\b|^(?:home|menu|search|models|datasets|spaces|docs|pricing|community)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?:Get trending papers in your email inbox(?: once a day)?!\s*)+")]
    private static partial Regex GluedBanner();

    // Not "Subscribe to …", "Subscribers", "Subscribe: …", nor another word that begins so.
    [GeneratedRegex(@"^Subscribe(?!(?:r|rs|d|s)\b)(?=[\p{L}\p{N}""“(\[$\\])")]
    private static partial Regex GluedButton();
}

/// <summary>One line of a page that is not blank.</summary>
internal sealed partial record PageLine(long Number, string Text)
{
    // Of 87,000 real abstracts none is shorter than 198 characters, of as many titles none longer than 217 and one in
    // 2,000 ends with a full stop. What lies between is told by its neighbours.
    private const int SurelyAbstract = 300;
    private const int AbstractSentence = 140;
    private const int LongestSureTitle = 160;

    public bool IsAbstract { get; } =
        Text.Length >= SurelyAbstract
        || (Text.Length >= AbstractSentence && EndsSentence(Text))
        || (Text.Length >= AbstractSentence / 2 && TwoSentences().IsMatch(Text));

    public bool IsTitle { get; } = Text.Length <= LongestSureTitle && Text[^1] is not ('.' or '…');

    public bool CanBeTitle => Text.Length < SurelyAbstract;

    /// <summary>Counts and buttons beside a paper.</summary>
    public static bool IsFurniture(string text) => text.Length < 60 && Furniture().IsMatch(text);

    private static bool EndsSentence(string text)
    {
        var last = text.AsSpan().TrimEnd(")]\"'”’");
        return last.Length > 0 && last[^1] is '.' or '!' or '?' or '…';
    }

    [GeneratedRegex(@"\p{Ll}{2,}[.!?] \p{Lu}.*[.!?]$")]
    private static partial Regex TwoSentences();

    [GeneratedRegex(
        @"^(?:subscribe|upvotes?|[-–—·•|*]+|[\d.,]+ ?[km]?|(?:github|arxiv page|view arxiv page|view pdf|project page|add to collection|load more)(?: ?[\d.,]+ ?[km]?)?|published on \p{L}+ \d.*|submitted by .{1,40}|·? ?\d+ (?:authors?|comments?|upvotes?))$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Furniture();
}
