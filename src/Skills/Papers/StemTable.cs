using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace PaperBot.Skills.Papers;

/// <summary>
/// Words to the numbers of their stems: a hash table over one array of letters, several times as fast as a dictionary of
/// strings. What it remembers is bounded. Not for several threads.
/// </summary>
internal sealed class StemTable
{
    /// <summary>Given for words that are too common to be found by.</summary>
    public const int NoStem = -1;

    private const int MostWords = 200_000;
    private const int Slots = 1 << 19; // more than twice as many, so that a look-up seldom takes a second step

    // Another one in each run, so that nobody can write a file whose words all meet in one slot.
    private readonly ulong multiplier = (ulong)Random.Shared.NextInt64() << 1 | 1;
    private readonly int[] slots = new int[Slots]; // number of the word + 1; 0: free
    private readonly List<Word> words = [];
    private char[] letters = new char[1 << 16];
    private int used;
    private readonly List<byte[]> stems = [];
    private readonly Dictionary<string, int> stemNumbers = [];

    /// <summary>Numbers given before it counted up mean nothing any more.</summary>
    public int Generation { get; private set; }

    public int StemCount => stems.Count;

    public ReadOnlySpan<byte> Utf8(int stem) => stems[stem];

    public int StemOf(ReadOnlySpan<char> word)
    {
        var hash = Hash(word);
        var known = CollectionsMarshal.AsSpan(words);
        for (var slot = (int)(hash & (Slots - 1)); ; slot = (slot + 1) & (Slots - 1))
        {
            var number = slots[slot];
            if (number == 0)
            {
                return Add(word, hash);
            }
            ref readonly var entry = ref known[number - 1];
            if (entry.Hash == hash && letters.AsSpan(entry.Start, entry.Length).SequenceEqual(word))
            {
                return entry.Stem;
            }
        }
    }

    private int Add(ReadOnlySpan<char> word, uint hash)
    {
        if (words.Count == MostWords)
        {
            Forget();
        }
        if (used + word.Length > letters.Length)
        {
            Array.Resize(ref letters, letters.Length * 2);
        }
        word.CopyTo(letters.AsSpan(used));
        var stem = IndexText.IsTooCommon(word) ? NoStem : NumberOfStem(Stem.Compute(word));
        words.Add(new Word(hash, used, word.Length, stem));
        used += word.Length;
        var slot = (int)(hash & (Slots - 1));
        while (slots[slot] != 0)
        {
            slot = (slot + 1) & (Slots - 1);
        }
        slots[slot] = words.Count;
        return stem;
    }

    private int NumberOfStem(string stem)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(stemNumbers, stem, out var known);
        if (!known)
        {
            number = stems.Count;
            stems.Add(Encoding.UTF8.GetBytes(stem));
        }
        return number;
    }

    private void Forget()
    {
        Array.Clear(slots);
        words.Clear();
        stems.Clear();
        stemNumbers.Clear();
        used = 0;
        Generation++;
    }

    private uint Hash(ReadOnlySpan<char> word)
    {
        var hash = (ulong)word.Length;
        while (word.Length >= 4)
        {
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(word)));
            word = word[4..];
        }
        foreach (var letter in word)
        {
            hash = hash << 16 | letter ^ (hash >> 48);
        }
        return (uint)(Mix(hash) >> 32);
    }

    private ulong Mix(ulong value) => BitOperations.RotateLeft(value * multiplier, 29) * 0x9E3779B97F4A7C15;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Word(uint Hash, int Start, int Length, int Stem);
}
