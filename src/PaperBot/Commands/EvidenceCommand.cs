using PaperBot.Chat;
using PaperBot.Skills;
using PaperBot.Skills.Answers;
using PaperBot.Skills.Compare;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Search;
using PaperBot.Skills.Summarize;

namespace PaperBot.Commands;

internal sealed class EvidenceCommand(AnswerBook book, PaperStore store, IPaperFinder finder) : ICommand
{
    public string Name => "evidence";

    public string Description => "Which sentences of the abstract each sentence of an answer rests on.";

    public IReadOnlyList<CommandOption> Options { get; } = [AnswerName.Option];

    public string Example => "/evidence EfficientNet";

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var name = AnswerName.Parse(request.Required("answer"));
        return Task.FromResult(name.Number is { } number ? Kept(number) : Own(name, ct));
    }

    private Reply Kept(long number)
    {
        var answer = book.Find(number) ?? throw NoSuchAnswer(number);
        var papers = answer.Papers.Select(id => store.Get(PaperId.Stored(id))).OfType<Paper>().ToList();
        var texts = answer
            .Papers.Zip(answer.Abstracts)
            .ToDictionary(one => one.First, one => TextOf(PaperId.Stored(one.First), one.Second));
        return EvidenceReply.For(answer, papers, texts);
    }

    private Reply Own(AnswerName name, CancellationToken ct)
    {
        var papers = name.Papers.Select(text => finder.Find(text, ct)).DistinctBy(paper => paper.Id).ToList();
        return EvidenceReply.For(
            papers,
            papers is [var only]
                ? OwnParts.Of(AbstractSummarizer.Summarize(only))
                : OwnParts.Of(AbstractComparer.Compare(papers))
        );
    }

    // The very abstract from which the answer was written, where the library still has it.
    private string? TextOf(PaperId paper, string hash) =>
        store.Get(paper) is { } known
            ? store.History(known.Id).LastOrDefault(version => AnswerKey.Hash(version.Text) == hash)?.Text
            : null;

    internal static SkillException NoSuchAnswer(long number) =>
        new($"There is no answer {number}. The number stands in the small print of an answer that a model wrote.");
}
