using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Related;

/// <summary>What stands between two blanks of a text.</summary>
/// <param name="Text">As it is written, without the marks around it.</param>
/// <param name="Stems">Of its words; none where it tells nothing.</param>
/// <param name="EndsPhrase">What follows does not belong to it.</param>
/// <param name="StartsSentence">Its capital letter may mean nothing.</param>
internal sealed record TextPiece(string Text, IReadOnlyList<string> Stems, bool EndsPhrase, bool StartsSentence)
{
    /// <summary>The same for two spellings; empty for what tells nothing.</summary>
    public string Key { get; } = string.Join(' ', Stems);

    public bool IsTelling => Stems.Count > 0;

    public static IEnumerable<TextPiece> Of(string text)
    {
        var starts = true;
        foreach (var piece in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return Of(piece, starts);
            starts = piece[^1] is '.' or '?' or '!' or ':';
        }
    }

    /// <summary>As it is written in the middle of a sentence.</summary>
    public string Spelt() =>
        StartsSentence && Text.Length > 1 && char.IsUpper(Text[0]) && !Text.Skip(1).Any(char.IsUpper)
            ? char.ToLowerInvariant(Text[0]) + Text[1..]
            : Text;

    private static TextPiece Of(string piece, bool startsSentence)
    {
        var words = Telling.IsAddress(piece) ? [] : Words.Of(piece);
        var isTelling =
            words.Count > 0
            && words.All(word => Telling.IsTelling(word))
            && !words.All(word => EverydayWords.Has(word));
        return new TextPiece(
            piece.Trim(Marks),
            isTelling ? [.. words.Select(Stem.Of)] : [],
            !isTelling || piece[^1] is '.' or ',' or ';' or ':' or ')' or '?' or '!',
            startsSentence
        );
    }

    private static readonly char[] Marks = [.. ".,;:()[]{}\"'“”‘’?!*`"];
}
