using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PaperBot.Skills.Papers;

/// <summary>
/// A record made ready for the store: cleaned, named and cut into words. Done apart from the writing, because it takes as
/// long and can be done on another core.
/// </summary>
/// <param name="Fingerprint">The same for two records that say the same of a paper; votes and lists do not count.</param>
internal sealed record PreparedPaper(
    PaperRecord Record,
    PaperRow Row,
    string TitleKey,
    byte[] IndexWords,
    long Fingerprint
)
{
    /// <summary>About how much memory it holds.</summary>
    public int Bytes => 2 * (Record.Title.Length + Record.Abstract.Length + TitleKey.Length) + IndexWords.Length + 500;

    /// <summary>Why a record cannot be kept; null where it can.</summary>
    public static string? Objection(PaperRecord record) =>
        record switch
        {
            { Title.Length: > PaperText.LongestTitle } =>
                $"the title has {record.Title.Length:N0} characters, more than {PaperText.LongestTitle:N0}",
            { Abstract.Length: > PaperText.LongestAbstract } =>
                $"the abstract has {record.Abstract.Length:N0} characters, more than {PaperText.LongestAbstract:N0}",
            _ when PaperText.Clean(record.Title).Length == 0 => "the title is missing",
            _ => null,
        };

    /// <param name="today">Later years are mistakes.</param>
    public static PreparedPaper From(PaperRecord raw, DateOnly today, IndexText.Builder index)
    {
        var record = RecordCleaning.Clean(raw, today);
        var titleKey = Papers.TitleKey.Of(record.Title);
        var row = PaperRow.From(record, record.ArxivId ?? PaperId.FromTitleKey(titleKey));
        var words = index.Of(
            record.Title,
            record.Abstract,
            record.Authors,
            record.Keywords,
            record.Categories,
            record.Venue
        );
        return new PreparedPaper(record, row, titleKey, words, FingerprintOf(row, record.Abstract));
    }

    private static long FingerprintOf(PaperRow row, string @abstract)
    {
        var said = string.Join(
            '\0', // stands in no cleaned text
            [
                row.Key,
                row.Version?.ToString(),
                row.Title,
                row.Authors,
                row.Published,
                row.Categories,
                row.Keywords,
                row.Venue,
                row.Year?.ToString(),
                row.Page,
                row.Code,
                row.Doi,
                row.License,
                ((int)row.Origin).ToString(),
                @abstract,
            ]
        );
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(said), hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
