using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Search;

/// <summary>
/// In how many papers a word stands. Counting takes the longer the more there are, so the counts of common words are
/// remembered; that they grow meanwhile changes nothing that matters.
/// </summary>
public sealed class WordCounts
{
    private const int Common = 500; // papers; a rarer word is counted faster than it is worth remembering
    private const int MostRemembered = 20_000;
    private const double Outgrown = 1.25; // so many times as many papers make the old counts useless

    private const string Count = "SELECT doc FROM paper_vocabulary WHERE term = ?1";
    private const string Papers = "SELECT max(id) FROM papers"; // counting them all takes too long, and nearly is enough

    private readonly ConcurrentDictionary<string, long> remembered = new();
    private long papersThen;

    /// <summary>About how many papers there are.</summary>
    internal long Total(SqliteConnection connection)
    {
        var papers = connection.Number(Papers);
        if (papers > papersThen * Outgrown || papers < papersThen)
        {
            remembered.Clear();
            papersThen = papers;
        }
        return papers;
    }

    /// <param name="stem">A stem as the index has it.</param>
    internal long Of(SqliteConnection connection, string stem)
    {
        if (remembered.TryGetValue(stem, out var known))
        {
            return known;
        }
        var count = connection.Number(Count, stem);
        if (count >= Common && remembered.Count < MostRemembered)
        {
            remembered[stem] = count;
        }
        return count;
    }

    /// <summary>How much it says that a paper has this word (BM25's inverse document frequency).</summary>
    internal static double Weight(long papers, long having) => Math.Log(1 + (papers - having + 0.5) / (having + 0.5));
}
