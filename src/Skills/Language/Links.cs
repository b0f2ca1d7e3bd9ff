using System.Buffers;
using System.Text.RegularExpressions;

namespace PaperBot.Skills.Language;

/// <summary>Addresses of code, models, data and project pages in a sentence.</summary>
internal static partial class Links
{
    // Most sentences have none of these: cheaper than the pattern.
    private static readonly SearchValues<string> Traces = SearchValues.Create(
        ["http", "www.", ".com/", ".co/", ".io/", ".org/"],
        StringComparison.OrdinalIgnoreCase
    );

    public static IEnumerable<string> In(string sentence)
    {
        if (!sentence.AsSpan().ContainsAny(Traces))
        {
            yield break;
        }
        foreach (Match match in Address().Matches(sentence))
        {
            var link = match.Value.TrimEnd('.', ',', ';', ':', ')', ']', '}', '\'', '"', '”', '’', '?', '!', '*', '_');
            if (link.Length > 10)
            {
                yield return link;
            }
        }
    }

    [GeneratedRegex(
        @"(?<!\w)https?://[^\s<>{}\\|^`]{4,300}"
            + @"|\b(?:www\.|github\.com/|gitlab\.com/|bitbucket\.org/|huggingface\.co/|hf\.co/|zenodo\.org/|[\w-]+\.github\.io/)[^\s<>{}\\|^`]{2,300}",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Address();
}
