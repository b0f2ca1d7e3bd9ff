namespace PaperBot.Skills.Language.OneSentence;

/// <summary>
/// What speaks for a word, or for two words that follow each other, to be repeated by somebody who says in one sentence
/// what the paper does: what they are, where they stand, and what stands around them.
/// </summary>
internal sealed class SalienceFeatures
{
    private const uint Start = 1;
    private const uint End = 2;
    private const int Strong = 5; // a contribution is stated

    private readonly Reading _reading;
    private readonly AbstractWords _words;
    private readonly int[] _contributions;
    private readonly int[] _ranks;
    private readonly List<uint> _features = new(64);

    public SalienceFeatures(Reading reading, AbstractWords words)
    {
        _reading = reading;
        _words = words;
        var count = reading.Sentences.Count;
        _contributions = new int[count];
        var scores = new double[count];
        for (var i = 0; i < count; i++)
        {
            _contributions[i] = TldrCues.Contribution.Most(reading.Sentences[i].Voice);
            scores[i] = Tldr.Score(reading.Sentences[i], count);
        }
        _ranks = new int[count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                _ranks[i] += scores[j] > scores[i] || (scores[j] == scores[i] && j < i) ? 1 : 0;
            }
        }
    }

    /// <summary>By cue phrases alone, 0 is the best sentence.</summary>
    public int RankOf(int sentence) => _ranks[sentence];

    public int ContributionOf(int sentence) => _contributions[sentence];

    /// <returns>Valid until the next call.</returns>
    public List<uint> OfWord(int sentence, int place)
    {
        _features.Clear();
        var words = _words.Sentences[sentence];
        var word = words[place];
        var before = place > 0 ? words[place - 1].Stem : Start;
        var after = place + 1 < words.Length ? words[place + 1].Stem : End;
        var use = _words.Uses[sentence][place];
        var pairs = _words.PairUses[sentence];
        var titled = use.InTitle ? 1u : 0u;
        var titledPair =
            (place > 0 && pairs[place].InTitle ? 1u : 0u)
            + (place + 1 < words.Length && pairs[place + 1].InTitle ? 2u : 0u);
        var times = (uint)Math.Min(use.Count, 5);
        var rank = (uint)Math.Min(_ranks[sentence], 4);
        var contribution = (uint)_contributions[sentence];
        var strong = contribution >= Strong ? 1u : 0u;
        var facet = (uint)_reading.Sentences[sentence].Facet;
        var placed = PlaceStep(place);
        var count = _words.Sentences.Length;
        var first = use.IsFirst(sentence, place) ? 1u : 0u;
        Add(1, word.Stem);
        Add(2, FeatureHash.Join(before, word.Stem));
        Add(3, FeatureHash.Join(word.Stem, after));
        Add(4, before);
        Add(5, after);
        Add(6, (titled * 10) + times);
        Add(7, (titled * 10) + titledPair);
        Add(8, ((uint)word.Shape * 4) + (place == 0 ? 1u : 0u) + (titled * 2));
        Add(9, word.Ending);
        Add(10, (uint)Math.Min(sentence, 6));
        Add(11, (uint)Math.Min(count - 1 - sentence, 4));
        Add(12, (uint)(sentence * 5 / count));
        Add(13, facet);
        Add(14, (facet * 2) + titled);
        Add(15, (contribution * 2) + titled);
        Add(16, (placed * 2) + strong);
        Add(17, (placed * 5) + rank);
        Add(18, (first * 10) + (uint)Math.Min(use.Sentences, 5));
        Add(19, (word.InBrackets ? 1u : 0u) + (word.IsApart ? 2u : 0u));
        Add(20, (uint)(_reading.Sentences[sentence].TitleOverlap * 4.99));
        Add(21, FeatureHash.Join(word.Stem, titled));
        Add(22, FeatureHash.Join(word.Stem, 7 + strong));
        Add(23, FeatureHash.Join(word.Stem, 20 + rank));
        Add(24, (rank * 20) + (titled * 10) + times);
        Add(25, (rank * 2) + first);
        Add(26, (uint)Math.Min((int)word.Length, 12));
        Add(27, FeatureHash.Join(word.Stem, 30 + times));
        return _features;
    }

    /// <param name="place">Of the second word.</param>
    /// <inheritdoc cref="OfWord"/>
    public List<uint> OfPair(int sentence, int place)
    {
        _features.Clear();
        var words = _words.Sentences[sentence];
        var (one, two) = (words[place - 1], words[place]);
        var pair = FeatureHash.Join(one.Stem, two.Stem);
        var uses = _words.Uses[sentence];
        var use = _words.PairUses[sentence][place];
        var titled = (uses[place - 1].InTitle ? 1u : 0u) + (uses[place].InTitle ? 2u : 0u) + (use.InTitle ? 4u : 0u);
        var times = (uint)Math.Min(use.Count, 4);
        var rank = (uint)Math.Min(_ranks[sentence], 4);
        var contribution = (uint)_contributions[sentence];
        var strong = contribution >= Strong ? 1u : 0u;
        var first = use.IsFirst(sentence, place) ? 1u : 0u;
        var facet = (uint)_reading.Sentences[sentence].Facet;
        var count = _words.Sentences.Length;
        Add(101, pair);
        Add(102, one.Stem);
        Add(103, two.Stem);
        Add(104, (titled * 10) + times);
        Add(105, (titled * 10) + rank);
        Add(106, (PlaceStep(place) * 5) + rank);
        Add(107, (PlaceStep(place) * 2) + strong);
        Add(108, (facet * 10) + titled);
        Add(109, (contribution * 10) + titled);
        Add(110, ((uint)one.Shape * 10) + (uint)two.Shape);
        Add(111, (uint)Math.Min(sentence, 6));
        Add(112, (uint)(sentence * 5 / count));
        Add(113, FeatureHash.Join(one.Ending, two.Ending));
        Add(114, FeatureHash.Join(pair, rank == 0 ? 1u : 2u));
        Add(115, (first * 10) + times);
        Add(116, (two.IsApart ? 1u : 0u) + (two.InBrackets ? 2u : 0u));
        Add(117, FeatureHash.Join(one.Stem, 40 + titled));
        Add(118, FeatureHash.Join(two.Stem, 40 + titled));
        Add(119, place + 1 < words.Length ? words[place + 1].Stem : End);
        Add(120, place > 1 ? words[place - 2].Stem : Start);
        Add(121, (uint)(_reading.Sentences[sentence].TitleOverlap * 4.99));
        return _features;
    }

    private static uint PlaceStep(int place) =>
        place switch
        {
            < 6 => (uint)place,
            < 10 => 6,
            < 15 => 7,
            < 22 => 8,
            < 32 => 9,
            _ => 10,
        };

    private void Add(uint kind, uint value) => _features.Add(FeatureHash.Join(kind, value));
}
