using PaperBot.Chat;
using PaperBot.Skills.Answers;
using PaperBot.Skills.Ask;

namespace PaperBot.Commands;

/// <summary>Pure: an answer of the library, or that it has none and what to do next.</summary>
internal static class AskReply
{
    private const int LongestEcho = 120;
    private const int LongestWord = 40;
    private const int MostWords = 6;

    public static Reply For(AskAnswer answer) =>
        answer.Written is { } written ? Written(answer, written)
        : For(answer.Own) is var own && answer.Instead is { } reason
            ? own with
            {
                Notes = [.. PaperNotes.Instead(reason), .. own.Notes],
            }
        : own;

    /// <summary>What is ready of an answer that is being written.</summary>
    public static Reply SoFar(string question, IReadOnlyList<WrittenPart> parts) =>
        new() { Title = Short(question, LongestEcho), Text = string.Join(' ', parts.Select(part => part.Text)) + " …" };

    // [1] is the first of the papers below; which of its sentences, /evidence shows.
    private static Reply Written(AskAnswer answer, KeptAnswer written) =>
        new()
        {
            Title = Short(answer.Own.Question, LongestEcho),
            Text = string.Join(' ', written.Parts.Select(part => $"{part.Text}{Marks(part, written.Papers)}")),
            Items =
            [
                .. answer.Papers.Select(
                    (paper, i) => new ReplyItem($"[{i + 1}]", paper.Title, paper.Link, "", "", paper.Id.Value)
                ),
            ],
            ChoicePrompt = "Summarize one of these",
            Choices = [.. answer.Papers.Select(paper => new ReplyChoice(paper.Title, $"/summarize paper:{paper.Id}"))],
            Notes = [PaperNotes.WrittenBy(written), .. PaperNotes.SampleIfAny(answer.Papers)],
            Buttons = AnswerButtons.For(written),
        };

    private static string Marks(WrittenPart part, IReadOnlyList<string> papers) =>
        string.Concat(
            part.Support.Select(support => papers.ToList().IndexOf(support.Paper) + 1)
                .Distinct()
                .Order()
                .Select(i => $" [{i}]")
        );

    /// <summary>Of PaperBot's own engine.</summary>
    public static Reply For(Answer answer) => answer.Sentences.Count > 0 ? Found(answer) : NotFound(answer);

    private static Reply Found(Answer answer)
    {
        var papers = answer.Sentences.Select(sentence => sentence.Paper).DistinctBy(paper => paper.Id).ToList();
        return new Reply
        {
            Title = Short(answer.Question, LongestEcho),
            Items =
            [
                .. answer.Sentences.Select(
                    (sentence, i) =>
                        new ReplyItem(
                            $"{i + 1}.",
                            sentence.Paper.Title,
                            sentence.Paper.Link,
                            $"{sentence.Text} [{sentence.Sentence}]",
                            "",
                            sentence.Paper.Id.Value
                        )
                ),
            ],
            ChoicePrompt = "Summarize one of these",
            Choices = [.. papers.Select(paper => new ReplyChoice(paper.Title, $"/summarize paper:{paper.Id}"))],
            Notes = [.. Notes(answer), .. PaperNotes.SampleIfAny(papers)],
        };
    }

    private static IEnumerable<string> Notes(Answer answer)
    {
        foreach (var (typed, read) in answer.Read)
        {
            yield return $"'{Short(typed, LongestWord)}' was read as '{read}'.";
        }
        if (answer.AsksForPeopleOrDays)
        {
            yield return "Abstracts hardly ever say who or when; /paper shows the authors and the day of a paper.";
        }
        if (answer.Unknown.Count > 0)
        {
            yield return $"The library holds nothing on {Listed(answer.Unknown)}; these sentences are about the rest of the question.";
        }
        yield return "Sentences of abstracts as they stand there, chosen by PaperBot's own engine; [2] is the second of its abstract.";
    }

    private static Reply NotFound(Answer answer)
    {
        if (answer.Words.Count == 0)
        {
            return Reply.Problem(
                "That says nothing to look for. Name the thing you ask about, for example: /ask How do graph neural networks save memory?"
            );
        }
        if (answer.IsForeign)
        {
            return Reply.Problem("The library holds nothing on that: its abstracts are in English, so ask in English.");
        }
        var unknown =
            answer.Unknown.Count > 0
                ? $"The library holds nothing on {Listed(answer.Unknown)}"
                : $"The library holds no sentence that answers this: none has {Listed(answer.Words)}{(answer.Words.Count > 1 ? " together" : "")}";
        var known = answer.Words.Except(answer.Unknown).Take(MostWords).ToList();
        return Reply.Problem(
            $"{unknown}. Ask with other words, look for papers with /search, or have more imported."
        ) with
        {
            Choices = known.Count > 0 ? [Search(string.Join(' ', known))] : [],
            ChoicePrompt = "Look for papers instead",
        };
    }

    private static ReplyChoice Search(string words)
    {
        var plain = Short(words.Replace('"', ' '), LongestEcho);
        return new ReplyChoice($"Search {plain}", $"/search words:\"{plain}\"");
    }

    private static string Listed(IReadOnlyList<string> words)
    {
        var quoted = words.Take(MostWords).Select(word => $"'{Short(word, LongestWord)}'").ToList();
        if (words.Count > MostWords)
        {
            quoted.Add("more");
        }
        return quoted.Count == 1 ? quoted[0] : $"{string.Join(", ", quoted.Take(quoted.Count - 1))} and {quoted[^1]}";
    }

    private static string Short(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "…";
}
