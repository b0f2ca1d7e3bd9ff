namespace PaperBot.Skills.Versions;

/// <summary>Title and abstract as one version of a paper had them, as far as the library knows.</summary>
/// <param name="Version">1 or more.</param>
/// <param name="SeenAt">When the library learnt that text; null where it had all of it before.</param>
public sealed record PaperVersion(int Version, string Title, string Abstract, DateTimeOffset? SeenAt)
{
    /// <summary>Whether a reader finds other words in it: blanks, punctuation, case and accents are no change.</summary>
    public bool SaysOther(PaperVersion other) =>
        !Papers.Words.Of(Title).SequenceEqual(Papers.Words.Of(other.Title))
        || !Papers.Words.Of(Abstract).SequenceEqual(Papers.Words.Of(other.Abstract));
}
