namespace PaperBot.Skills.Related;

/// <param name="Value">0 to 1.</param>
/// <param name="Stems">What they share, the most telling first.</param>
internal sealed record Nearness(double Value, IReadOnlyList<string> Stems);

/// <summary>Pure: the cosine between one paper and others.</summary>
internal sealed class Cosine
{
    // The weight of words that were not counted: of the paper itself because they are common, of others because it takes too long.
    private const double UsualWeight = 2.5;

    private readonly PaperVector paper;
    private readonly Dictionary<string, double> weights;
    private readonly double length;

    public Cosine(PaperVector paper, IReadOnlyDictionary<string, (double Weight, long Papers)> weights)
    {
        this.paper = paper;
        this.weights = weights.ToDictionary(word => word.Key, word => word.Value.Weight);
        length = Length(paper);
    }

    public Nearness With(PaperVector other)
    {
        var product = 0.0;
        var shared = new List<(double Part, string Stem)>();
        foreach (var (stem, weight) in weights)
        {
            var frequency = other.Frequency(stem);
            if (frequency > 0)
            {
                var part = weight * weight * frequency * paper.Frequency(stem);
                product += part;
                shared.Add((part, stem));
            }
        }
        var both = length * Length(other);
        return new Nearness(
            both == 0 ? 0 : product / both,
            [.. shared.OrderByDescending(word => word.Part).Select(word => word.Stem)]
        );
    }

    private double Length(PaperVector vector)
    {
        var sum = 0.0;
        foreach (var stem in vector.Stems)
        {
            var part = vector.Frequency(stem) * weights.GetValueOrDefault(stem, UsualWeight);
            sum += part * part;
        }
        return Math.Sqrt(sum);
    }
}
