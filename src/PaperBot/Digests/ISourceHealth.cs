namespace PaperBot.Digests;

/// <summary>Port: how the sources of papers have answered of late.</summary>
internal interface ISourceHealth
{
    /// <summary>One a source, in the order in which they are asked.</summary>
    IReadOnlyList<SourceState> Sources();
}

/// <param name="Source">As people name it, such as Hugging Face.</param>
/// <param name="LastSuccess">When it last answered as it should, be it that it had nothing; null: never.</param>
/// <param name="LastFailure">What went wrong last, in a sentence; null where nothing has.</param>
/// <param name="FailedAt">When; null where nothing has.</param>
internal sealed record SourceState(
    string Source,
    DateTimeOffset? LastSuccess,
    string? LastFailure,
    DateTimeOffset? FailedAt
)
{
    /// <summary>The last answer was none to work with.</summary>
    public bool IsBroken => FailedAt is { } failed && (LastSuccess is not { } good || failed > good);
}
