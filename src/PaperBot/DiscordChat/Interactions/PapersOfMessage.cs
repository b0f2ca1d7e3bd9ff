using PaperBot.Chat;

namespace PaperBot.DiscordChat.Interactions;

/// <summary>The command on a message: its papers, summed up.</summary>
internal sealed class PapersOfMessage(CommandDispatcher dispatcher)
{
    /// <summary>So many papers are summed up.</summary>
    public const int Most = 5;

    private const string Several = "/papers "; // asks for the same papers again; no command is called so

    public static bool IsLine(string line) => line.StartsWith(Several, StringComparison.Ordinal);

    /// <param name="message">Its text and links.</param>
    public Task<Reply> AskAsync(string message, Asker asker, CancellationToken ct) =>
        PaperLinks.In(message) is { Count: > 0 } papers
            ? SummarizeAsync([.. papers.Take(Most).Select(paper => paper.Value)], papers.Count, asker, ct)
            : Task.FromResult(
                Reply.Problem(
                    "That message links to no paper of arXiv or Hugging Face. Try /search with a few words of its title."
                )
            );

    /// <param name="line">Of an answer of <see cref="AskAsync"/>.</param>
    public Task<Reply> AgainAsync(string line, Asker asker, CancellationToken ct) =>
        SummarizeAsync([.. line[Several.Length..].Split(' ').Take(Most)], Most, asker, ct);

    /// <param name="linked">How many the message links to.</param>
    private async Task<Reply> SummarizeAsync(
        IReadOnlyList<string> papers,
        int linked,
        Asker asker,
        CancellationToken ct
    )
    {
        var lines = papers.Select(paper => $"/summarize paper:{paper}").ToList();
        var replies = await dispatcher.DispatchAllAsync(lines, asker, ct);
        if (replies is [var only])
        {
            return only; // of the one paper, or a refusal
        }
        var items = new List<ReplyItem>();
        var choices = new List<ReplyChoice>();
        foreach (var (paper, reply) in papers.Zip(replies))
        {
            var said = reply.Text.Length > 0 ? reply.Text : reply.Fields.Select(field => field.Text).FirstOrDefault("");
            items.Add(new ReplyItem($"{items.Count + 1}.", reply.Title ?? paper, reply.Link, said, "", paper));
            if (reply.Ok)
            {
                choices.Add(new ReplyChoice(items[^1].Title, $"/summarize paper:{paper}"));
            }
        }
        return new Reply
        {
            Title = "Papers in that message",
            Items = items,
            ChoicePrompt = "Summarize one of these",
            Choices = choices,
            Notes = linked > Most ? [$"The message links to {linked} papers; these are the first {Most}."] : [],
            Again = Several + string.Join(' ', papers),
        };
    }
}
