using PaperBot.Skills.Editions;

namespace PaperBot.Daily;

/// <summary>Port to the sources: asked for new papers before a day's edition is built.</summary>
internal interface INewPapers
{
    /// <summary>Takes what the sources have into the library. A source that fails is news, not an exception.</summary>
    /// <returns>How each source fared; empty where there is none.</returns>
    Task<IReadOnlyList<SourceNews>> GatherAsync(DateOnly day, CancellationToken ct);

    /// <summary>Takes the whole list of a day that is closed, of the sources whose lists grow over a day.</summary>
    /// <returns>How each of these sources fared.</returns>
    Task<IReadOnlyList<SourceNews>> SettleAsync(DateOnly list, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<SourceNews>>([]);
}
