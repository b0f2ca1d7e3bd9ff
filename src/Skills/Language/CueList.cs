using System.Collections.Frozen;

namespace PaperBot.Skills.Language;

/// <summary>
/// Phrases with weights, written one weight a line: <c>4 ^however | remains | outperform*</c>. "^" stands for the
/// beginning of the sentence, "*" for any end of the word; everything else is found as whole words.
/// </summary>
internal sealed class CueList
{
    private readonly Cue[] _cues;

    // By the two letters with which they begin: one look at each word of a sentence instead of one at each phrase.
    private readonly FrozenDictionary<int, Cue[]> _byBeginning;

    public CueList(string table)
    {
        _cues =
        [
            .. table
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .SelectMany(Read)
                .Select((cue, i) => cue with { Index = i }),
        ];
        _byBeginning = _cues
            .GroupBy(cue => Key(cue.Phrase, 0))
            .ToFrozenDictionary(same => same.Key, same => same.ToArray());
    }

    /// <summary>The sum of the weights of all cues in the sentence; each counts once.</summary>
    /// <param name="plain">The sentence as <see cref="PlainText"/> writes it.</param>
    public int Score(string plain) => Look(plain, (sum, weight) => sum + weight);

    /// <summary>The weight of the weightiest cue in the sentence, 0 where there is none.</summary>
    public int Most(string plain) => Look(plain, Math.Max);

    private int Look(string plain, Func<int, int, int> count)
    {
        Span<bool> counted = stackalloc bool[_cues.Length];
        var result = 0;
        for (var blank = 0; blank >= 0 && blank + 2 < plain.Length; blank = plain.IndexOf(' ', blank + 1))
        {
            if (!_byBeginning.TryGetValue(Key(plain, blank + 1), out var cues))
            {
                continue;
            }
            foreach (var cue in cues)
            {
                if (
                    !counted[cue.Index]
                    && (!cue.First || blank == 0)
                    && plain.AsSpan(blank + 1).StartsWith(cue.Phrase, StringComparison.Ordinal)
                )
                {
                    counted[cue.Index] = true;
                    result = count(result, cue.Weight);
                }
            }
        }
        return result;
    }

    private static int Key(string text, int position) => (text[position] << 16) | text[position + 1];

    private static IEnumerable<Cue> Read(string line)
    {
        var weight = line[..line.IndexOf(' ')];
        foreach (var phrase in line[weight.Length..].Split('|', StringSplitOptions.TrimEntries))
        {
            var words = phrase.TrimStart('^');
            yield return new Cue(
                words.EndsWith('*') ? words[..^1] : $"{words} ",
                phrase.StartsWith('^'),
                int.Parse(weight),
                0
            );
        }
    }

    private sealed record Cue(string Phrase, bool First, int Weight, int Index);
}
