using System.Text.Json;
using PaperBot.Skills.Papers;
using PaperBot.Sources.Reading;

namespace PaperBot.Sources;

/// <summary>
/// Reads what Hugging Face answers at <c>/api/daily_papers</c>, <c>/api/papers/search</c> and <c>/api/papers/{id}</c>
/// (https://huggingface.co/.well-known/openapi.json). One reader reads one answer: it counts the places on its lists.
/// </summary>
internal sealed class HuggingFaceJson
{
    private readonly Dictionary<DateOnly, int> places = [];

    public static IEnumerable<ReadItem> Read(Input input)
    {
        var reader = new HuggingFaceJson();
        return new JsonValues(input, (line, item) => RecordRules.Check(line, reader.Read(item))).Read();
    }

    /// <summary>An item of a list, or a paper by itself, is Hugging Face's.</summary>
    public static bool IsPaper(JsonFields item) =>
        item.Inner("paper"u8).IsObject
        || (
            item.Has("title"u8)
            && (item.Has("submittedondailyat"u8) || item.Has("discussionid"u8) || item.Has("aisummary"u8))
        )
        || (item.Has("upvotes"u8) && item.Has("id"u8) && item.Has("publishedat"u8));

    /// <param name="item">
    /// An item of a list holds the paper in <c>paper</c> and repeats some of its fields; the votes stand only inside, the
    /// number of comments only outside. Any field may be null or missing.
    /// </param>
    public PaperRecord Read(JsonElement item)
    {
        var outer = new JsonFields(item);
        var paper = outer.Inner("paper"u8) is { IsObject: true } inside ? inside : outer;
        var (id, version) = Links.Arxiv(paper.Text("id"u8));
        // Neither publishedAt is the day of the list: the inner one is that of arXiv's first version.
        var listed = paper.Day("submittedondailyat"u8) ?? outer.Day("submittedondailyat"u8);
        var published = paper.Day("publishedat"u8);
        return new PaperRecord
        {
            Origin = PaperOrigin.HuggingFace,
            ArxivId = id,
            Version = version,
            Title = Either(paper, outer, "title"u8) ?? "",
            Abstract = Either(paper, outer, "summary"u8) ?? "",
            Authors = paper.Texts("authors"u8),
            Published = published,
            Year = published?.Year,
            Page = PageOf(id),
            Code = Links.Repository(Either(paper, outer, "githubrepo"u8)),
            Votes = paper.Count("upvotes"u8) ?? outer.Count("upvotes"u8),
            Comments = outer.Count("numcomments"u8) ?? paper.Count("numcomments"u8),
            Stars = paper.Count("githubstars"u8) ?? outer.Count("githubstars"u8),
            ListingDay = listed,
            Rank = listed is { } day && IsOnList(outer) ? Place(day) : null,
        };
    }

    public static Uri? PageOf(PaperId? id) =>
        id is { } known ? new Uri($"https://huggingface.co/papers/{known}") : null;

    private static string? Either(JsonFields paper, JsonFields outer, ReadOnlySpan<byte> name) =>
        paper.Text(name) is { Length: > 0 } text && !string.IsNullOrWhiteSpace(text) ? text : outer.Text(name);

    // The hits of a search have the same shape but for these, and their order is no rank.
    private static bool IsOnList(JsonFields outer) =>
        outer.Inner("paper"u8).IsObject
        && (outer.Has("publishedat"u8) || outer.Has("submittedby"u8) || outer.Has("thumbnail"u8));

    private int Place(DateOnly day)
    {
        var place = places.GetValueOrDefault(day) + 1;
        places[day] = place;
        return place;
    }
}
