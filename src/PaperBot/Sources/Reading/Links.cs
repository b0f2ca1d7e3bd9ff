using PaperBot.Skills.Papers;

namespace PaperBot.Sources.Reading;

/// <summary>Addresses and ids as sources write them.</summary>
internal static class Links
{
    private const int Longest = 2_000;

    /// <summary>An http or https address; anything else is none.</summary>
    public static Uri? Web(string? text) =>
        text is { Length: > 0 and <= Longest }
        && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var link)
        && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp)
        && link.Host.Length > 0
            ? link
            : null;

    /// <summary>A repository's address, also as GitHub's short "owner/name".</summary>
    public static Uri? Repository(string? text)
    {
        if (Web(text) is { } link)
        {
            return link;
        }
        var parts = text is { Length: < 140 } ? text.Trim().Split('/') : [];
        var isShort = parts.Length == 2 && parts.All(part => part.Length > 0 && part.All(IsNamePart));
        return isShort ? new Uri($"https://github.com/{parts[0]}/{parts[1]}") : null;
    }

    private static bool IsNamePart(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.';

    /// <summary>A DOI without the address of its resolver.</summary>
    public static string? Doi(string? text)
    {
        var start = text?.IndexOf("10.", StringComparison.Ordinal) ?? -1;
        if (text is null || start < 0 || text.Length > 300)
        {
            return null;
        }
        var doi = text[start..].Trim();
        return doi.IndexOf('/') is >= 7 and < 14 && !doi.Contains(' ') ? doi : null;
    }

    /// <summary>The arXiv id that one of these texts is or links to, and the version if one was named.</summary>
    public static (PaperId? Id, int? Version) Arxiv(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text is not null && PaperId.TryParse(text, out var id, out var version) && id.IsArxiv)
            {
                return (id, version);
            }
        }
        return (null, null);
    }
}
