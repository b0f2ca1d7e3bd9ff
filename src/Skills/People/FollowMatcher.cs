using PaperBot.Skills.Papers;

namespace PaperBot.Skills.People;

/// <summary>
/// Pure: which of many follows a paper meets. Follows lie under a word that the paper must have, so that a hundred thousand
/// of them cost little more than those that match.
/// </summary>
public sealed class FollowMatcher
{
    private readonly Dictionary<string, List<(string[] Stems, Follow Follow)>> topics = [];
    private readonly Dictionary<string, List<Follow>> categories = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<(AuthorName Name, Follow Follow)>> authors = [];
    private readonly Dictionary<string, List<Follow>> papers = [];

    public FollowMatcher(IEnumerable<Follow> follows)
    {
        foreach (var follow in follows)
        {
            Add(follow);
        }
    }

    public bool IsEmpty => topics.Count + categories.Count + authors.Count + papers.Count == 0;

    /// <summary>In the order in which they were said.</summary>
    public IReadOnlyList<Follow> Matching(PaperTraits paper) =>
        [
            .. paper
                .Stems.SelectMany(stem => topics.GetValueOrDefault(stem) ?? [])
                .Where(topic => paper.HasAll(topic.Stems))
                .Select(topic => topic.Follow)
                .Concat(paper.Categories.SelectMany(category => categories.GetValueOrDefault(category) ?? []))
                .Concat(
                    paper.Authors.SelectMany(author =>
                        (authors.GetValueOrDefault(author.Family) ?? [])
                            .Where(wanted => wanted.Name.MayBe(author))
                            .Select(wanted => wanted.Follow)
                    )
                )
                .Concat(papers.GetValueOrDefault(paper.Id) ?? [])
                .DistinctBy(follow => follow.Id)
                .OrderBy(follow => follow.Id),
        ];

    private void Add(Follow follow)
    {
        switch (follow.Kind)
        {
            case FollowKind.Topic when FollowWish.IsCategory(follow.Label):
                Under(categories, follow.Label, follow);
                break;
            case FollowKind.Topic:
                var stems = follow.Value.Split(' ');
                Under(topics, stems.MaxBy(stem => stem.Length)!, (stems, follow)); // a long word is rarely a common one
                break;
            case FollowKind.Author when AuthorName.Of(follow.Label) is { } name:
                Under(authors, name.Family, (name, follow));
                break;
            case FollowKind.Paper:
                Under(papers, follow.Value, follow);
                break;
        }
    }

    private static void Under<T>(Dictionary<string, List<T>> drawers, string word, T item)
    {
        if (!drawers.TryGetValue(word, out var drawer))
        {
            drawers[word] = drawer = [];
        }
        drawer.Add(item);
    }
}
