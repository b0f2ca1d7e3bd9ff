using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Papers;

/// <summary>The papers that PaperBot brings along, so that it can be tried without importing or fetching any.</summary>
public sealed class SampleLibrary(Database database, PaperIntake intake, IOptions<LibraryOptions> options)
{
    private const string Resource = "PaperBot.Skills.Papers.Sample.papers.jsonl";
    private const string AnyPaper = "SELECT EXISTS (SELECT 1 FROM papers)";

    /// <summary>Fills an empty library with the sample, unless it is switched off (<c>Library:Sample</c>).</summary>
    /// <returns>Whether the sample was loaded now.</returns>
    /// <exception cref="LibraryException">The library cannot be read or written.</exception>
    public Task<bool> LoadIfEmptyAsync(CancellationToken ct = default) => Task.Run(LoadIfEmpty, ct);

    private bool LoadIfEmpty()
    {
        if (!options.Value.Sample)
        {
            return false;
        }
        using (var connection = database.Open())
        {
            if (connection.Number(AnyPaper) == 1)
            {
                return false;
            }
        }
        return intake.TakeInIfEmpty(Read);
    }

    internal static IEnumerable<PaperRecord> Read()
    {
        using var stream =
            typeof(SampleLibrary).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded.");
        using var lines = new StreamReader(stream);
        while (lines.ReadLine() is { } line)
        {
            if (JsonSerializer.Deserialize(line, SampleJson.Default.SamplePaper) is { } paper)
            {
                yield return new PaperRecord
                {
                    Origin = PaperOrigin.Sample,
                    Title = paper.Title,
                    Abstract = paper.Abstract,
                    Rank = paper.Rank,
                };
            }
        }
    }
}

internal sealed record SamplePaper(
    [property: JsonPropertyName("rank")] int Rank,
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("abstract")] string Abstract
);

[JsonSerializable(typeof(SamplePaper))]
internal sealed partial class SampleJson : JsonSerializerContext;
