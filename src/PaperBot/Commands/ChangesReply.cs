using System.Globalization;
using PaperBot.Chat;
using PaperBot.Skills.Versions;

namespace PaperBot.Commands;

/// <summary>Pure: what changed in a paper as an answer, the numbers first.</summary>
internal static class ChangesReply
{
    private const int MostNumbers = 8;

    public static Reply For(PaperChanges changes)
    {
        var paper = changes.Paper;
        var reply = new Reply
        {
            Again = $"/changes paper:{paper.Id}",
            Title = paper.Title,
            Link = paper.Link,
            Notes = PaperNotes.SampleIfAny([paper]),
            Buttons = [PaperNotes.Summarize(paper), PaperNotes.Details(paper)],
        };
        return changes.Change is not { } change
            ? reply with
            {
                Text = None(changes),
            }
            : reply with
            {
                Text = VersionReply.Lines(Numbers(change), Versions(change), Later(changes, change)),
                Fields = VersionReply.Fields(change.Title?.Runs ?? [], change.Abstract?.Runs ?? []),
            };
    }

    private static string None(PaperChanges changes) =>
        changes.Versions.Count > 1 ? $"Versions {List(changes.Versions)} have the same title and abstract."
        : changes.Paper.Id.IsArxiv
            ? "The library holds one version of this paper's abstract, so there is nothing to compare it with. When its sources announce a new one, this shows what changed."
        : "This paper is not known from arXiv, so it has no versions.";

    private static string Numbers(VersionChange change) =>
        change.Abstract is not { } text ? ""
        : change.Numbers.Count + text.Gone.Count + text.New.Count == 0 ? "No number changed."
        : string.Join(
            ' ',
            new[]
            {
                VersionReply.Became(change.Numbers),
                Some("New numbers", text.New),
                Some("No longer there", text.Gone),
            }.Where(part => part.Length > 0)
        );

    private static string Some(string what, IReadOnlyList<string> numbers) =>
        numbers.Count == 0
            ? ""
            : $"{what}: {string.Join(", ", numbers.Take(MostNumbers))}{(numbers.Count > MostNumbers ? $" and {numbers.Count - MostNumbers} more" : "")}.";

    private static string Versions(VersionChange change) =>
        $"From version {change.From.Version} to version {change.To.Version}"
        + (
            change.To.SeenAt is { } seen
                ? $", which the library learnt of on {seen.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}"
                : ""
        )
        + (change.Title is null ? "; the title is the same" : "")
        + (
            change.Abstract is not null ? ""
            : change.From.Abstract.Length == 0 ? "; of the older one the library holds no abstract"
            : "; the abstract is the same"
        )
        + ".";

    private static string Later(PaperChanges changes, VersionChange change)
    {
        var later = changes.Versions.Where(version => version > change.To.Version).ToList();
        return later.Count == 0 ? ""
            : later.Count == 1 ? $"Version {List(later)} left title and abstract as they were."
            : $"Versions {List(later)} left title and abstract as they were.";
    }

    private static string List(IReadOnlyList<int> versions) =>
        versions.Count == 1 ? $"{versions[0]}" : $"{string.Join(", ", versions.SkipLast(1))} and {versions[^1]}";
}
