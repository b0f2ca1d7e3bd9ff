using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Search;

/// <summary>Pure: words that follow each other in several titles, for topics where sources give no keywords.</summary>
internal static class TitlePairs
{
    private const int LeastTitles = 3; // fewer share a pair of words by accident

    /// <returns>The commonest first.</returns>
    public static IEnumerable<string> Of(IEnumerable<string> titles) =>
        titles
            .SelectMany(title =>
            {
                var words = Words.Of(title);
                return words
                    .Zip(words.Skip(1))
                    .Where(pair => IsTelling(pair.First) && IsTelling(pair.Second))
                    .Select(pair => $"{pair.First} {pair.Second}")
                    .Distinct();
            })
            .GroupBy(pair => pair)
            .Where(group => group.Count() >= LeastTitles)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Key);

    private static bool IsTelling(string word) => !IndexText.IsTooCommon(word) && word.Any(char.IsLetter);
}
