using System.Text.Json;

namespace PaperBot.Sources.Reading;

/// <summary>What a JSON object is, as far as its beginning tells.</summary>
internal enum JsonShape
{
    /// <summary>More bytes are needed.</summary>
    Unknown,

    /// <summary>It has a title, an abstract or a paper inside.</summary>
    Paper,

    /// <summary>It holds an array of papers, or an object that does.</summary>
    Wrapper,

    /// <summary>It is complete and neither.</summary>
    Other,

    Broken,
}

internal static class JsonShapes
{
    public static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <param name="bytes">They begin with the object's brace.</param>
    /// <param name="all">No more bytes will come.</param>
    /// <param name="problem">Why it is broken.</param>
    public static JsonShape Of(ReadOnlySpan<byte> bytes, bool all, out JsonException? problem)
    {
        problem = null;
        try
        {
            var reader = new Utf8JsonReader(bytes, all, new JsonReaderState(Options));
            return reader.Read() ? OfObject(ref reader) : JsonShape.Unknown;
        }
        catch (JsonException e)
        {
            problem = e;
            return JsonShape.Broken;
        }
    }

    private static JsonShape OfObject(ref Utf8JsonReader reader)
    {
        var titled = false;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                return titled ? JsonShape.Paper : JsonShape.Other;
            }
            var isPeople = IsPeople(ref reader);
            if (IsPaperName(ref reader) || (titled && isPeople))
            {
                return JsonShape.Paper;
            }
            var isTitle = IsTitle(ref reader);
            var canWrap = !isPeople && !isTitle && (!titled || IsListName(ref reader));
            if (!reader.Read())
            {
                return JsonShape.Unknown;
            }
            titled |= isTitle;
            var shape = canWrap ? OfValue(ref reader) : Skip(ref reader);
            if (shape != JsonShape.Other)
            {
                return shape;
            }
        }
        return JsonShape.Unknown;
    }

    /// <returns><see cref="JsonShape.Other"/> where the value was passed over.</returns>
    private static JsonShape OfValue(ref Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            if (!reader.Read())
            {
                return JsonShape.Unknown;
            }
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                return JsonShape.Other;
            }
        }
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            var inner = OfObject(ref reader);
            if (inner != JsonShape.Other)
            {
                return inner == JsonShape.Paper ? JsonShape.Wrapper : inner;
            }
        }
        return SkipTo(ref reader, depth);
    }

    private static JsonShape Skip(ref Utf8JsonReader reader) => SkipTo(ref reader, reader.CurrentDepth);

    private static JsonShape SkipTo(ref Utf8JsonReader reader, int depth)
    {
        while (reader.CurrentDepth > depth || reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
        {
            if (!reader.Read())
            {
                return JsonShape.Unknown;
            }
        }
        return JsonShape.Other;
    }

    // Compared as they are written: comparing unescaped throws at half a surrogate pair.
    private static bool IsTitle(ref Utf8JsonReader reader) =>
        reader.ValueSpan.SequenceEqual("title"u8) || reader.ValueSpan.SequenceEqual("Title"u8);

    private static bool IsPaperName(ref Utf8JsonReader reader) =>
        reader.ValueSpan.SequenceEqual("abstract"u8)
        || reader.ValueSpan.SequenceEqual("summary"u8)
        || reader.ValueSpan.SequenceEqual("paper"u8)
        || reader.ValueSpan.SequenceEqual("paperId"u8);

    // People may have a title as well: "Dr."
    private static bool IsPeople(ref Utf8JsonReader reader) =>
        reader.ValueSpan.SequenceEqual("authors"u8)
        || reader.ValueSpan.SequenceEqual("author"u8)
        || reader.ValueSpan.SequenceEqual("editors"u8);

    // A list of papers may have a title as well: {"title": "What we read", "papers": […]}
    private static bool IsListName(ref Utf8JsonReader reader) =>
        reader.ValueSpan.SequenceEqual("papers"u8)
        || reader.ValueSpan.SequenceEqual("items"u8)
        || reader.ValueSpan.SequenceEqual("entries"u8)
        || reader.ValueSpan.SequenceEqual("results"u8)
        || reader.ValueSpan.SequenceEqual("records"u8)
        || reader.ValueSpan.SequenceEqual("data"u8);
}
