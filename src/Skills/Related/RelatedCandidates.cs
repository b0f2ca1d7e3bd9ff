using Microsoft.Data.Sqlite;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Search;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Related;

/// <summary>The papers worth comparing with a text: those that share most of its telling words. Reads a bounded part of the index.</summary>
internal static class RelatedCandidates
{
    private const int MostTelling = 24; // words by which others are found
    private const int MostEntries = 5_000; // read from the index for one question
    private const int MostEntriesOfWord = 2_500;
    private const string LastId = "SELECT max(id) FROM papers"; // about how many there are

    /// <param name="connection">To the library.</param>
    /// <param name="lexicon">How telling words are.</param>
    /// <param name="texts">What they are to share words with, each with how often it counts.</param>
    /// <param name="most">How many papers to name, best first.</param>
    public static List<long> Of(
        SqliteConnection connection,
        Lexicon lexicon,
        IEnumerable<(string Text, float Times)> texts,
        int most
    )
    {
        var shares = new Shares();
        var left = MostEntries;
        foreach (var (stem, weight) in Telling(lexicon, connection.Number(LastId), texts))
        {
            var rows = Postings.OfPapers(connection, FtsQuery.Word(stem), Math.Min(left, MostEntriesOfWord));
            left -= rows.Count;
            shares.Add(rows, weight);
            if (left <= 0)
            {
                break;
            }
        }
        return shares.Best(most, least: 0); // the paper itself shares everything, the others little
    }

    private static IEnumerable<(string Stem, float Weight)> Telling(
        Lexicon lexicon,
        long papers,
        IEnumerable<(string Text, float Times)> texts
    )
    {
        var counts = new Dictionary<string, float>();
        foreach (var (text, times) in texts)
        {
            foreach (var word in text.Split(' ').Where(piece => !Related.Telling.IsAddress(piece)).SelectMany(Words.Of))
            {
                if (Related.Telling.IsTelling(word))
                {
                    var stem = Stem.Of(word);
                    counts[stem] = counts.GetValueOrDefault(stem) + times;
                }
            }
        }
        return counts
            .Select(word => (Stem: word.Key, Number: lexicon.NumberOf(word.Key), Count: word.Value))
            .Where(word => lexicon.ShareOf(word.Number) * papers <= MostEntriesOfWord)
            .Select(word => (word.Stem, Weight: Squared(lexicon.WeightOf(word.Number)) * (1 + MathF.Log(word.Count))))
            .OrderByDescending(word => word.Weight)
            .Take(MostTelling);
    }

    private static float Squared(float value) => value * value;
}
