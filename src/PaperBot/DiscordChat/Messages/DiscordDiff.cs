using System.Text;
using PaperBot.Skills.Versions;

namespace PaperBot.DiscordChat.Messages;

/// <summary>
/// Pure: what changed in a text, with ~~removed~~ and **added** words, each escaped, and what stayed only as far as it stands
/// around a change.
/// </summary>
internal static class DiscordDiff
{
    private const int Around = 8; // words of what stayed on either side of a change
    private const int LongestPiece = 300; // so that each finds room, however much in it is escaped

    /// <param name="room">UTF-16 units for each part.</param>
    /// <returns>In reading order; none where nothing changed.</returns>
    public static IReadOnlyList<string> Parts(IReadOnlyList<DiffRun> runs, int room)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        var (before, endsBlank) = (DiffKind.Kept, false);
        foreach (var (kind, text) in runs.SelectMany((run, i) => Pieces(run, i == 0, i == runs.Count - 1)))
        {
            var marked = Marked(kind, text.Trim());
            // Without a blank, a mark that ends and one that begins would be read as one.
            var areMarks = before != DiffKind.Kept && kind != DiffKind.Kept;
            var blank = part.Length > 0 && (endsBlank || text.StartsWith(' ') || areMarks) ? " " : "";
            if (part.Length > 0 && part.Length + blank.Length + marked.Length > room)
            {
                parts.Add(part.ToString());
                part.Clear();
                blank = "";
            }
            part.Append(blank).Append(marked);
            (before, endsBlank) = (kind, text.EndsWith(' '));
        }
        if (part.Length > 0)
        {
            parts.Add(part.ToString());
        }
        return parts;
    }

    private static IEnumerable<(DiffKind Kind, string Text)> Pieces(DiffRun run, bool isFirst, bool isLast)
    {
        var text = run.Kind == DiffKind.Kept ? Shortened(run.Text, isFirst, isLast) : run.Text;
        while (text.Length > LongestPiece)
        {
            var cut = text.LastIndexOf(' ', LongestPiece - 1, LongestPiece / 2);
            cut = cut > 0 ? cut : LongestPiece - (char.IsHighSurrogate(text[LongestPiece - 1]) ? 1 : 0);
            yield return (run.Kind, text[..cut]);
            text = text[cut..];
        }
        if (text.Trim().Length > 0)
        {
            yield return (run.Kind, text);
        }
    }

    private static string Shortened(string text, bool isFirst, bool isLast)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (head, tail) = (isFirst ? 0 : Around, isLast ? 0 : Around);
        return words.Length <= head + tail + Around / 2
            ? text
            : (text.StartsWith(' ') ? " " : "")
                + string.Join(' ', (string[])[.. words.Take(head), "…", .. words.TakeLast(tail)]);
    }

    private static string Marked(DiffKind kind, string text)
    {
        var escaped = TildesEscaped(DiscordText.Fit(text, int.MaxValue));
        return kind switch
        {
            DiffKind.Removed => $"~~{escaped}~~",
            DiffKind.Added => $"**{escaped}**",
            _ => escaped,
        };
    }

    // One alone is no markup by itself, but is beside our own.
    private static string TildesEscaped(string escaped)
    {
        var all = new StringBuilder(escaped.Length + 4);
        var isEscaped = false;
        foreach (var letter in escaped)
        {
            if (letter == '~' && !isEscaped)
            {
                all.Append('\\');
            }
            all.Append(letter);
            isEscaped = letter == '\\' && !isEscaped;
        }
        return all.ToString();
    }
}
