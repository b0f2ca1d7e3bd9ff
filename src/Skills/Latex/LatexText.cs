using System.Buffers;

namespace PaperBot.Skills.Latex;

/// <summary>
/// LaTeX in titles, names and abstracts as plain text. What is not understood stays as it was written; no input fails,
/// and the time is linear in its length.
/// </summary>
public static class LatexText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\$");
    private static readonly SearchValues<char> SpecialInSource = SearchValues.Create("\\${}~-`'");

    /// <summary>
    /// For text that may hold some LaTeX, such as an abstract: a path such as C:\new, a price or a set in braces is
    /// no LaTeX and stays.
    /// </summary>
    public static string Plain(string text) =>
        text.AsSpan().ContainsAny(Special) ? new LatexDecoder(text, source: false).Decode() : text;

    /// <summary>
    /// For text that is LaTeX, such as a BibTeX field or an author of arXiv's feeds: braces go, a tilde is a blank,
    /// dashes and quotation marks are written out.
    /// </summary>
    public static string FromSource(string text) =>
        text.AsSpan().ContainsAny(SpecialInSource) ? new LatexDecoder(text, source: true).Decode() : text;
}
