using System.Text.Json;
using PaperBot.Skills.Papers;
using PaperBot.Sources.Reading;

namespace PaperBot.Import;

/// <summary>One JSON object a line (https://jsonlines.org); a broken line costs that line only.</summary>
internal static class JsonLines
{
    private static readonly JsonDocumentOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    public static IEnumerable<ReadItem> Read(Input input)
    {
        var lines = new LineReader(input);
        var papers = new JsonPaper();
        while (lines.Next())
        {
            if (lines.IsTooLong)
            {
                yield return new ReadRefusal(lines.Number, "the line is longer than 4 MB");
            }
            else if (!IsBlank(lines.Line))
            {
                if (Item(lines, papers) is { } item)
                {
                    yield return item;
                    continue;
                }
                foreach (var inner in Inner(lines, papers))
                {
                    yield return inner;
                }
            }
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept(" \t\r"u8) < 0;

    /// <returns>Null where the line is no single paper: an array, or an object that holds one.</returns>
    private static ReadItem? Item(LineReader lines, JsonPaper papers)
    {
        try
        {
            return Item(lines.Number, lines.Memory, papers);
        }
        catch (JsonException e)
        {
            if (JsonNumbers.WithoutNaN(lines.Line) is { } corrected)
            {
                return Corrected(lines, corrected, papers);
            }
            return Refusal(lines, e);
        }
    }

    private static ReadItem? Corrected(LineReader lines, byte[] corrected, JsonPaper papers)
    {
        try
        {
            return Item(lines.Number, corrected, papers);
        }
        catch (JsonException e)
        {
            return Refusal(lines, e);
        }
    }

    private static ReadRefusal Refusal(LineReader lines, JsonException e) =>
        new(
            lines.Number,
            e.BytePositionInLine >= lines.Line.Length
                ? "the line ends in the middle of the record"
                : $"broken JSON at byte {e.BytePositionInLine + 1:N0} of the line"
        );

    private static ReadItem? Item(long number, ReadOnlyMemory<byte> line, JsonPaper papers)
    {
        using var document = JsonDocument.Parse(line, Options);
        var root = document.RootElement;
        var isList =
            root.ValueKind == JsonValueKind.Array
            || (root.ValueKind == JsonValueKind.Object && IsWrapper(line.Span, root));
        return isList ? null : papers.Read(number, root);
    }

    private static bool IsWrapper(ReadOnlySpan<byte> line, JsonElement root) =>
        !new JsonFields(root).Has("abstract"u8)
        && JsonShapes.Of(line[line.IndexOf((byte)'{')..], all: true, out _) == JsonShape.Wrapper;

    private static IEnumerable<ReadItem> Inner(LineReader lines, JsonPaper papers)
    {
        var number = lines.Number;
        using var line = new Input(new MemoryStream(lines.Line.ToArray()));
        foreach (var item in new JsonValues(line, papers.Read).Read())
        {
            yield return item with
            {
                Line = number,
            };
        }
    }
}
