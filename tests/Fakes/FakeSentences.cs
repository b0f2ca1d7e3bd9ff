using System.Collections.Concurrent;
using PaperBot.Skills.Editions;
using PaperBot.Skills.Papers;

namespace PaperBot.Fakes;

/// <summary>Sentences of an edition that are there at once or, with <see cref="Write"/>, when they were prepared.</summary>
internal sealed class FakeSentences(Func<Paper, string>? own = null) : IEditionSentences
{
    private readonly ConcurrentQueue<string> prepared = [];

    /// <summary>Writes the good sentence; null where there are none but our own.</summary>
    public Func<Paper, CancellationToken, Task>? Write { get; set; }

    /// <summary>Titles of the papers that were prepared, in order.</summary>
    public IReadOnlyCollection<string> Prepared => prepared;

    public bool TakeTime => Write is not null;

    public async Task PrepareAsync(Paper paper, CancellationToken ct)
    {
        await Write!(paper, ct); // asked for only where TakeTime says so
        prepared.Enqueue(paper.Title);
    }

    public EditionSentence Of(Paper paper) =>
        prepared.Contains(paper.Title)
            ? new EditionSentence($"{paper.Title}, written.", "llama3.1")
            : new EditionSentence(own?.Invoke(paper) ?? $"{paper.Title} in one sentence.", null);
}
