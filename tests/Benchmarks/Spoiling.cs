namespace PaperBot.Benchmarks;

/// <summary>Titles as people mistype them.</summary>
internal static class Spoiling
{
    /// <summary>Lower case, one word dropped, one letter changed in another.</summary>
    public static string Title(string title, Random random)
    {
        var words = title.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words.Count > 1)
        {
            words.RemoveAt(random.Next(words.Count));
        }
        var word = random.Next(words.Count);
        var letters = words[word].ToCharArray();
        letters[random.Next(letters.Length)] = (char)('a' + random.Next(26));
        words[word] = new string(letters);
        return string.Join(' ', words);
    }
}
