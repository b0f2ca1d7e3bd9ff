namespace PaperBot.Checkups;

/// <summary>Port: what a room knows of its own health, for <c>doctor</c>. It changes nothing.</summary>
internal interface ICheckup
{
    Task<IReadOnlyList<Finding>> RunAsync(CancellationToken ct);
}

/// <param name="About">What was looked at, such as "Library".</param>
/// <param name="Words">What was found, as a sentence with the next step.</param>
internal sealed record Finding(Grade Grade, string About, string Words);

internal enum Grade
{
    Good,

    /// <summary>Works, but somebody may want to know.</summary>
    Hint,

    /// <summary>Does not work.</summary>
    Bad,
}
