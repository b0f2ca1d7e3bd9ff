using PaperBot.Skills.Language;
using PaperBot.Skills.Language.OneSentence;

namespace PaperBot.Benchmarks.TldrTraining;

/// <summary>
/// What is to be learnt of words, pairs and whole sentences: which of an abstract's words and pairs people repeat in their
/// one sentence, and how near each sentence comes to it.
/// </summary>
internal sealed class SalienceData
{
    // Chosen by five-fold cross-validation on SciTLDR train (docs/models.md).
    private const double WordPenalty = 60;
    private const double PairPenalty = 60;
    private const double PhrasePenalty = 100;
    private const int RareWord = 5;
    private const int RarePhrase = 3;

    private readonly SparseData _words = new();
    private readonly SparseData _pairs = new();
    private readonly SparseData _phrases = new();

    public SalienceData(IReadOnlyList<TldrExample> examples)
    {
        for (var i = 0; i < examples.Count; i++)
        {
            var words = AbstractWords.Of(examples[i].Reading);
            AddWords(examples[i], words, i);
            AddPhrases(examples[i], words, i);
        }
    }

    /// <param name="isTaken">Which examples to learn from.</param>
    /// <returns>The weights of words, pairs and phrases, in this order.</returns>
    public HashedFit[] Fit(Func<int, bool> isTaken) =>
        [
            _words.Chances(RareWord, WordPenalty, isTaken),
            _pairs.Chances(RareWord, PairPenalty, isTaken),
            _phrases.Values(RarePhrase, PhrasePenalty, isTaken),
        ];

    public static TldrWeights ToWeights(HashedFit[] fits) =>
        new(fits[0].ToWeights(), fits[1].ToWeights(), fits[2].ToWeights());

    private void AddWords(TldrExample example, AbstractWords words, int number)
    {
        var salience = new SalienceFeatures(example.Reading, words);
        var told = example.References.Select(text => text.Select(stem => FeatureHash.Of(stem)).ToArray()).ToArray();
        var toldWords = told.Select(stems => stems.ToHashSet()).ToArray();
        var toldPairs = told.Select(stems => stems.Zip(stems.Skip(1), AbstractWords.Pair).ToHashSet()).ToArray();
        for (var s = 0; s < words.Sentences.Length; s++)
        {
            var own = words.Sentences[s];
            for (var i = 0; i < own.Length; i++)
            {
                var share = toldWords.Count(stems => stems.Contains(own[i].Stem)) / (float)told.Length;
                _words.Add(salience.OfWord(s, i), share, number);
                if (i > 0)
                {
                    var pair = AbstractWords.Pair(own[i - 1].Stem, own[i].Stem);
                    var pairShare = toldPairs.Count(pairs => pairs.Contains(pair)) / (float)told.Length;
                    _pairs.Add(salience.OfPair(s, i), pairShare, number);
                }
            }
        }
    }

    private void AddPhrases(TldrExample example, AbstractWords words, int number)
    {
        var sentences = example.Reading.Sentences;
        var scores = sentences
            .Select(sentence => example.ScoreOf(Compression.Forms(sentence.Text, example.Reading.Title)[0]).Mean)
            .ToArray();
        var mean = scores.Length == 0 ? 0 : scores.Average();
        var features = new List<uint>();
        for (var s = 0; s < scores.Length; s++)
        {
            PhraseFeatures.Of(words.Sentences[s], s, scores.Length, features);
            _phrases.Add(features, (float)(scores[s] - mean), number);
        }
    }
}
