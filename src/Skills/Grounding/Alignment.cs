namespace PaperBot.Skills.Grounding;

/// <param name="Index">Its place among the tokens of the sentence.</param>
/// <param name="Weight">How much it says.</param>
/// <param name="IsHeld">An abstract has it, its group of synonyms or what it is short for.</param>
/// <param name="Places">The sentences that do.</param>
internal readonly record struct HeldWord(int Index, double Weight, bool IsHeld, IReadOnlyList<int> Places);

/// <summary>A sentence of the text laid against the abstracts: which of its words they hold, and the sentences that hold most.</summary>
internal sealed class Alignment
{
    private const int MostSupport = 3;
    private const double WorthAdding = 1; // weight that a further sentence must add
    private const double NumberWeight = 2;

    private bool[]? denied;
    private Stance[]? stances;

    private Alignment(List<Token> tokens, List<HeldWord> words, IReadOnlyList<int> support, double supported)
    {
        Tokens = tokens;
        Words = words;
        Support = support;
        Total = words.Sum(word => word.Weight);
        Held = words.Sum(word => word.IsHeld ? word.Weight : 0);
        Supported = supported;
    }

    public List<Token> Tokens { get; }

    /// <summary>By token: whether a denial stands near it.</summary>
    public bool[] Denied => denied ??= Denials.Near(Tokens);

    /// <summary>By token: whether it is denied.</summary>
    public Stance[] Stances => stances ??= Polarity.Of(Tokens);

    /// <summary>The words that say something.</summary>
    public List<HeldWord> Words { get; }

    /// <summary>Indexes of sentences, the best first.</summary>
    public IReadOnlyList<int> Support { get; }

    /// <summary>The weight of all words, of those that the abstracts hold, and of those that the support holds.</summary>
    public double Total { get; }

    public double Held { get; }

    public double Supported { get; }

    /// <summary>How much of the text's weight is in one sentence, 0 to 1.</summary>
    public double ShareOf(EvidenceSentence source) =>
        Total == 0 ? 0 : Words.Sum(word => source.Stems.ContainsKey(Tokens[word.Index].Stem) ? word.Weight : 0) / Total;

    public static Alignment Of(List<Token> tokens, Evidence evidence)
    {
        var words = Read(tokens, evidence);
        var (support, supported) = Best(tokens, words, evidence);
        return new Alignment(tokens, words, support, supported);
    }

    private static List<HeldWord> Read(List<Token> tokens, Evidence evidence)
    {
        var spelt = Spelt(tokens, evidence);
        var words = new List<HeldWord>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var weight = WordWeights.Of(tokens[i]);
            if (weight == 0)
            {
                continue;
            }
            var places = PlacesOf(tokens, i, evidence);
            var isHeld = places.Count > 0 || spelt[i] || evidence.Has(tokens[i].Stem) || IsName(tokens, i, evidence);
            words.Add(new HeldWord(i, weight, isHeld, places));
        }
        return words;
    }

    private static IReadOnlyList<int> PlacesOf(List<Token> tokens, int i, Evidence evidence)
    {
        var places = evidence.PlacesOf(tokens[i].Stem);
        if (places.Count == 0 && i > 0 && tokens[i].Joined)
        {
            places = evidence.PlacesOf(Synonyms.Key(tokens[i - 1].Word + tokens[i].Word));
        }
        if (places.Count == 0 && i + 1 < tokens.Count && tokens[i + 1].Joined)
        {
            places = evidence.PlacesOf(Synonyms.Key(tokens[i].Word + tokens[i + 1].Word));
        }
        return places;
    }

    private static bool IsName(List<Token> tokens, int i, Evidence evidence) =>
        tokens[i].LooksLikeName && (evidence.HasName(tokens[i].Word) || evidence.Spells(tokens[i].Word));

    // Words that spell a short name of the abstracts out.
    private static bool[] Spelt(List<Token> tokens, Evidence evidence)
    {
        var spelt = new bool[tokens.Count];
        foreach (var acronym in evidence.Acronyms.Where(acronym => acronym.Length > 1).Take(64))
        {
            for (var i = 0; i < tokens.Count; i++)
            {
                if (tokens[i].Word[0] == acronym[0] && SpeltOut.LengthAt(tokens, i, acronym) is > 1 and var length)
                {
                    spelt.AsSpan(i, length).Fill(true);
                }
            }
        }
        return spelt;
    }

    // Greedily: the sentence that holds most, then those that hold most of the rest.
    private static (IReadOnlyList<int> Support, double Weight) Best(
        List<Token> tokens,
        List<HeldWord> words,
        Evidence evidence
    )
    {
        var left = words
            .Where(word => word.Places.Count > 0)
            .Select(word => (word.Weight, Places: word.Places))
            .Concat(
                tokens
                    .Where(token => token.Kind == TokenKind.Number)
                    .Select(token =>
                        (
                            Weight: NumberWeight,
                            Places: (IReadOnlyList<int>)
                                [.. evidence.Numbers.Of(token).Select(place => place.Sentence).Distinct()]
                        )
                    )
            )
            .ToList();
        var support = new List<int>(MostSupport);
        var supported = 0.0;
        while (support.Count < MostSupport && left.Count > 0)
        {
            var scores = new Dictionary<int, double>();
            foreach (var (weight, places) in left)
            {
                foreach (var place in places)
                {
                    scores[place] = scores.GetValueOrDefault(place) + weight;
                }
            }
            if (scores.Count == 0)
            {
                break;
            }
            var best = scores.MaxBy(score => (score.Value, -score.Key));
            if (support.Count > 0 && best.Value < WorthAdding)
            {
                break;
            }
            support.Add(best.Key);
            supported += best.Value;
            left.RemoveAll(one => one.Places.Contains(best.Key));
        }
        return (support, supported);
    }
}
