namespace PaperBot.Skills.Language.OneSentence;

/// <summary>All that speaks for or against a form of a sentence as the one sentence of its abstract.</summary>
internal sealed class TldrFeatures
{
    /// <summary>Words of an ordinary one sentence, for guessing how much of it a form would share.</summary>
    private const float UsualLength = 20;

    // Beyond what abstracts have, a straight line leads astray.
    private const int MostPlaces = 12;
    private const int MostWords = 70;
    private const int MostBehind = 25;

    private const int Stated = 5; // a cue of that weight: the authors say what they did

    private readonly Reading _reading;
    private readonly AbstractWords _words;
    private readonly SalienceFeatures _salience;
    private readonly WordSalience _chances;
    private readonly float[] _phrases;
    private readonly float[] _scores;
    private readonly float[] _centrality;

    public TldrFeatures(Reading reading, TldrWeights weights)
    {
        _reading = reading;
        _words = AbstractWords.Of(reading);
        _salience = new SalienceFeatures(reading, _words);
        var count = reading.Sentences.Count;
        _phrases = new float[count];
        _scores = new float[count];
        var phrases = new List<uint>();
        for (var s = 0; s < count; s++)
        {
            PhraseFeatures.Of(_words.Sentences[s], s, count, phrases);
            _phrases[s] = weights.Phrases.Sum(phrases);
            _scores[s] = (float)Tldr.Score(reading.Sentences[s], count);
        }
        _chances = new WordSalience(_words, _salience, weights);
        _centrality = Centrality.Of(_words.Sentences);
    }

    /// <summary>All forms of all sentences in words, in order; of each sentence the longest first.</summary>
    public IReadOnlyList<TldrCandidate> Candidates()
    {
        var found = new List<TldrCandidate>(3 * _reading.Sentences.Count);
        var speak = BestContribution(0, _reading.Sentences.Count) >= Stated;
        for (var s = 0; s < _reading.Sentences.Count; s++)
        {
            if (_reading.Sentences[s].IsProse)
            {
                var forms = Compression.Forms(_reading.Sentences[s].Text, _reading.Title);
                var isSilent = _salience.ContributionOf(s) == 0 && speak;
                for (var i = 0; i < forms.Count; i++)
                {
                    found.Add(new TldrCandidate(s, i, forms[i], isSilent, Of(s, forms[i], i, forms.Count)));
                }
            }
        }
        AddComparisons(found);
        return found;
    }

    /// <summary>How many features there are.</summary>
    public const int Count = Own + (3 * ComparedCount);

    private const int ComparedCount = 7;

    private const int Own = 62;

    private static readonly int[] Compared = [Shared, SharedPairs, CueScore, Phrase, Title, Central, WordsPart];

    private const int Shared = 0;
    private const int SharedPairs = 1;
    private const int CueScore = 2;
    private const int Phrase = 3;
    private const int Title = 4;
    private const int Central = 5;
    private const int WordsPart = 6;

