using System.Runtime.InteropServices;

namespace PaperBot.Skills.Language;

/// <summary>
/// What the words of one sentence say about its facet: the features it has itself, and the fewer that its neighbours
/// are told. Every feature counts once.
/// </summary>
internal sealed class FacetWords
{
    private const int LongestWord = 48;
    private const string Marks = "%(:;?©\",*";
    private const int MostCues = 8;

    // The kinds of features; the word at the beginning of a sentence has one kind for each of its four places.
    private const uint Word = 10;
    private const uint Pair = 11;
    private const uint Triple = 12;
    private const uint Ending = 14;
    private const uint Beginning = 15;
    private const uint WordByPlace = 16;
    private const uint Opening = 30;
    private const uint OpeningByPlace = 40;
    private const uint FirstTwo = 50;
    private const uint FirstThree = 51;
    private const uint LastWord = 52;
    private const uint Cue = 60;
    private const uint Length = 70;

    /// <summary>What the sentence has itself.</summary>
    public List<uint> Own { get; } = new(256);

    /// <summary>Of these, what it would have at any other place too.</summary>
    public List<uint> Anywhere { get; } = new(256);

    /// <summary>Its words and marks.</summary>
    public List<uint> Words { get; } = new(64);

    /// <summary>What its neighbours are told.</summary>
    public List<uint> Told { get; } = new(64);

    /// <summary>The cues of <see cref="FacetCues"/> for "background" in it.</summary>
    public int Background { get; private set; }

    /// <summary>The cues of <see cref="FacetCues"/> for "objective" in it.</summary>
    public int Objective { get; private set; }

    /// <summary>The cues of <see cref="FacetCues"/> for "method" in it.</summary>
    public int Method { get; private set; }

    /// <summary>The cues of <see cref="FacetCues"/> for "result" in it.</summary>
    public int Result { get; private set; }

    /// <summary>The authors speak.</summary>
    public bool Authors { get; private set; }

    /// <param name="text">As it stands in the abstract.</param>
    /// <param name="plain">As <see cref="PlainText"/> writes it.</param>
    /// <param name="index">Its place among the sentences of the abstract, from 0.</param>
    /// <param name="count">How many these are.</param>
    public void Read(string text, string plain, int index, int count)
    {
        Own.Clear();
        Anywhere.Clear();
        Words.Clear();
        Told.Clear();
        var words = ReadWords(text, index, count);
        Background = FacetCues.Background.Score(plain);
        Objective = FacetCues.Objective.Score(plain);
        Method = FacetCues.Method.Score(plain);
        Result = FacetCues.Result.Score(plain);
        AddCues(0, Background);
        AddCues(1, Objective);
        AddCues(2, Method);
        AddCues(3, Result);
        AddCues(4, FacetCues.Other.Score(plain));
        Add(FeatureHash.Join(Length, LengthStep(words)), told: true);
        Authors =
            plain.Contains(" we ", StringComparison.Ordinal)
            || plain.Contains(" our ", StringComparison.Ordinal)
            || plain.Contains(" this paper ", StringComparison.Ordinal);
        OnceEach(Own);
        OnceEach(Anywhere);
        OnceEach(Words);
        OnceEach(Told);
    }

    private int ReadWords(string text, int index, int count)
    {
        Span<char> letters = stackalloc char[LongestWord];
        uint last = 1;
        uint lastPair = 0;
        var words = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                var word = Take(text, ref i, letters);
                AddForms(word);
                AddWord(FeatureHash.Of(word), words++, index, count, ref last, ref lastPair);
            }
            else if (Marks.Contains(text[i]))
            {
                var mark = FeatureHash.Of(text.AsSpan(i, 1));
                AddWordItself(mark);
                if (text[i] == '%')
                {
                    AddWord(mark, words++, index, count, ref last, ref lastPair);
                }
            }
        }
        if (words > 0)
        {
            Add(FeatureHash.Join(last, LastWord), told: false);
        }
        return words;
    }

    // Ends at the last character of the word. All numbers are "0", all names with a digit are "0a".
    private static ReadOnlySpan<char> Take(string text, ref int i, Span<char> letters)
    {
        var length = 0;
        var digit = false;
        var letter = false;
        var begin = i;
        for (; i < text.Length && IsPart(text, i, begin); i++)
        {
            digit |= char.IsDigit(text[i]);
            letter |= char.IsLetter(text[i]);
            if (length < letters.Length)
            {
                letters[length++] = text[i] == '’' ? '\'' : char.ToLowerInvariant(text[i]);
            }
        }
        i--;
        return digit ? (letter ? "0a" : "0") : letters[..length];
    }

    private static bool IsPart(string text, int i, int begin) =>
        char.IsLetterOrDigit(text[i])
        || (
            i > begin
            && text[i] is '-' or '\'' or '’' or '.'
            && i + 1 < text.Length
            && char.IsLetterOrDigit(text[i + 1])
        );

    // A verb's tense, a noun's family.
    private void AddForms(ReadOnlySpan<char> word)
    {
        if (word.Length > 4)
        {
            Add(FeatureHash.Join(FeatureHash.Of(word[^3..]), Ending), told: false);
        }
        if (word.Length > 5)
        {
            Add(FeatureHash.Join(FeatureHash.Of(word[..5]), Beginning), told: false);
        }
        AddWordItself(FeatureHash.Of(word));
    }

    private void AddWordItself(uint word)
    {
        Add(FeatureHash.Join(word, Word), told: true);
        Words.Add(FeatureHash.Join(word, Word));
    }

    private void AddWord(uint word, int place, int index, int count, ref uint last, ref uint lastPair)
    {
        var pair = FeatureHash.Join(last, word);
        Add(FeatureHash.Join(pair, Pair), told: false);
        Own.Add(FeatureHash.Join(word, WordByPlace + (uint)(index * 3 / count)));
        if (place > 0)
        {
            Add(FeatureHash.Join(FeatureHash.Join(lastPair, word), Triple), told: false);
        }
        if (place < 4)
        {
            Add(FeatureHash.Join(word, Opening + (uint)place), told: place == 0);
        }
        if (place == 0)
        {
            var where =
                OpeningByPlace
                + (
                    index == 0 ? 0u
                    : index == count - 1 ? 2u
                    : 1u
                );
            Own.Add(FeatureHash.Join(word, where));
        }
        else if (place == 1)
        {
            Add(FeatureHash.Join(pair, FirstTwo), told: true);
        }
        else if (place == 2)
        {
            Add(FeatureHash.Join(FeatureHash.Join(lastPair, word), FirstThree), told: true);
        }
        lastPair = pair;
        last = word;
    }

    private void AddCues(uint facet, int score) =>
        Add(FeatureHash.Join(Cue + facet, (uint)Math.Min(score, MostCues)), told: true);

    private void Add(uint feature, bool told)
    {
        Own.Add(feature);
        Anywhere.Add(feature);
        if (told)
        {
            Told.Add(feature);
        }
    }

    private static uint LengthStep(int words) =>
        words switch
        {
            < 8 => (uint)words,
            < 12 => 8,
            < 16 => 9,
            < 20 => 10,
            < 25 => 11,
            < 30 => 12,
            < 40 => 13,
            < 60 => 14,
            _ => 15,
        };

    private static void OnceEach(List<uint> features)
    {
        var all = CollectionsMarshal.AsSpan(features);
        all.Sort();
        var kept = 0;
        for (var i = 0; i < all.Length; i++)
        {
            if (i == 0 || all[i] != all[i - 1])
            {
                all[kept++] = all[i];
            }
        }
        CollectionsMarshal.SetCount(features, kept);
    }
}
