using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;
using PaperBot.Skills.Language;

namespace PaperBot.Benchmarks.FacetTraining;

/// <summary>
/// The sentences of many abstracts as <see cref="FacetContext"/> learns from them: for each its features, and what stands
/// around it.
/// </summary>
internal sealed class UnlabelledAbstracts
{
    // Shorter and longer ones are rarely whole abstracts.
    private const int Fewest = 3;
    private const int Most = 16;
    private const int Cues = 5;

    private readonly List<uint> _features = [];
    private readonly List<int> _begins = [0];
    private readonly List<Stand> _stands = [];

    public int Count => _stands.Count;

    /// <param name="file">JSON Lines with an "abstract" each, as PaperBot imports them; gzipped where the name ends in .gz.</param>
    public static UnlabelledAbstracts Read(string file)
    {
        using var bytes = File.OpenRead(file);
        using Stream plain = file.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(bytes, CompressionMode.Decompress)
            : bytes;
        using var reader = new StreamReader(plain);
        var all = new UnlabelledAbstracts();
        while (reader.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }
            using var record = JsonDocument.Parse(line);
            if (record.RootElement.TryGetProperty("abstract", out var text) && text.GetString() is { } @abstract)
            {
                all.Add(@abstract);
            }
        }
        return all;
    }

    public void Add(string @abstract)
    {
        var sentences = Sentences.Of(@abstract);
        if (sentences.Count is < Fewest or > Most)
        {
            return;
        }
        var cues = new uint[sentences.Count];
        var words = new FacetWords();
        for (var i = 0; i < cues.Length; i++)
        {
            var text = sentences[i].Text;
            words.Read(text, PlainText.Of(text), i, cues.Length);
            cues[i] = CuesOf(words);
            _features.AddRange(words.Anywhere.Select(FacetContext.KeyOf));
            _begins.Add(_features.Count);
        }
        for (var i = 0; i < cues.Length; i++)
        {
            _stands.Add(Stand.Of(cues, i));
        }
    }

    /// <summary>The features of a sentence, as <see cref="FacetContext.KeyOf"/> knows them; they may be written over.</summary>
    public Span<uint> FeaturesOf(int sentence) =>
        CollectionsMarshal.AsSpan(_features).Slice(_begins[sentence], _begins[sentence + 1] - _begins[sentence]);

    /// <summary>Which place it has, of <see cref="FacetContext.Places"/>.</summary>
    public int PlaceOf(int sentence) => _stands[sentence].Place;

    /// <summary>Whether a cue stands around it.</summary>
    /// <param name="sentence">From 0.</param>
    /// <param name="cue">0 to 13: five of the sentence before, five of the next, then aims and results, anywhere before and after.</param>
    public bool HasCue(int sentence, int cue) => (_stands[sentence].Cues >> cue & 1) != 0;

    private static uint CuesOf(FacetWords words) =>
        (words.Objective >= 3 ? 1u : 0)
        | (words.Result >= 4 ? 2u : 0)
        | (words.Authors ? 4u : 0)
        | (words.Background >= 3 ? 8u : 0)
        | (words.Method >= 3 ? 16u : 0);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Stand(int Place, uint Cues)
    {
        public static Stand Of(uint[] cues, int index)
        {
            var last = cues.Length - 1;
            uint before = 0;
            uint after = 0;
            for (var i = 0; i < cues.Length; i++)
            {
                before |= i < index ? cues[i] : 0;
                after |= i > index ? cues[i] : 0;
            }
            var around =
                (index > 0 ? cues[index - 1] : 0)
                | ((index < last ? cues[index + 1] : 0) << UnlabelledAbstracts.Cues)
                | ((before & 3) << (2 * UnlabelledAbstracts.Cues))
                | ((after & 3) << ((2 * UnlabelledAbstracts.Cues) + 2));
            return new Stand(PlaceOf(index, last), around);
        }

        private static int PlaceOf(int index, int last) =>
            index == 0 ? 0
            : index == last ? 5
            : index == 1 ? 1
            : index == last - 1 ? 4
            : index * 2 <= last ? 2
            : 3;
    }
}
