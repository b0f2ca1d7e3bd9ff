using PaperBot.Skills.Digests;
using PaperBot.Skills.Versions;

namespace PaperBot.Chat;

/// <summary>Pure: what changed between two versions of a paper as an answer, and as a notice where people talk about it.</summary>
internal static class VersionReply
{
    private const int MostNumbers = 12;

    /// <summary>Of a new version, in the thread of a digest.</summary>
    public static Reply From(DigestVersionNotice notice) =>
        new()
        {
            Again = $"/changes paper:{notice.Paper}",
            Title = notice.Title,
            Link = notice.Link,
            Text = Lines(
                $"Version {notice.To} is out; what was shown here was version {notice.From}.",
                Became(notice.Numbers)
            ),
            Fields = Fields(notice.TitleRuns, notice.Runs),
            Buttons = [new ReplyButton("Summarize", $"/summarize paper:{notice.Paper}")],
        };

    /// <summary>The numbers that changed, in sentences; empty where none did.</summary>
    public static string Became(IReadOnlyList<NumberChange> numbers)
    {
        var shown = numbers
            .Take(MostNumbers)
            .Select(number => $"{number.Before} became {number.After}{(number.Of is { } of ? $" ({of})" : "")}")
            .ToList();
        return shown.Count == 0
            ? ""
            : string.Join("; ", shown)
                + (numbers.Count > MostNumbers ? $"; and {numbers.Count - MostNumbers} more" : "")
                + ".";
    }

    /// <param name="title">Empty where it is the same.</param>
    /// <param name="text">Of the abstract; empty where it is the same.</param>
    public static IReadOnlyList<ReplyField> Fields(IReadOnlyList<DiffRun> title, IReadOnlyList<DiffRun> text) =>
        [
            .. title.Count > 0 ? [ReplyField.Changes("Title", title)] : Array.Empty<ReplyField>(),
            .. text.Count > 0 ? [ReplyField.Changes("Abstract", text)] : Array.Empty<ReplyField>(),
        ];

    public static string Lines(params IEnumerable<string> lines) =>
        string.Join('\n', lines.Where(line => line.Length > 0));
}
