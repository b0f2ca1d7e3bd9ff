using PaperBot.Skills.Papers;

namespace PaperBot.Skills.People;

/// <summary>
/// Pure: many short texts, such as names of authors, to be found while one is typed. They lie in two long strings, about 80
/// bytes a text; never changes.
/// </summary>
internal sealed class KnownNames
{
    private const char End = '\n';

    private readonly string folded; // " ada example\n" a text
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
                keys.Append(' ').AppendJoin(' ', words).Append(End);
                texts.Append(name);
                keyEnds.Add(keys.Length);
                textEnds.Add(texts.Length);
            }
        }
        (folded, written) = (keys.ToString(), texts.ToString());
        (foldedEnds, writtenEnds) = ([.. keyEnds], [.. textEnds]);
    }

    public int Count => foldedEnds.Length;

    /// <summary>Those of whose words each begins with a typed one; of nothing typed the best of all.</summary>
    public IReadOnlyList<string> Beginning(string typed, int most)
    {
        var words = Words.Of(typed).Select(word => $" {word}").OrderByDescending(word => word.Length).ToList();
        var found = new List<string>();
        var start = 0;
        var index = 0;
        while (found.Count < most && index < Count)
        {
            if (words.Count > 0)
            {
                // Most texts lack the longest word: they are passed by without being looked at one by one.
                var next = folded.IndexOf(words[0], start, StringComparison.Ordinal);
                if (next < 0)
                {
                    break;
                }
                index = Array.BinarySearch(foldedEnds, next) is var place && place < 0 ? ~place : place + 1;
            }
            var key = folded.AsSpan(index == 0 ? 0 : foldedEnds[index - 1], Length(foldedEnds, index));
            if (HasAll(key, words))
            {
                found.Add(written.Substring(index == 0 ? 0 : writtenEnds[index - 1], Length(writtenEnds, index)));
            }
            start = foldedEnds[index];
            index++;
        }
        return found;
    }

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

    private static int Length(int[] ends, int index) => ends[index] - (index == 0 ? 0 : ends[index - 1]);
}
