using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Search;

/// <summary>
/// Pure: many short texts, such as names of authors, to be found while one is typed. They lie in two long strings, about 80
/// bytes a text; never changes.
/// </summary>
internal sealed class KnownNames
{
    private const char Begin = '\n';

    private readonly string folded; // "\n ada example" a text
    private readonly string written;
    private readonly int[] foldedEnds;
    private readonly int[] writtenEnds;

    /// <param name="names">The best suggestions first.</param>
    public KnownNames(IEnumerable<string> names)
    {
        var (keys, texts) = (new System.Text.StringBuilder(), new System.Text.StringBuilder());
        var (keyEnds, textEnds) = (new List<int>(), new List<int>());
        foreach (var name in names.Select(PaperText.Clean))
        {
            var words = Words.Of(name);
            if (words.Count > 0)
            {
                keys.Append(Begin).Append(' ').AppendJoin(' ', words);
                texts.Append(name);
                keyEnds.Add(keys.Length);
                textEnds.Add(texts.Length);
            }
        }
        (folded, written) = (keys.ToString(), texts.ToString());
        (foldedEnds, writtenEnds) = ([.. keyEnds], [.. textEnds]);
    }

    public int Count => foldedEnds.Length;

    /// <summary>
    /// Those of whose words each typed one begins one, and of these first those that begin as it was typed; of nothing typed
    /// the best of all.
    /// </summary>
    public IReadOnlyList<string> Beginning(string typed, int most)
    {
        var words = Words.Of(typed).Select(word => $" {word}").ToList();
        var text = string.Concat(words);
        // Most texts lack the longest word: they are passed by without being looked at one by one.
        words = [.. words.OrderByDescending(word => word.Length)];
        var first = Places(text.Length == 0 ? "" : Begin + text).Take(most).ToList();
        var rest = first.Count < most ? Places(words.Count == 0 ? "" : words[0]) : [];
        return
        [
            .. first
                .Concat(rest.Where(place => HasAll(Key(place), words)).Except(first))
                .Take(most)
                .Select(place => written[Start(writtenEnds, place)..writtenEnds[place]]),
        ];
    }

    // Of the texts that have this in them, in their order.
    private IEnumerable<int> Places(string part)
    {
        for (var place = 0; place < Count; place++)
        {
            if (part.Length > 0)
            {
                var next = folded.IndexOf(part, Start(foldedEnds, place), StringComparison.Ordinal);
                if (next < 0)
                {
                    yield break;
                }
                place = Array.BinarySearch(foldedEnds, next) is var found && found < 0 ? ~found : found + 1;
            }
            yield return place;
        }
    }

    private ReadOnlySpan<char> Key(int place) => folded.AsSpan(Start(foldedEnds, place)..foldedEnds[place]);

    private static int Start(int[] ends, int place) => place == 0 ? 0 : ends[place - 1];

    private static bool HasAll(ReadOnlySpan<char> key, List<string> words)
    {
        foreach (var word in words)
        {
            if (key.IndexOf(word, StringComparison.Ordinal) < 0)
            {
                return false;
            }
        }
        return true;
    }
}
