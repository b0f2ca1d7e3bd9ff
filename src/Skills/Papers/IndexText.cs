using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text;

namespace PaperBot.Skills.Papers;

/// <summary>What of a paper goes into the full-text index, and how the words of a query must look to meet it there.</summary>
public static class IndexText
{
    // Words that stand in nearly every abstract find nothing and would be half of the index.
    private static readonly FrozenSet<string> TooCommon =
        "a an and are as at be been but by can for from has have if in into is it its more not of on one or our over such than that the their them then there these they this those to under use used using was we were when where which while will with without would you your"
            .Split(' ')
            .ToFrozenSet();

    public static bool IsTooCommon(string word) => TooCommon.Contains(word);

    /// <summary>The distinct stems of a text, those of too common words left out, in the order of their first place.</summary>
    public static IReadOnlyList<string> Stems(string text) =>
        [.. Words.Of(text).Where(word => !IsTooCommon(word)).Select(Stem.Of).Distinct()];

    /// <summary>Makes the index text of many papers; remembers the stems of the words it has met. Not for several threads.</summary>
    internal sealed class Builder
    {
        private const int MostRemembered = 200_000;
        private const int NoWord = -1;

        private readonly Dictionary<string, int> numbers = [];
        private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> numberOf;
        private readonly List<string> stems = [];
        private readonly Dictionary<string, int> stemNumbers = [];
        private readonly List<int> lastPaper = [];
        private readonly StringBuilder text = new();
        private int paper;

        public Builder() => numberOf = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

        /// <summary>The words by which a paper is found: of its title, abstract, authors, keywords, categories and venue.</summary>
        public string Of(Paper about)
        {
            paper++;
            text.Clear();
            Add(about.Title);
            Add(about.Abstract);
            foreach (var item in about.Authors)
            {
                Add(item);
            }
            foreach (var item in about.Keywords)
            {
                Add(item);
            }
            foreach (var item in about.Categories)
            {
                Add(item);
            }
            Add(about.Venue ?? "");
            return text.ToString();
        }

        private void Add(string source)
        {
            var folded = LetterFolding.Fold(source);
            foreach (var range in Words.Ranges(folded))
            {
                var number = NumberOf(folded.AsSpan(range));
                if (number != NoWord && lastPaper[number] != paper)
                {
                    lastPaper[number] = paper;
                    text.Append(text.Length > 0 ? " " : "").Append(stems[number]);
                }
            }
        }

        private int NumberOf(ReadOnlySpan<char> word)
        {
            if (numberOf.TryGetValue(word, out var number))
            {
                return number;
            }
            if (numbers.Count >= MostRemembered)
            {
                Forget();
            }
            var spelt = word.ToString();
            number = IsTooCommon(spelt) ? NoWord : NumberOfStem(Stem.Of(spelt));
            numbers.Add(spelt, number);
            return number;
        }

        private int NumberOfStem(string stem)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(stemNumbers, stem, out var known);
            if (!known)
            {
                number = stems.Count;
                stems.Add(stem);
                lastPaper.Add(0);
            }
            return number;
        }

        // Keeps memory flat: a text in a new script or of random strings would fill it for ever. In the middle of a paper
        // a word may then be added twice, which the index does not mind.
        private void Forget()
        {
            numbers.Clear();
            stems.Clear();
            stemNumbers.Clear();
            lastPaper.Clear();
        }
    }
}
