using System.Collections.Frozen;

namespace PaperBot.Skills.Language;

/// <summary>How much of a title a sentence repeats; endings do not matter ("learns", "learning").</summary>
internal sealed class TitleWords
{
    // A word's beginning stands for the word: crude, and enough for two texts by the same authors.
    private const int Stem = 6;

    private static readonly FrozenSet<string> Empty = (
        "a an and are as at be by can for from in into is it its of on or our that the their this to toward towards via we "
        + "with without using based new novel how what why when do does not all you need"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    // "EfficientNet: …", "Chain-of-Experts – …": a paper that names its subject names it shortly.
    private const int LongestHead = 4;

    private readonly string? _head;
    private readonly HashSet<string> _stems = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public TitleWords(string title)
    {
        _lookup = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
        var colon = title.IndexOf(": ", StringComparison.Ordinal);
        var head = colon > 1 ? PlainText.Of(title[..colon]) : "";
        _head = head.Length > 3 && head.AsSpan(1).Count(' ') <= LongestHead ? head : null;
        foreach (var word in PlainText.Of(title).Split(' ', '-'))
        {
            if (word.Length > 1 && !Empty.Contains(word))
            {
                _stems.Add(word[..Math.Min(Stem, word.Length)]);
            }
        }
    }

    /// <summary>Whether the sentence says the name that stands before the colon of the title.</summary>
    public bool HeadIn(string plain) => _head is not null && plain.Contains(_head, StringComparison.Ordinal);

    public double OverlapWith(string plain)
    {
        if (_stems.Count == 0)
        {
            return 0;
        }
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var range in plain.AsSpan().SplitAny(' ', '-'))
        {
            var word = plain.AsSpan(range);
            if (_lookup.TryGetValue(word[..Math.Min(Stem, word.Length)], out var stem))
            {
                found.Add(stem);
            }
        }
        return (double)found.Count / _stems.Count;
    }
}
