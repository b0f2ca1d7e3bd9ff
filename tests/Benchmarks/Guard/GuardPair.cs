using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using PaperBot.Skills.Papers;

namespace PaperBot.Benchmarks.Guard;

/// <summary>One line of a guard file: a text, and the abstract that supports it or does not.</summary>
internal sealed record GuardPair
{
    [JsonPropertyName("abstract")]
    public string Abstract { get; init; } = "";

    /// <summary>In place of an abstract: the place of the paper in the sample that comes with PaperBot, from 1.</summary>
    [JsonPropertyName("rank")]
    public int? Rank { get; init; }

    [JsonPropertyName("text")]
    public required string Text { get; init; }

    /// <summary>Null where nobody has said.</summary>
    [JsonPropertyName("supported")]
    public bool? Supported { get; init; }

    /// <summary>How the text was made, such as "changed number".</summary>
    [JsonPropertyName("kind")]
    public string? Kind { get; init; }

    public static IEnumerable<GuardPair> Read(string file) => Lines(file).Select((line, i) => Parse(line, i + 1));

    /// <summary>The lines that are not empty; gzip is told by the file's name.</summary>
    public static IEnumerable<string> Lines(string file)
    {
        using var stream = File.OpenRead(file);
        using var plain = file.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(stream, CompressionMode.Decompress)
            : (Stream)stream;
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return line;
            }
        }
    }

    private static GuardPair Parse(string line, int number)
    {
        var pair =
            JsonSerializer.Deserialize<GuardPair>(line)
            ?? throw new InvalidDataException($"Line {number} is no object with \"abstract\" and \"text\".");
        return pair.Rank is { } rank
            ? pair with
            {
                Abstract = Sample.Value[rank - 1],
                Supported = pair.Supported ?? pair.Kind == "faithful",
            }
            : pair;
    }

    private static readonly Lazy<IReadOnlyList<string>> Sample = new(() =>
        [.. SampleLibrary.Read().Select(record => record.Abstract ?? "")]
    );
}
