using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace PaperBot.Skills.Papers;

/// <summary>
/// The one spelling under which the library knows a paper: its arXiv id without version (<c>2401.01234</c>,
/// <c>cs/0601001</c>) or, for a paper that arXiv does not have, <c>t-</c> and 13 characters derived from its title.
/// </summary>
public readonly partial record struct PaperId
{
    private const string Base32 = "abcdefghijklmnopqrstuvwxyz234567";

    private PaperId(string value) => Value = value;

    public string Value { get; }

    public bool IsArxiv => Value is not null && !Value.StartsWith("t-", StringComparison.Ordinal);

    public override string ToString() => Value;

    /// <summary>An id as the library stored it.</summary>
    public static PaperId Stored(string value) => new(value);

    /// <summary>
    /// The id of a paper that only its title names: 65 bits of SHA-256 over <see cref="TitleKey"/>, so that case,
    /// punctuation and accents do not make a second paper (a clash among a million papers: 1 in 70 million).
    /// </summary>
    public static PaperId FromTitle(string title) => FromTitleKey(TitleKey.Of(title));

    internal static PaperId FromTitleKey(string titleKey)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(titleKey), hash);
        Span<char> text = stackalloc char[15];
        text[0] = 't';
        text[1] = '-';
        var bits = 0;
        var position = 0;
        var buffer = 0;
        for (var i = 2; i < text.Length; i++)
        {
            while (bits < 5)
            {
                buffer = (buffer << 8) | hash[position++];
                bits += 8;
            }
            text[i] = Base32[(buffer >> (bits - 5)) & 31];
            bits -= 5;
        }
        return new PaperId(new string(text));
    }

    /// <summary>
    /// Reads an arXiv id, old or new style, with or without version and the prefix <c>arXiv:</c>; or the address of a
    /// page on arxiv.org, huggingface.co/papers or alphaxiv.org; or an id of the library's own (<c>t-…</c>).
    /// </summary>
    /// <param name="text">What was typed; blanks around it do not matter.</param>
    /// <param name="id">The id without version.</param>
    /// <param name="version">The version that was named, 1 or more, or null.</param>
    public static bool TryParse(string? text, out PaperId id, out int? version)
    {
        id = default;
        version = null;
        if (string.IsNullOrWhiteSpace(text) || text.Length > 512)
        {
            return false;
        }
        var candidate = text.Trim().Trim('<', '>');
        if (OwnId().IsMatch(candidate))
        {
            id = new PaperId(candidate);
            return true;
        }
        if (Address().Match(candidate) is { Success: true } address)
        {
            candidate = address.Groups["rest"].Value;
        }
        return TryArxiv(candidate, out id, out version);
    }

    private static bool TryArxiv(string candidate, out PaperId id, out int? version)
    {
        id = default;
        version = null;
        var match = ArxivId().Match(candidate);
        if (!match.Success)
        {
            return false;
        }
        var value = match.Groups["new"] is { Success: true } modern
            ? modern.Value
            : $"{match.Groups["archive"].Value.ToLowerInvariant()}/{match.Groups["number"].Value}";
        if (match.Groups["version"] is { Success: true, Value: var digits })
        {
            version = int.Parse(digits);
        }
        id = new PaperId(value);
        return true;
    }

    [GeneratedRegex(@"^t-[a-z2-7]{13}$")]
    private static partial Regex OwnId();

    [GeneratedRegex(
        @"^(?:https?://)?(?:[a-z]+\.)*(?:arxiv\.org/(?:abs|pdf|html|format|ps|e-print|src)|huggingface\.co/papers|hf\.co/papers|alphaxiv\.org/(?:[a-z]{2}/)?(?:abs|pdf|overview|html|resources|audio)|doi\.org/10\.48550)/(?<rest>[^?#]+)(?:[?#].*)?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Address();

    // New style: YYMM.number, four digits until 2014 and five since (https://info.arxiv.org/help/arxiv_identifier.html);
    // old style: archive, perhaps a subject class (math.GT), and seven digits. The subject class is not part of the id.
    [GeneratedRegex(
        @"^(?:oai:arxiv\.org:|arxiv[:.]\s*)?(?:(?<new>\d{2}(?:0[1-9]|1[0-2])\.\d{4,5})|(?<archive>[a-z]{2,}(?:-[a-z]{2,})?)(?:\.[a-z]{2,})?/(?<number>\d{7}))(?:v(?<version>[1-9]\d{0,2}))?(?:\.pdf|\.md)?/?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ArxivId();
}
