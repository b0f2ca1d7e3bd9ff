using PaperBot.Skills.Papers;
using PaperBot.Skills.Search;

namespace PaperBot.Skills.Ask;

/// <summary>The word that a mistyped one was meant to be, as the papers write it that a search for it finds.</summary>
internal static class Spelling
{
    private const int ShortestWord = 5; // a shorter one resembles too much
    private const int Papers = 3;

    /// <returns>Null where no word of those papers is near.</returns>
    public static string? Meant(QuestionWord asked, SearchSkill search, CancellationToken ct)
    {
        var word = asked.Word;
        if (word.Length < ShortestWord)
        {
            return null;
        }
        var most = asked.IsName ? 1 : WordLikeness.MistakesIn(word.Length); // a name may be one that resembles another
        return search
            .Search(word, Papers, ct)
            .SelectMany(hit => Words.Of($"{hit.Paper.Title} {hit.Paper.Abstract}"))
            .Distinct()
            .Where(other => other.Length >= ShortestWord && Math.Abs(other.Length - word.Length) <= most)
            .Select(other => (Word: other, Distance: EditDistance.Between(word, other, most)))
            .Where(other => other.Distance <= most)
            .OrderBy(other => other.Distance)
            .Select(other => other.Word)
            .FirstOrDefault();
    }
}
