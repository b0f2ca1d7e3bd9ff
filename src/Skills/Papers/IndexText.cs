using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace PaperBot.Skills.Papers;

/// <summary>What of a paper goes into the full-text index, and how the words of a query must look to meet it there.</summary>
public static class IndexText
{
    // Words that stand in nearly every abstract find nothing and would be half of the index.
    private static readonly FrozenSet<string> TooCommon =
        "a an and are as at be been but by can for from has have if in into is it its more not of on one or our over such than that the their them then there these they this those to under to use used using was we were when where which while will with without would you your"
            .Split(' ')
            .ToFrozenSet();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TooCommonSpan =
        TooCommon.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsTooCommon(string word) => TooCommon.Contains(word);

    internal static bool IsTooCommon(ReadOnlySpan<char> word) => TooCommonSpan.Contains(word);

    /// <summary>The distinct stems of a text, those of too common words left out, in the order of their first place.</summary>
    public static IReadOnlyList<string> Stems(string text) =>
        [.. Words.Of(text).Where(word => !IsTooCommon(word)).Select(Stem.Of).Distinct()];

    /// <summary>Makes the index text of many papers; remembers the stems of the words it has met. Not for several threads.</summary>
    internal sealed class Builder
    {
        private readonly StemTable table = new();
        private readonly char[] word = new char[Words.LongestWord];
        private int[] lastPaper = new int[1024]; // by stem: the paper in which it was met last
        private byte[] text = new byte[4096];
        private int length;
        private int paper;
        private int generation;

        /// <summary>The words by which a paper is found, in UTF-8: of its title, abstract, authors, keywords, categories and venue.</summary>
        public byte[] Of(Paper about) =>
            Of(about.Title, about.Abstract, about.Authors, about.Keywords, about.Categories, about.Venue);

        public byte[] Of(
            string title,
            string @abstract,
            IReadOnlyList<string> authors,
            IReadOnlyList<string> keywords,
            IReadOnlyList<string> categories,
            string? venue
        )
        {
            paper++;
            length = 0;
            Add(title);
            Add(@abstract);
            AddAll(authors);
            AddAll(keywords);
            AddAll(categories);
            Add(venue ?? "");
            return text[..length];
        }

        private void AddAll(IReadOnlyList<string> items)
        {
            foreach (var item in items)
            {
                Add(item);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)] // as StemTable.StemOf
        private void Add(string source)
        {
            var reader = new WordReader(source, word);
            while (reader.MoveNext())
            {
                var stem = table.StemOf(reader.Current);
                if (table.Generation != generation)
                {
                    // In the middle of a paper a word may then be added twice, which the index does not mind.
                    generation = table.Generation;
                    Array.Clear(lastPaper);
                }
                if (stem == StemTable.NoStem)
                {
                    continue;
                }
                if (stem >= lastPaper.Length)
                {
                    Array.Resize(ref lastPaper, Math.Max(stem + 1, lastPaper.Length * 2));
                }
                if (lastPaper[stem] != paper)
                {
                    lastPaper[stem] = paper;
                    Append(table.Utf8(stem));
                }
            }
        }

        private void Append(ReadOnlySpan<byte> stem)
        {
            if (length + 1 + stem.Length > text.Length)
            {
                Array.Resize(ref text, text.Length * 2);
            }
            if (length > 0)
            {
                text[length++] = (byte)' ';
            }
            stem.CopyTo(text.AsSpan(length));
            length += stem.Length;
        }
    }
}
