using System.Text.RegularExpressions;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Search;

/// <summary>What somebody searches for, as words; operators of query languages are just words.</summary>
/// <param name="Words">In the order they were typed.</param>
/// <param name="Phrases">What stood in quotation marks, as stems that must follow each other.</param>
internal sealed partial record AskedWords(IReadOnlyList<string> Words, IReadOnlyList<IReadOnlyList<string>> Phrases)
{
    private const int LongestText = 6_000; // letters
    private const int MostWords = 800;
    private const int MostPhrases = 4;

    public static AskedWords From(string text)
    {
        var clean = PaperText.Clean(text.Length > LongestText ? text[..LongestText] : text);
        var phrases = Quoted()
            .Matches(clean)
            .Select(match => Stems(match.Groups["words"].Value))
            .Where(stems => stems.Count > 1)
            .Take(MostPhrases);
        return new AskedWords([.. Papers.Words.Of(clean).Take(MostWords)], [.. phrases]);
    }

    private static IReadOnlyList<string> Stems(string text) => [.. Papers.Words.Of(text).Select(Stem.Of)];

    [GeneratedRegex("[\"\u201C\u201D](?<words>[^\"\u201C\u201D]+)[\"\u201C\u201D]", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();
}
