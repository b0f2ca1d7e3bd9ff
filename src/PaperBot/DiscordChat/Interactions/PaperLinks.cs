using System.Text.RegularExpressions;
using PaperBot.Skills.Papers;

namespace PaperBot.DiscordChat.Interactions;

/// <summary>Pure: the papers that a message links to.</summary>
internal static partial class PaperLinks
{
    public const int Most = 5;

    /// <returns>Their arXiv ids in the order of the message, each once, <see cref="Most"/> at most.</returns>
    public static IReadOnlyList<PaperId> In(string text) =>
        [
            .. Candidate()
                .Matches(text.Length > 10_000 ? text[..10_000] : text)
                .Select(match =>
                    PaperId.TryParse(match.Value.TrimEnd('.', ',', ')', '>', ']'), out var id, out _) ? id : default
                )
                .Where(id => id != default && id.IsArxiv)
                .Distinct()
                .Take(Most),
        ];

    [GeneratedRegex(
        @"https?://[^\s<>\]]+|\barxiv:\s?[\w.\-/]+",
        RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Candidate();
}
