using PaperBot.Skills.Papers;

namespace PaperBot.Skills.People;

/// <summary>Pure: what of a paper decides who follows it, made once and compared with many follows.</summary>
public sealed class PaperTraits
{
    private PaperTraits(string id, HashSet<string> stems, HashSet<string> categories, IReadOnlyList<AuthorName> authors)
    {
        Id = id;
        Stems = stems;
        Categories = categories;
        Authors = authors;
    }

    internal string Id { get; }

    /// <summary>Of title, abstract and keywords.</summary>
    internal IReadOnlySet<string> Stems { get; }

    internal IReadOnlySet<string> Categories { get; }

    internal IReadOnlyList<AuthorName> Authors { get; }

    public static PaperTraits Of(Paper paper) =>
        new(
            paper.Id.Value,
            [.. IndexText.Stems(string.Join('\n', [paper.Title, paper.Abstract, .. paper.Keywords]))],
            paper.Categories.ToHashSet(StringComparer.OrdinalIgnoreCase),
            [.. paper.Authors.Select(AuthorName.Of).OfType<AuthorName>()]
        );

    /// <summary>All of these words; see <see cref="IndexText.Stems"/>.</summary>
    public bool HasAll(IEnumerable<string> stems) => stems.All(Stems.Contains);
}
