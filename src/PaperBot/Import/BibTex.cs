using System.Text;
using System.Text.RegularExpressions;
using PaperBot.Skills.Papers;
using PaperBot.Sources.Reading;

namespace PaperBot.Import;

/// <summary>
/// BibTeX (http://www.bibtex.org/Format/) and what biblatex adds. An entry whose brace is never closed ends where the next
/// begins at the start of a line, and is refused.
/// </summary>
internal sealed partial class BibTex
{
    private const string Unclosed = "its closing brace is missing";

    private readonly BibTexEntry.Macros macros = new();
    private readonly Queue<ReadItem> found = new();
    private readonly StringBuilder entry = new();
    private long entryLine;
    private int depth;
    private bool inQuotes;
    private bool inParentheses;

    // Entries inside of a comment that is closed belong to it. One that is not closed gives back what it swallowed.
    private bool skipsComments = true;

    private bool IsInEntry => entry.Length > 0;

    public static IEnumerable<ReadItem> Read(Input input)
    {
        var file = new BibTex();
        var lines = new LineReader(input);
        while (lines.Next())
        {
            if (lines.IsTooLong)
            {
                file.TooLong(lines.Number);
            }
            else
            {
                file.Line(lines.Number, LenientText.Of(lines.Line));
            }
            while (file.found.TryDequeue(out var item))
            {
                yield return item;
            }
        }
        file.GiveUp();
        while (file.found.TryDequeue(out var item))
        {
            yield return item;
        }
    }

    private void TooLong(long line)
    {
        GiveUp();
        found.Enqueue(new ReadRefusal(line, "the line is longer than 4 MB"));
    }

    private void Line(long number, string line)
    {
        if (
            IsInEntry
            && line.AsSpan().TrimStart() is ['@', ..]
            && EntryStart().Match(line) is { Success: true, Index: 0 }
            && !IsComment()
        )
        {
            GiveUp();
        }
        var position = 0;
        while (position < line.Length)
        {
            if (!IsInEntry && !Begin(number, line, ref position))
            {
                return;
            }
            Continue(line, ref position);
        }
        if (IsInEntry)
        {
            entry.Append('\n');
            if (entry.Length > Input.LongestRecord)
            {
                GiveUp("the record is larger than 4 MB");
            }
        }
    }

    private bool IsComment() =>
        entry.Length >= 8 && entry.ToString(0, 8).Equals("@comment", StringComparison.OrdinalIgnoreCase);

    /// <returns>False where no entry begins in what is left of the line.</returns>
    private bool Begin(long number, string line, ref int position)
    {
        var start = EntryStart().Match(line, position);
        while (!skipsComments && IsComment(start))
        {
            start = start.NextMatch();
        }
        if (!start.Success)
        {
            return false;
        }
        entryLine = number;
        inParentheses = start.ValueSpan[^1] == '(';
        inQuotes = false;
        depth = inParentheses ? 0 : 1;
        entry.Append(start.ValueSpan.TrimStart());
        position = start.Index + start.Length;
        return true;
    }

    private static bool IsComment(Match start) =>
        start.Groups["type"].ValueSpan.Equals("comment", StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes the rest of the line, or as much of it as belongs to the entry.</summary>
    private void Continue(string line, ref int position)
    {
        var start = position;
        while (position < line.Length)
        {
            var letter = line[position++];
            depth +=
                letter == '{' ? 1
                : letter == '}' ? -1
                : 0;
            inQuotes ^= letter == '"' && depth == 0;
            if (inParentheses ? letter == ')' && depth <= 0 && !inQuotes : depth == 0)
            {
                entry.Append(line, start, position - start - 1);
                End();
                return;
            }
        }
        entry.Append(line, start, position - start);
    }

    private void End()
    {
        if (BibTexEntry.Read(entryLine, entry.ToString(), macros) is { } item)
        {
            found.Enqueue(item);
        }
        entry.Clear();
    }

    /// <summary>The entry does not end.</summary>
    private void GiveUp(string reason = Unclosed)
    {
        if (!IsInEntry)
        {
            return;
        }
        if (IsComment())
        {
            ReadComment();
            return;
        }
        entry.Clear();
        found.Enqueue(new ReadRefusal(entryLine, reason));
    }

    private void ReadComment()
    {
        var swallowed = entry.ToString().Split('\n');
        entry.Clear();
        skipsComments = false;
        for (var i = 0; i < swallowed.Length; i++)
        {
            Line(entryLine + i, swallowed[i]);
        }
        GiveUp();
    }

    [GeneratedRegex(@"(?:^[ \t]*|(?<=[})][ \t]*))@[ \t]*(?<type>[A-Za-z]{1,32})[ \t]*[{(]")]
    private static partial Regex EntryStart();
}
