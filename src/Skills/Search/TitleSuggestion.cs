using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Search;

/// <summary>A title that may be the one somebody is typing.</summary>
public sealed record TitleSuggestion(PaperId Id, string Title);

/// <summary>Suggestions in the order they were found, each paper once, up to a number.</summary>
internal sealed class TitleSuggestions(int most)
{
    private readonly List<TitleSuggestion> found = [];
    private readonly HashSet<long> rows = [];

    public bool IsFull => found.Count == most;

    public bool IsEmpty => found.Count == 0;

    public IReadOnlyList<TitleSuggestion> All => found;

    public void Add(IEnumerable<TitleRow> titles)
    {
        foreach (var title in titles)
        {
            if (IsFull)
            {
                return;
            }
            if (rows.Add(title.Row))
            {
                found.Add(new TitleSuggestion(title.Id, title.Title));
            }
        }
    }
}
