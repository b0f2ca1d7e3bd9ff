using System.Text.Json;
using System.Text.Json.Serialization;
using PaperBot.Skills.Language;

namespace PaperBot.Benchmarks.FacetTraining;

/// <summary>One line of CSAbstruct (https://github.com/allenai/sequential_sentence_classification).</summary>
/// <param name="Sentences">As the data set splits them.</param>
/// <param name="Labels">A facet each, lower case; empty where there are none.</param>
/// <param name="Sureness">How far the annotators agreed, 0 to 1; empty where the file does not say.</param>
internal sealed record LabelledAbstract(
    [property: JsonPropertyName("sentences")] string[] Sentences,
    [property: JsonPropertyName("labels")] string[]? Labels,
    [property: JsonPropertyName("confs")] double[]? Sureness
)
{
    public static List<LabelledAbstract> Read(string file) =>
        [
            .. File.ReadLines(file)
                .Where(line => !string.IsNullOrWhiteSpace(line))
                .Select(line =>
                    JsonSerializer.Deserialize<LabelledAbstract>(line)
                    ?? throw new InvalidDataException("A line of the file is null.")
                ),
        ];

    public static string NameOf(Facet facet) => facet.ToString().ToLowerInvariant();

    public Facet FacetOf(int sentence) =>
        Labels is { } labels && sentence < labels.Length && Enum.TryParse<Facet>(labels[sentence], true, out var facet)
            ? facet
            : throw new InvalidDataException("A sentence of the file has no label that is a facet.");

    public double SurenessOf(int sentence) =>
        Sureness is { } sure && sentence < sure.Length ? Math.Clamp(sure[sentence], 0, 1) : 1;
}
