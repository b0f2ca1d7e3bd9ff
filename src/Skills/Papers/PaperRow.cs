using System.Globalization;
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
            Year = record.Year ?? record.Published?.Year,
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
            Year = Year,
            Page = Page is null ? null : new Uri(Page),
            Code = Code is null ? null : new Uri(Code),
            Doi = Doi,
            IsSample = Origin == PaperOrigin.Sample,
            Origin = Origin,
        };

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? List(IReadOnlyList<string> items) =>
        items.Count == 0 ? null : JsonSerializer.Serialize(items);

    private static IReadOnlyList<string> List(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<List<string>>(json) ?? [];
}
