using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Papers;

/// <summary>A row of <c>papers</c> as it is stored; compares by value, which tells whether a merge changed anything.</summary>
internal sealed record PaperRow
{
    public const string Columns =
        "id, key, version, title, authors, published, categories, keywords, venue, year, page, code, doi, license, origin";

    public long Id { get; init; }
    public required string Key { get; init; }
    public int? Version { get; init; }
    public required string Title { get; init; }
    public string? Authors { get; init; }
    public string? Published { get; init; }
    public string? Categories { get; init; }
    public string? Keywords { get; init; }
    public string? Venue { get; init; }
    public int? Year { get; init; }
    public string? Page { get; init; }
    public string? Code { get; init; }
    public string? Doi { get; init; }
    public string? License { get; init; }
    public PaperOrigin Origin { get; init; }

    /// <summary>The record as a row of its own; its texts are clean already.</summary>
    public static PaperRow From(PaperRecord record, PaperId id) =>
        new()
        {
            Key = id.Value,
            Version = record.Version,
            Title = record.Title,
            Authors = List(record.Authors),
            Published = Day(record.Published),
            Categories = List(record.Categories),
            Keywords = List(record.Keywords),
            Venue = record.Venue,
            Year = record.Year,
            Page = record.Page?.AbsoluteUri,
            Code = record.Code?.AbsoluteUri,
            Doi = record.Doi,
            License = record.License,
            Origin = record.Origin,
        };

    public static PaperRow Read(SqliteDataReader reader) =>
        new()
        {
            Id = reader.GetInt64(0),
            Key = reader.GetString(1),
            Version = reader.NumberOrNull(2),
            Title = reader.GetString(3),
            Authors = reader.TextOrNull(4),
            Published = reader.TextOrNull(5),
            Categories = reader.TextOrNull(6),
            Keywords = reader.TextOrNull(7),
            Venue = reader.TextOrNull(8),
            Year = reader.NumberOrNull(9),
            Page = reader.TextOrNull(10),
            Code = reader.TextOrNull(11),
            Doi = reader.TextOrNull(12),
            License = reader.TextOrNull(13),
            Origin = (PaperOrigin)reader.GetInt32(14),
        };

    public static PaperRow Read(Statement row) =>
        new()
        {
            Id = row.Number(0),
            Key = row.Text(1),
            Version = row.NumberOrNull(2),
            Title = row.Text(3),
            Authors = row.TextOrNull(4),
            Published = row.TextOrNull(5),
            Categories = row.TextOrNull(6),
            Keywords = row.TextOrNull(7),
            Venue = row.TextOrNull(8),
            Year = row.NumberOrNull(9),
            Page = row.TextOrNull(10),
            Code = row.TextOrNull(11),
            Doi = row.TextOrNull(12),
            License = row.TextOrNull(13),
            Origin = (PaperOrigin)row.Number(14),
        };

    /// <summary>Binds places 1 to 14, all columns but the id.</summary>
    public Statement BindTo(Statement statement) =>
        statement
            .Bind(1, Key)
            .Bind(2, Version)
            .Bind(3, Title)
            .Bind(4, Authors)
            .Bind(5, Published)
            .Bind(6, Categories)
            .Bind(7, Keywords)
            .Bind(8, Venue)
            .Bind(9, Year)
            .Bind(10, Page)
            .Bind(11, Code)
            .Bind(12, Doi)
            .Bind(13, License)
            .Bind(14, (long)Origin);

    public Paper ToPaper(string text) =>
        new()
        {
            Id = PaperId.Stored(Key),
            Version = Version,
            Title = Title,
            Abstract = text,
            Authors = List(Authors),
            Published = Published is null
                ? null
                : DateOnly.ParseExact(Published, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Categories = List(Categories),
            Keywords = List(Keywords),
            Venue = Venue,
            Year = Year ?? (Published is null ? null : int.Parse(Published.AsSpan(0, 4), CultureInfo.InvariantCulture)),
            Page = Page is null ? null : new Uri(Page),
            Code = Code is null ? null : new Uri(Code),
            Doi = Doi,
            IsSample = Origin == PaperOrigin.Sample,
            Origin = Origin,
        };

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // it never gets into a page as it is
    };

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? List(IReadOnlyList<string> items) =>
        items.Count == 0 ? null : JsonSerializer.Serialize(items, Plain);

    private static IReadOnlyList<string> List(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<List<string>>(json) ?? [];
}
