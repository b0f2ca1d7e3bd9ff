using PaperBot.Chat;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Search;

namespace PaperBot.Commands;

/// <summary>Pure: what a search found as an answer.</summary>
internal static class HitsReply
{
    private const int LongestEcho = 80;

    public static Reply For(string words, IReadOnlyList<SearchHit> hits)
    {
        var asked = PaperText.Clean(words.Length > LongestEcho ? words[..LongestEcho] + "…" : words);
        if (hits.Count == 0)
        {
            return Reply.Problem(
                $"No paper in the library has anything of '{asked}'. Try other or fewer words, or /trending."
            );
        }
        return new Reply
        {
            Title = $"Papers on {asked}",
            Text = hits.All(hit => hit.IsPartial) ? "No paper has all of that; these come nearest." : "",
            Items =
            [
                .. hits.Select(
                    (hit, i) =>
                        new ReplyItem(
                            $"{i + 1}.",
                            hit.Paper.Title,
                            hit.Paper.Link,
                            hit.Snippet,
                            hit.IsPartial && !hits.All(other => other.IsPartial) ? "lacks some of the words" : "",
                            hit.Paper.Id.Value
                        )
                ),
            ],
            ChoicePrompt = "Summarize one of these",
            Choices = [.. hits.Select(hit => new ReplyChoice(hit.Paper.Title, $"/summarize paper:{hit.Paper.Id}"))],
            Notes = PaperNotes.SampleIfAny(hits.Select(hit => hit.Paper)),
        };
    }
}
