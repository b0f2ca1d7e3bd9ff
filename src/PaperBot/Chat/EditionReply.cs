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
            Notes = edition.Picks.Any(pick => pick.IsSample)
                ? ["Sample papers come with PaperBot; they are not today's news."]
                : [],
            ChoicePrompt = "Summarize one of these",
            Choices = [.. edition.Picks.Select(pick => new ReplyChoice(pick.Title, $"/summarize paper:{pick.Id}"))],
            Buttons =
            [
                new ReplyButton("Newest list", "/trending period:day"),
                new ReplyButton("Best of the week", "/trending period:week"),
            ],
        };

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
