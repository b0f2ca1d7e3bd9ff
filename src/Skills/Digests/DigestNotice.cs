using System.Globalization;
using PaperBot.Skills.Editions;

namespace PaperBot.Skills.Digests;

/// <summary>Pure: what a channel should know of a day. A quiet day, a broken source, wishes that nothing met and days that were missed read differently.</summary>
internal static class DigestNotice
{
    /// <returns>Null where the day is as usual.</returns>
    public static string? For(DigestChoice choice, IReadOnlyList<SourceNews> news, IReadOnlyList<DateOnly> missed)
    {
        var sentences = new List<string>();
        if (missed.Count > 0)
        {
            sentences.Add(Missed(missed));
        }
        var usual = EditionNotice.For(
            choice.Chosen.Count,
            choice.Chosen.Any(one => one.Candidate.Paper.IsSample),
            news,
            libraryIsEmpty: choice.LookedAt == 0
        );
        var wishes = new DigestFilter(choice.Digest.Settings).InWords();
        if (
            choice.Chosen.Count == 0
            && choice.LookedAt > 0
            && wishes.Length > 0
            && usual is null or EditionNotice.AllPosted
        )
        {
            sentences.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Nothing new today that meets this channel's wishes ({wishes}): {choice.LookedAt:N0} papers of the last week's lists were looked at."
                )
            );
        }
        else if (usual is not null)
        {
            sentences.Add(usual);
        }
        return sentences.Count > 0 ? string.Join(' ', sentences) : null;
    }

    /// <param name="days">Oldest first, at least one.</param>
    public static string Missed(IReadOnlyList<DateOnly> days) =>
        days.Count == 1
            ? $"There was no digest on {Name(days[0])}; this one makes up for it."
            : $"There was no digest from {Name(days[0])} to {Name(days[^1])}; this one makes up for those days.";

    private static string Name(DateOnly day) => day.ToString("d MMMM", CultureInfo.InvariantCulture);
}
