using System.Collections.Concurrent;

namespace PaperBot.Skills.Papers;

/// <summary>
/// English words to their stems, so that "networks" finds "network": M. F. Porter, "An algorithm for suffix stripping",
/// Program 14 (1980), https://tartarus.org/martin/PorterStemmer/, with its author's two later departures.
/// </summary>
public static class Stem
{
    private const int MostRemembered = 60_000;
    private static readonly ConcurrentDictionary<string, string> Known = new();
    private static readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> KnownSpan =
        Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="word">Lower case, as <see cref="Words"/> gives it; what is not plain Latin letters stays as it is.</param>
    public static string Of(string word)
    {
        if (word.Length <= 2)
        {
            return word;
        }
        if (Known.TryGetValue(word, out var stem))
        {
            return stem;
        }
        stem = Compute(word);
        if (Known.Count < MostRemembered)
        {
            Known.TryAdd(word, stem);
        }
        return stem;
    }

    /// <inheritdoc cref="Of(string)"/>
    internal static string Of(ReadOnlySpan<char> word) =>
        word.Length > 2 && KnownSpan.TryGetValue(word, out var stem) ? stem : Of(word.ToString());

    /// <summary>The same without remembering it.</summary>
    internal static string Compute(ReadOnlySpan<char> word)
    {
        if (word.Length <= 2 || word.ContainsAnyExceptInRange('a', 'z'))
        {
            return word.ToString();
        }
        // One rule ("at" to "ate") may lengthen by one.
        var letters = word.Length < 128 ? stackalloc char[128] : new char[word.Length + 1];
        word.CopyTo(letters);
        var stemmer = new PorterStemmer(letters, word.Length);
        stemmer.Run();
        return stemmer.ToString();
    }
}
