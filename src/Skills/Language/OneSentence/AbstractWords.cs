using System.Runtime.InteropServices;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Language.OneSentence;

/// <summary>How a word is written.</summary>
internal enum WordShape : byte
{
    Lower,
    Capital,
    Capitals,
    Mixed,
    Number,
    WithDigit,
}

/// <summary>A word where it stands.</summary>
/// <param name="Stem">Its stem as a number (<see cref="FeatureHash"/>).</param>
/// <param name="Ending">Its last three letters as a number; 0 for a shorter word.</param>
/// <param name="Length">In letters.</param>
/// <param name="IsApart">A mark other than a hyphen or an apostrophe stands before it.</param>
/// <param name="InBrackets">It stands between round brackets.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PlacedWord(
    uint Stem,
    uint Ending,
    byte Length,
    WordShape Shape,
    bool IsApart,
    bool InBrackets
);

/// <summary>Text to words: runs of letters and digits, as stems.</summary>
internal static class PlacedWords
{
    private const int LongestWord = 48;

    public static PlacedWord[] Of(string text)
    {
        var words = new List<PlacedWord>((text.Length / 5) + 2);
        Span<char> letters = stackalloc char[LongestWord];
        var depth = 0;
        var apart = true;
        for (var i = 0; i < text.Length; )
        {
            var letter = text[i];
            if (!char.IsLetterOrDigit(letter))
            {
                depth +=
                    letter == '(' ? 1
                    : letter == ')' ? -1
                    : 0;
                apart |= letter is not (' ' or '-' or '\'' or '’');
                i++;
                continue;
            }
            var start = i;
            var length = 0;
            var capitals = 0;
            var digits = 0;
            for (; i < text.Length && char.IsLetterOrDigit(text[i]); i++)
            {
                capitals += char.IsUpper(text[i]) ? 1 : 0;
                digits += char.IsDigit(text[i]) ? 1 : 0;
                if (length < LongestWord)
                {
                    letters[length++] = char.ToLowerInvariant(text[i]);
                }
            }
            var word = letters[..length];
            words.Add(
                new PlacedWord(
                    // As ROUGE does, by which the weights were learnt: short words are their own stems.
                    FeatureHash.Of(length > 3 ? Stem.Of(word) : word),
                    length > 3 ? FeatureHash.Of(word[^3..]) : 0,
                    (byte)Math.Min(i - start, 255),
                    ShapeOf(char.IsUpper(text[start]), capitals, digits, i - start),
                    apart,
                    depth > 0
                )
            );
            apart = false;
        }
        return [.. words];
    }

    private static WordShape ShapeOf(bool first, int capitals, int digits, int length) =>
        digits == length ? WordShape.Number
        : digits > 0 ? WordShape.WithDigit
        : capitals == 0 ? WordShape.Lower
        : capitals == length && length > 1 ? WordShape.Capitals
        : capitals == 1 && first ? WordShape.Capital
        : WordShape.Mixed;
}

/// <summary>What an abstract makes of one word, or of two that follow each other.</summary>
internal sealed class WordUse
{
    private readonly int _first;
    private int _lastSentence = -1;

    public WordUse(int sentence, int place, bool inTitle)
    {
        _first = (sentence << 16) | place;
        InTitle = inTitle;
    }

    public bool InTitle { get; }

    public int Count { get; private set; }

    /// <summary>In how many sentences.</summary>
    public int Sentences { get; private set; }

    public void See(int sentence)
    {
        Count++;
        Sentences += sentence == _lastSentence ? 0 : 1;
        _lastSentence = sentence;
    }

    public bool IsFirst(int sentence, int place) => _first == ((sentence << 16) | place);
}

/// <summary>An abstract's words, and what it makes of each.</summary>
internal sealed class AbstractWords
{
    private readonly Dictionary<uint, WordUse> _uses = new(128);
    private readonly HashSet<uint> _title = [];
    private readonly HashSet<ulong> _titlePairs = [];

    private AbstractWords(PlacedWord[] title, PlacedWord[][] sentences)
    {
        Title = title;
        Sentences = sentences;
        for (var i = 0; i < title.Length; i++)
        {
            _title.Add(title[i].Stem);
            if (i > 0)
            {
                _titlePairs.Add(Pair(title[i - 1].Stem, title[i].Stem));
            }
        }
        var pairs = new Dictionary<ulong, WordUse>(256);
        Uses = new WordUse[sentences.Length][];
        PairUses = new WordUse[sentences.Length][];
        for (var s = 0; s < sentences.Length; s++)
        {
            var words = sentences[s];
            Uses[s] = new WordUse[words.Length];
            PairUses[s] = new WordUse[words.Length];
            for (var i = 0; i < words.Length; i++)
            {
                var stem = words[i].Stem;
                ref var use = ref CollectionsMarshal.GetValueRefOrAddDefault(_uses, stem, out _);
                use ??= new WordUse(s, i, _title.Contains(stem));
                use.See(s);
                Uses[s][i] = use;
                if (i > 0)
                {
                    var pair = Pair(words[i - 1].Stem, stem);
                    ref var pairUse = ref CollectionsMarshal.GetValueRefOrAddDefault(pairs, pair, out _);
                    pairUse ??= new WordUse(s, i, _titlePairs.Contains(pair));
                    pairUse.See(s);
                    PairUses[s][i] = pairUse;
                }
            }
        }
    }

    public PlacedWord[] Title { get; }

    /// <summary>By sentence, in order.</summary>
    public PlacedWord[][] Sentences { get; }

    /// <summary>By sentence and word.</summary>
    public WordUse[][] Uses { get; }

    /// <summary>By sentence and second word; nothing for the first word of a sentence.</summary>
    public WordUse[][] PairUses { get; }

    public static AbstractWords Of(Reading reading) =>
        new(PlacedWords.Of(reading.Title), [.. reading.Sentences.Select(sentence => PlacedWords.Of(sentence.Text))]);

    public static ulong Pair(uint first, uint second) => ((ulong)first << 32) | second;

    public bool InTitle(uint stem) => _title.Contains(stem);

    public bool PairInTitle(uint first, uint second) => _titlePairs.Contains(Pair(first, second));

    public int CountOf(uint stem) => _uses.TryGetValue(stem, out var use) ? use.Count : 0;
}
