using PaperBot.Chat;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Summarize;
using PaperBot.Skills.Trending;

namespace PaperBot.Commands;

/// <summary>Pure: the trending papers as an answer.</summary>
internal static class TrendingReply
{
    public static Reply For(TrendingList list, string topic) =>
        new()
        {
            Title = topic.Length == 0 ? "Trending papers" : $"Trending papers on {PaperText.Clean(topic)}",
            Text = list.Papers.Count > 0 ? list.About : Nothing(list, topic),
            Items =
            [
                .. list.Papers.Select(item => new ReplyItem(
                    $"{item.Rank}.",
                    item.Paper.Title,
                    item.Paper.Link,
                    AbstractSummarizer.Summarize(item.Paper).Tldr?.Text ?? "",
                    item.Reason,
                    item.Paper.Id.Value
                )),
            ],
            ChoicePrompt = "Summarize one of these",
            Choices =
            [
                .. list.Papers.Select(item => new ReplyChoice(item.Paper.Title, $"/summarize paper:{item.Paper.Id}")),
            ],
            Notes = PaperNotes.SampleIfAny(list.Papers.Select(item => item.Paper)),
        };

    private static string Nothing(TrendingList list, string topic) =>
        topic.Length == 0
            ? "The library holds no papers yet. Whoever runs PaperBot can add some with import or fetch."
            : $"{list.About} None of its papers is about that. Try /search {PaperText.Clean(topic)}, or a longer period.".Trim();
}