    private float[] Of(int s, string form, int number, int forms)
    {
        var features = new float[Count];
        var sentence = _reading.Sentences[s];
        var whole = _words.Sentences[s];
        var words = PlacedWords.Of(form);
        var kept = FormWords.PlacesIn(whole, words);
        var (chances, pairs) = _chances.Shared(s, kept);
        var count = _reading.Sentences.Count;
        var length = words.Length;
        var titled = new HashSet<uint>();
        var titledPairs = 0;
        var capitals = 0;
        var digits = 0;
        var unusual = 0f;
        for (var i = 0; i < length; i++)
        {
            if (_words.InTitle(words[i].Stem))
            {
                titled.Add(words[i].Stem);
            }
            titledPairs += i > 0 && _words.PairInTitle(words[i - 1].Stem, words[i].Stem) ? 1 : 0;
            capitals += i > 0 && words[i].Shape is not (WordShape.Lower or WordShape.Number) ? 1 : 0;
            digits += words[i].Shape is WordShape.Number or WordShape.WithDigit ? 1 : 0;
            unusual += _words.CountOf(words[i].Stem) == 1 ? 1 : 0;
        }
        var next = 0;
        void Add(float value) => features[next++] = value;
        Add(2 * chances / (length + UsualLength));
        Add(2 * pairs / (length + UsualLength - 2));
        Add(_scores[s]);
        Add(_phrases[s]);
        Add((float)titled.Count / Math.Max(1, _words.Title.Length));
        Add(_centrality[s]);
        Add(chances / Math.Max(1, length));
        Add(chances);
        Add(pairs);
        Add(pairs / Math.Max(1, length - 1));
        Add(chances / Math.Max(1, _chances.All));
        Add(Math.Min(s, MostPlaces));
        Add((float)s / count);
        Add(Math.Min(count - 1 - s, MostPlaces));
        Add(Math.Min(count, MostPlaces));
        Add(Math.Min(length, MostWords));
        Add(Math.Min(whole.Length, MostWords));
        Add((float)length / Math.Max(1, whole.Length));
        Add(forms);
        Add(number == 0 ? 0 : 1);
        Add(number == forms - 1 ? 1 : 0);
        Add(kept.Length > 0 ? kept[0] : 0);
        Add(kept.Length > 0 ? whole.Length - 1 - kept[^1] : 0);
        Add(Confidence(sentence, Facet.Background));
        Add(Confidence(sentence, Facet.Objective));
        Add(Confidence(sentence, Facet.Method));
        Add(Confidence(sentence, Facet.Result));
        Add(Confidence(sentence, Facet.Other));
        Add(_salience.ContributionOf(s));
        Add(TldrCues.Contribution.Score(sentence.Voice));
        Add(TldrCues.Novelty.Score(sentence.Voice));
        Add(TldrCues.Dangling.Score(sentence.Plain));
        Add((float)sentence.TitleOverlap);
        Add(sentence.NamesSubject ? 1 : 0);
        Add(titledPairs);
        Add((float)titled.Count / Math.Max(1, length));
        Add(capitals);
        Add(digits);
        Add(unusual / Math.Max(1, length));
        Add(form.Count(letter => letter == ','));
        Add(form.Contains('(') ? 1 : 0);
        Add(form.Contains(':') ? 1 : 0);
        Add((float)form.Length / Math.Max(1, length));
        Add(_salience.RankOf(s));
        Add(BestContribution(0, count) - _salience.ContributionOf(s));
        Add(Math.Min(Before(s), MostPlaces));
        Add(s > 0 ? _salience.ContributionOf(s - 1) : -1);
        Add(s + 1 < count ? _salience.ContributionOf(s + 1) : -1);
        Add(s > 0 ? (float)_reading.Sentences[s - 1].Facet : -1);
        Add(s + 1 < count ? (float)_reading.Sentences[s + 1].Facet : -1);
        Add(BestContribution(0, s));
        Add(BestContribution(s + 1, count));
        Add(KeyCues.Claim.Score(sentence.Plain));
        Add(KeyCues.Problem.Score(sentence.Plain));
        Add(KeyCues.Approach.Score(sentence.Plain));
        Add(sentence.Plain.StartsWith(" we ", StringComparison.Ordinal) ? 1 : 0);
        Add(sentence.Plain.Contains(" we ", StringComparison.Ordinal) ? 1 : 0);
        Add(sentence.Plain.StartsWith(" in this ", StringComparison.Ordinal) ? 1 : 0);
        Add(sentence.Plain.StartsWith(" this ", StringComparison.Ordinal) ? 1 : 0);
        Add(form.EndsWith('?') ? 1 : 0);
        Add(_words.Title.Length);
        Add(_chances.Of(s) is > 0 and var all ? _chances.Of(s, kept) / all : 0);
        if (next != Own)
        {
            throw new InvalidOperationException($"{next} features, not {Own}.");
        }
        return features;
    }

    // Where it stands among all in what tells most: from the best, from the mean, and behind how many other sentences.
    private static void AddComparisons(List<TldrCandidate> candidates)
    {
        var bestOf = new float[candidates.Count]; // by sentence, in order
        for (var i = 0; i < Compared.Length; i++)
        {
            var feature = Compared[i];
            var sentences = 0;
            var sum = 0f;
            var best = float.MinValue;
            for (var c = 0; c < candidates.Count; c++)
            {
                var value = candidates[c].Features[feature];
                if (candidates[c].Form == 0)
                {
                    bestOf[sentences++] = value;
                }
                bestOf[sentences - 1] = Math.Max(bestOf[sentences - 1], value);
                best = Math.Max(best, value);
                sum += value;
            }
            var own = -1;
            foreach (var one in candidates)
            {
                own += one.Form == 0 ? 1 : 0;
                var value = one.Features[feature];
                var behind = 0;
                for (var other = 0; other < sentences; other++)
                {
                    behind += other != own && bestOf[other] > value ? 1 : 0;
                }
                one.Features[Own + (3 * i)] = value - best;
                one.Features[Own + (3 * i) + 1] = value - (sum / candidates.Count);
                one.Features[Own + (3 * i) + 2] = Math.Min(behind, MostBehind);
            }
        }
    }

    private static float Confidence(ReadSentence sentence, Facet facet) =>
        sentence.Facet == facet ? (float)sentence.Guess.Confidence : 0;

    private int BestContribution(int from, int to)
    {
        var best = 0;
        for (var i = from; i < to; i++)
        {
            best = Math.Max(best, _salience.ContributionOf(i));
        }
        return best;
    }

    // Sentences before it in which the authors say what they did.
    private int Before(int s)
    {
        var before = 0;
        for (var i = 0; i < s; i++)
        {
            before += _salience.ContributionOf(i) >= Stated ? 1 : 0;
        }
        return before;
    }
}
