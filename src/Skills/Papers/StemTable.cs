using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace PaperBot.Skills.Papers;

/// <summary>
/// Words to the numbers of their stems, several times as fast as a dictionary of strings: a word is known by 64 bits of its
/// hash alone, so that a look-up touches one line of memory. What it remembers is bounded. Not for several threads.
/// </summary>
internal sealed class StemTable
{
    /// <summary>Given for words that are too common to be found by.</summary>
    public const int NoStem = -1;

    private const int MostWords = 120_000;
    private const int Slots = 1 << 18; // more than twice as many, so that a look-up seldom takes a second step

    // Another one in each run, so that nobody can write a text whose words are taken for one another.
    private readonly ulong multiplier = (ulong)Random.Shared.NextInt64() << 1 | 1;
    private readonly Slot[] slots = new Slot[Slots];
    private readonly Dictionary<string, int> stemNumbers = [];
    private readonly List<(int Start, int Length)> stems = [];
    private byte[] letters = new byte[1 << 16];
    private int used;
    private int words;

    /// <summary>Numbers given before it counted up mean nothing any more.</summary>
    public int Generation { get; private set; }

    public ReadOnlySpan<byte> Utf8(int stem)
    {
        var (start, length) = stems[stem];
        return letters.AsSpan(start, length);
    }

    // Run for every word of an import that takes seconds: there is no time to find out that it is hot.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int StemOf(ReadOnlySpan<char> word)
    {
        var hash = Hash(word);
        for (var slot = (int)(hash >> 32) & (Slots - 1); ; slot = (slot + 1) & (Slots - 1))
        {
            ref readonly var entry = ref slots[slot];
            if (entry.Hash == hash)
            {
                return entry.Stem;
            }
            if (entry.Hash == 0)
            {
                return Add(word, hash);
            }
        }
    }

    private int Add(ReadOnlySpan<char> word, ulong hash)
    {
        if (words == MostWords)
        {
            Forget();
        }
        words++;
        var stem = IndexText.IsTooCommon(word) ? NoStem : NumberOfStem(Stem.Compute(word));
        var slot = (int)(hash >> 32) & (Slots - 1);
        while (slots[slot].Hash != 0)
        {
            slot = (slot + 1) & (Slots - 1);
        }
        slots[slot] = new Slot(hash, stem);
        return stem;
    }

    private int NumberOfStem(string stem)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(stemNumbers, stem, out var known);
        if (!known)
        {
            number = stems.Count;
            if (used + Encoding.UTF8.GetMaxByteCount(stem.Length) > letters.Length)
            {
                Array.Resize(ref letters, letters.Length * 2);
            }
            var length = Encoding.UTF8.GetBytes(stem, letters.AsSpan(used));
            stems.Add((used, length));
            used += length;
        }
        return number;
    }

    private void Forget()
    {
        Array.Clear(slots);
        stems.Clear();
        stemNumbers.Clear();
        (used, words) = (0, 0);
        Generation++;
    }

    /// <returns>Never 0: that marks a free slot.</returns>
    private ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = (ulong)word.Length;
        while (word.Length >= 4)
        {
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(word)));
            word = word[4..];
        }
        var rest = 0UL;
        foreach (var letter in word)
        {
            rest = rest << 16 | letter;
        }
        return Mix(Mix(hash ^ rest)) | 1;
    }

    private ulong Mix(ulong value) => BitOperations.RotateLeft(value * multiplier, 29) * 0x9E3779B97F4A7C15;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Slot(ulong Hash, int Stem);
}
