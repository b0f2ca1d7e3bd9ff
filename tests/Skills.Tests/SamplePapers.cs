using System.Text.Json.Nodes;
using PaperBot.Fakes;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Tests;

/// <summary>The papers that PaperBot brings along.</summary>
internal static class SamplePapers
{
    private const string Resource = "PaperBot.Skills.Papers.Sample.papers.jsonl";

    public static IReadOnlyList<Paper> All { get; } = [.. Read()];

    private static IEnumerable<Paper> Read()
    {
        using var stream =
            typeof(Paper).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var record = JsonNode.Parse(line)!; // the file is JSON Lines
            yield return NewPaper.Like((string)record["title"]!, (string)record["abstract"]!); // each line has both
        }
    }
}
