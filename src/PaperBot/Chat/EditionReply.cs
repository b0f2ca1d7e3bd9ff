using System.Globalization;
using PaperBot.Skills.Editions;

namespace PaperBot.Chat;

/// <summary>Pure: an edition as an answer that any platform can show.</summary>
internal static class EditionReply
{
    private const string SampleLabel = "sample paper";

    public static Reply From(Edition edition) =>
        new()
        {
            Again = $"/edition day:{edition.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
            Title = $"Trending papers, {edition.Day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture)}",
            Text = edition.Notice ?? "",
            Items = [.. edition.Picks.Select(ItemOf)],
            Notes = [.. Notes(edition.Picks)],
            ChoicePrompt = "Summarize one of these",
            Choices = [.. edition.Picks.Select(pick => new ReplyChoice(pick.Title, $"/summarize paper:{pick.Id}"))],
            Buttons =
            [
                new ReplyButton("Newest list", "/trending period:day"),
                new ReplyButton("Best of the week", "/trending period:week"),
            ],
        };

    private static IEnumerable<string> Notes(IReadOnlyList<Pick> picks)
    {
        if (picks.Count > 0)
        {
            yield return Passport(picks);
        }
        if (picks.Any(pick => pick.IsSample))
        {
            yield return "Sample papers come with PaperBot; they are not today's news.";
        }
    }

    private static string Passport(IReadOnlyList<Pick> picks)
    {
        var written = picks.Where(pick => pick.Writer is not null).ToList();
        var writers = string.Join(" and ", written.Select(pick => pick.Writer).Distinct());
        return written.Count == 0 ? "The sentences are the abstracts' own, shortened by PaperBot's own engine."
            : written.Count == picks.Count
                ? $"The sentences were written by {writers} and checked against the abstracts by PaperBot."
            : $"The sentences of {Ranks(written)} were written by {writers} and checked against the abstracts by PaperBot; "
                + "the others are the abstracts' own, shortened by PaperBot's own engine.";
    }

    private static string Ranks(IReadOnlyList<Pick> picks)
    {
        var ranks = picks.Select(pick => pick.Rank.ToString(CultureInfo.InvariantCulture)).ToList();
        return ranks.Count == 1 ? ranks[0] : $"{string.Join(", ", ranks[..^1])} and {ranks[^1]}";
    }

    private static ReplyItem ItemOf(Pick pick) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{pick.Rank}."),
            pick.Title,
            pick.Link,
            pick.Summary,
            pick.IsSample ? $"{pick.Reason} ({SampleLabel})" : pick.Reason,
            pick.Id.Value
        );
}
