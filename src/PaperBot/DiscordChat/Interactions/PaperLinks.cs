using System.Text.RegularExpressions;
using PaperBot.Skills.Papers;

namespace PaperBot.DiscordChat.Interactions;

/// <summary>Pure: the papers that a message links to.</summary>
internal static partial class PaperLinks
{
    private const int LongestText = 10_000;

    /// <returns>Their arXiv ids in the order of the message, each once.</returns>
    public static IReadOnlyList<PaperId> In(string text) =>
        [
            .. Link()
                .Matches(text.Length > LongestText ? text[..LongestText] : text)
                .Select(match => PaperId.TryParse(match.Groups["id"].Value, out var id, out _) ? id : default)
                .Where(id => id != default && id.IsArxiv)
                .Distinct(),
        ];

    // The id alone, whatever stands around it: marks of emphasis, brackets, the end of a sentence in any language.
    [GeneratedRegex(
        @"(?:(?<![\w-])(?:arxiv\.org/(?:abs|pdf|html|format|ps|e-print|src)|(?:huggingface|hf)\.co/papers|alphaxiv\.org/(?:[a-z]{2}/)?(?:abs|pdf|overview|html|resources|audio)|doi\.org/10\.48550)/(?:arxiv\.)?|(?<!\w)arxiv:\s?)(?<id>(?:[0-9]{4}\.[0-9]{4,5}|[a-z]{2,}(?:-[a-z]{2,})?(?:\.[a-z]{2,})?/[0-9]{7}))(?![0-9])",
        RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Link();
}
