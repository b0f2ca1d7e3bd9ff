using PaperBot.Chat;
using PaperBot.Skills;
using PaperBot.Skills.Answers;
using PaperBot.Skills.Compare;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Search;
using PaperBot.Skills.Summarize;

namespace PaperBot.Commands;

internal sealed class MistakeCommand(
    AnswerBook book,
    Mistakes mistakes,
    MistakeLimit limit,
    PaperStore store,
    IPaperFinder finder
) : ICommand
{
    private const string Told = "Thank you: whoever runs PaperBot is told.";
    private const string ReportedBefore =
        "Thank you: somebody reported it before, and what the model had written is withdrawn.";

    public string Name => "mistake";

    public string Description =>
        "Reports an answer as mistaken: it is withdrawn, and PaperBot's own engine answers instead.";

    public IReadOnlyList<CommandOption> Options { get; } = [AnswerName.Option];

    public string Example => "/mistake EfficientNet";

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var name = AnswerName.Parse(request.Required("answer"));
        var papers = name.Number is null
            ? name.Papers.Select(text => finder.Find(text, ct)).DistinctBy(paper => paper.Id).ToList()
            : [];
        var answer = name.Number is { } number ? book.Find(number) ?? throw EvidenceCommand.NoSuchAnswer(number) : null;
        if (answer is { WithdrawnAt: not null })
        {
            return Task.FromResult(Instead(answer, ReportedBefore));
        }
        if (!limit.Ask(request.Asker))
        {
            throw new SkillException(
                "Those were many reports within an hour. Try again later, or tell whoever runs PaperBot."
            );
        }
        if (answer is null)
        {
            mistakes.Report(papers, Summary.OwnEngine, request.Asker.Platform);
            return Task.FromResult(With(Own(papers), Told));
        }
        var paper = answer.Papers is [var id] ? store.Get(PaperId.Stored(id)) : null;
        var isFirst = mistakes.Withdraw(
            answer,
            paper is null ? null : AbstractSummarizer.Summarize(paper).Tldr?.Text,
            request.Asker.Platform
        );
        return Task.FromResult(
            Instead(
                answer,
                isFirst ? $"What {answer.Model} had written is withdrawn after a report. {Told}" : ReportedBefore
            )
        );
    }

    // The engine's answer in the place of the model's.
    private Reply Instead(KeptAnswer answer, string note)
    {
        var papers = answer.Papers.Select(id => store.Get(PaperId.Stored(id))).OfType<Paper>().ToList();
        return answer.Skill == "ask" || papers.Count == 0 || papers.Count < answer.Papers.Count
            ? new Reply
            {
                Title = $"Answer {answer.Id} is withdrawn",
                Text = $"{note} Ask again, and PaperBot's own engine answers.",
            }
            : With(Own(papers), note);
    }

    private static Reply Own(IReadOnlyList<Paper> papers) =>
        papers is [var only]
            ? SummaryReply.For(AbstractSummarizer.Summarize(only))
            : ComparisonReply.For(AbstractComparer.Compare(papers));

    private static Reply With(Reply reply, string note) => reply with { Notes = [note, .. reply.Notes] };
}
