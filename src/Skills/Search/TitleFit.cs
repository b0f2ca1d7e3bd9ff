namespace PaperBot.Skills.Search;

/// <summary>How well a title fits what was typed; words count by how telling they are (<see cref="Vocabulary.Weight(string)"/>).</summary>
/// <param name="Asked">How much of what was typed the title has, 0 to 1; a mistyped word counts a little less.</param>
/// <param name="Missing">How much of what was typed the title has in no spelling, words like "the" apart, 0 to 1.</param>
/// <param name="Titled">How much of the title was typed, 0 to 1.</param>
/// <param name="Order">How many of the words follow the one before as in the title, one left out at most, 0 to 1.</param>
/// <param name="Dropped">How many of the title's words were not typed.</param>
/// <param name="Found">How many of the typed words the title has.</param>
/// <param name="Lost">How many it has not, words like "the" apart.</param>
/// <param name="Strange">How many of those are words of no title at all, or mere letters.</param>
/// <param name="Name">What was typed is the name before the title's colon.</param>
internal readonly record struct TitleFit(
    double Asked,
    double Missing,
    double Titled,
    double Order,
    int Dropped,
    int Found,
    int Lost,
    int Strange,
    bool Name
)
{
    /// <summary>All that was typed is in the title as it was typed.</summary>
    public bool IsExact => Asked >= 1;

    public double Score => Asked * (0.7 + 0.3 * Titled) + 0.02 * Order + (Name ? 0.3 : 0);
}
