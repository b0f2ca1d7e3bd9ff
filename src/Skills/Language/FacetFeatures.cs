using System.Runtime.InteropServices;

namespace PaperBot.Skills.Language;

/// <summary>A feature and how much it counts: what counts less is trusted less in training.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WeighedFeature(uint Feature, float Value);

/// <summary>
/// All that speaks for a sentence's facet: its own words, those of two neighbours on each side, its place, where it
/// stands from the first sentence with an aim, with a result, and in which the authors speak, its words before and after
/// these, and what usually stands around such sentences (<see cref="FacetContext"/>).
/// </summary>
internal static class FacetFeatures
{
    private const float OfNext = 0.5f;
    private const float OfNextButOne = 0.3f;
    private const int MostPlaces = 12;
    private const int Nowhere = -50;

    // From here on, cues of FacetCues are taken to say "the aim is here" and "a result is here".
    private const int IsObjective = 3;
    private const int IsResult = 4;

    // Words weigh as if every sentence had a hundred features, so that long sentences are no surer than short ones.
    private const float UsualCount = 100;

    // Words by landmark: as many as a middling sentence has.
    private const float OfWordByLandmark = 0.64f;
    private const int Reach = 2;
    private const float OfContext = 1;
    private const float OfContextNextTo = 0.6f;

    private static readonly uint Here = FeatureHash.Of("here");
    private static readonly uint Around = FeatureHash.Of("around");

    /// <summary>Reads all sentences; <paramref name="take"/> gets each one's features in turn, valid until it returns.</summary>
    /// <param name="sentences">As they stand in the abstract.</param>
    /// <param name="plain">The same as <see cref="PlainText"/> writes them.</param>
    public static void Each(
        IReadOnlyList<string> sentences,
        IReadOnlyList<string> plain,
        Action<int, List<WeighedFeature>> take
    )
    {
        var count = sentences.Count;
        var words = new FacetWords[count];
        for (var i = 0; i < count; i++)
        {
            words[i] = new FacetWords();
            words[i].Read(sentences[i], plain[i], i, count);
        }
        var marks = Landmarks.Of(words);
        var contexts = Contexts(words);
        var features = new List<WeighedFeature>(512);
        for (var i = 0; i < count; i++)
        {
            features.Clear();
            var own = words[i].Own;
            Add(features, own, 0, MathF.Sqrt(UsualCount / own.Count));
            AddNeighbour(features, words, i - 1, 1001, OfNext);
            AddNeighbour(features, words, i + 1, 1002, OfNext);
            AddNeighbour(features, words, i - 2, 1003, OfNextButOne);
            AddNeighbour(features, words, i + 2, 1004, OfNextButOne);
            AddPlaces(features, i, count);
            AddLandmarks(features, i, marks);
            AddWordsByLandmark(features, words[i], i, marks);
            AddContexts(features, contexts, i, count);
            take(i, features);
        }
    }

    private static void AddNeighbour(
        List<WeighedFeature> features,
        FacetWords[] words,
        int neighbour,
        uint side,
        float value
    )
    {
        if (neighbour >= 0 && neighbour < words.Length)
        {
            Add(features, words[neighbour].Told, side, value);
        }
    }

    private static void Add(List<WeighedFeature> features, List<uint> added, uint side, float value)
    {
        foreach (var feature in added)
        {
            features.Add(new WeighedFeature(side == 0 ? feature : FeatureHash.Join(feature, side), value));
        }
    }

    private static void AddPlaces(List<WeighedFeature> features, int index, int count)
    {
        var left = count - 1 - index;
        AddPlace(features, 0, 0);
        AddPlace(features, 1, Math.Min(index, MostPlaces));
        AddPlace(features, 2, Math.Min(left, MostPlaces));
        AddPlace(features, 3, Math.Min(count, 15));
        AddPlace(features, 4, index * 10 / count);
        AddPlace(features, 5, (Math.Min(index, 9) * 20) + Math.Min(left, 9));
    }

    private static void AddLandmarks(List<WeighedFeature> features, int index, Landmarks marks)
    {
        AddPlace(features, 10, From(index, marks.FirstObjective, 3));
        AddPlace(features, 11, From(index, marks.FirstResult, 3));
        AddPlace(features, 12, From(index, marks.FirstAuthors, 3));
        AddPlace(features, 13, From(index, marks.LastObjective, 3));
        AddPlace(features, 14, (From(index, marks.FirstObjective, 1) * 100) + From(index, marks.FirstResult, 1));
        AddPlace(features, 15, (Math.Min(index, 9) * 100) + From(index, marks.FirstObjective, 2));
    }

    private static void AddWordsByLandmark(List<WeighedFeature> features, FacetWords words, int index, Landmarks marks)
    {
        var state = FeatureHash.Join(
            FeatureHash.Join(Here, 20),
            (uint)((From(index, marks.FirstObjective, 1) * 100) + From(index, marks.FirstResult, 1))
        );
        foreach (var word in words.Words)
        {
            features.Add(new WeighedFeature(FeatureHash.Join(state, word), OfWordByLandmark));
        }
    }

    private static float[] Contexts(FacetWords[] words)
    {
        var contexts = new float[words.Length * FacetContext.Size];
        for (var i = 0; i < words.Length; i++)
        {
            FacetContext.Embedded.Tell(words[i].Anywhere, contexts.AsSpan(i * FacetContext.Size, FacetContext.Size));
        }
        return contexts;
    }

    private static void AddContexts(List<WeighedFeature> features, float[] contexts, int index, int count)
    {
        for (var other = Math.Max(0, index - Reach); other <= Math.Min(count - 1, index + Reach); other++)
        {
            var side = FeatureHash.Join(Around, (uint)(other - index + Reach));
            var value = other == index ? OfContext : OfContextNextTo;
            for (var k = 0; k < FacetContext.Size; k++)
            {
                var told = contexts[(other * FacetContext.Size) + k];
                features.Add(new WeighedFeature(FeatureHash.Join(side, (uint)k), value * told));
            }
        }
    }

    private static int From(int index, int mark, int most) =>
        mark < 0 ? Nowhere : Math.Clamp(index - mark, -most, most);

    private static void AddPlace(List<WeighedFeature> features, uint kind, int place) =>
        features.Add(new WeighedFeature(FeatureHash.Join(FeatureHash.Join(Here, kind), (uint)place), 1));

    /// <summary>Where the abstract turns; -1 where it does not.</summary>
    private sealed record Landmarks(int FirstObjective, int LastObjective, int FirstResult, int FirstAuthors)
    {
        public static Landmarks Of(FacetWords[] words) =>
            new(
                Array.FindIndex(words, word => word.Objective >= IsObjective),
                Array.FindLastIndex(words, word => word.Objective >= IsObjective),
                Array.FindIndex(words, word => word.Result >= IsResult),
                Array.FindIndex(words, word => word.Authors)
            );
    }
}
