using PaperBot.Skills.Latex;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Grounding;

/// <summary>A sentence of an abstract that a text is held against.</summary>
internal sealed record EvidenceSentence(string Paper, int Number, string Text, List<Token> Tokens)
{
    private bool[]? denied;
    private Stance[]? stances;
    private Dictionary<string, int>? stems;

    /// <summary>By token: whether a denial stands near it.</summary>
    public bool[] Denied => denied ??= Denials.Near(Tokens);

    /// <summary>By token: whether it is denied.</summary>
    public Stance[] Stances => stances ??= Polarity.Of(Tokens);

    /// <summary>Each stem with its first place.</summary>
    public Dictionary<string, int> Stems => stems ??= FirstPlaces();

    private Dictionary<string, int> FirstPlaces()
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Tokens.Count; i++)
        {
            places.TryAdd(Tokens[i].Stem, i);
        }
        return places;
    }
}

/// <summary>The abstracts, read once: where each word, name and number stands.</summary>
internal sealed class Evidence
{
    // A word that stands in more sentences tells none of them.
    private const int MostPlaces = 64;
    private const int LongestAcronym = 6;

    private readonly Dictionary<string, List<int>> places = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> titleWords = new(StringComparer.Ordinal);
    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EvidenceSentence> whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> spelt = new(StringComparer.Ordinal);

    private HashSet<string>? own;

    private Evidence(IReadOnlyList<EvidenceSentence> sentences, IReadOnlyList<List<Token>> titles)
    {
        Sentences = sentences;
        Numbers = new NumberIndex(sentences);
        for (var i = 0; i < sentences.Count; i++)
        {
            Add(sentences[i].Tokens, i);
            whole.TryAdd(sentences[i].Text, sentences[i]);
        }
        foreach (var title in titles)
        {
            Add(title, sentence: -1);
        }
    }

    public IReadOnlyList<EvidenceSentence> Sentences { get; }

    public NumberIndex Numbers { get; }

    /// <summary>How many quotations were looked for so far; each takes the time of reading all abstracts.</summary>
    public int QuotationsRead { get; set; }

    /// <summary>A name that the authors give to what they propose.</summary>
    public bool IsOwn(string name) =>
        (own ??= [.. Sentences.SelectMany(sentence => OwnNames.Of(sentence.Tokens))]).Contains(name);

    /// <summary>Some word says that something is more or better.</summary>
    public bool HasPraise { get; private set; }

    /// <summary>Some word says that something gets worse.</summary>
    public bool HasBlame { get; private set; }

    /// <summary>Short names in capitals, in lower case and without a plural's s.</summary>
    public HashSet<string> Acronyms { get; } = new(StringComparer.Ordinal);

    public static Evidence Of(IReadOnlyList<GivenAbstract> given)
    {
        var sentences = new List<EvidenceSentence>();
        foreach (var paper in given)
        {
            foreach (var sentence in Language.Sentences.Of(LatexText.Plain(paper.Abstract)))
            {
                sentences.Add(
                    new EvidenceSentence(paper.Paper, sentence.Number, sentence.Text, TokenReader.Of(sentence.Text))
                );
            }
        }
        return new Evidence(sentences, [.. given.Select(paper => TokenReader.Of(LatexText.Plain(paper.Title)))]);
    }

    /// <summary>The sentences that have a word of this stem or one of its synonyms.</summary>
    public IReadOnlyList<int> PlacesOf(string stem) => places.TryGetValue(stem, out var found) ? found : [];

    public bool Has(string stem) => places.ContainsKey(stem) || titleWords.Contains(stem);

    /// <summary>The very word, in any form of it, not a synonym.</summary>
    public bool HasWord(string word) => words.Contains(Stem.Of(word));

    /// <summary>The sentence that is this text, letter for letter; null where none is.</summary>
    public EvidenceSentence? Whole(string text) => whole.GetValueOrDefault(text);

    /// <param name="key">Letters and digits in lower case, of one word or of several that stand side by side.</param>
    public bool HasName(string key) =>
        names.Contains(key)
        || (key.Length > 2 && (names.Contains($"{key}s") || (key[^1] == 's' && names.Contains(key[..^1]))));

    /// <summary>Words that follow each other begin with its letters: "convolutional neural network" for "cnn".</summary>
    public bool Spells(string acronym)
    {
        var letters = acronym.Length > 2 && acronym[^1] == 's' ? acronym[..^1] : acronym;
        if (letters.Length is < 2 or > LongestAcronym)
        {
            return false;
        }
        if (!spelt.TryGetValue(letters, out var known))
        {
            known = Sentences.Any(sentence => SpeltOut.Length(sentence.Tokens, letters) > 0);
            spelt[letters] = known;
        }
        return known;
    }

    private void Add(List<Token> tokens, int sentence)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            names.Add(token.Word);
            Keep(token.Stem, sentence);
            HasPraise |=
                Opposites.Direction(token.Word) > 0
                || token.Word is "art" or "sota" or "advance" or "advances" or "win" or "wins";
            HasBlame |= Opposites.IsBlame(token.Word);
            if (token.Kind == TokenKind.Word)
            {
                words.Add(Stem.Of(token.Word));
            }
            if (token is { LooksLikeName: true, Word.Length: > 1 and <= LongestAcronym + 1 })
            {
                Acronyms.Add(token.Word[^1] == 's' ? token.Word[..^1] : token.Word);
            }
            AddCompounds(tokens, i, sentence);
        }
    }

    // "multi-task" is "multitask", "CIFAR 10" is "CIFAR-10".
    private void AddCompounds(List<Token> tokens, int first, int sentence)
    {
        var key = tokens[first].Word;
        for (var i = first + 1; i < tokens.Count && i <= first + 3 && !tokens[i].Breaks; i++)
        {
            var isNumber = tokens[i].Kind == TokenKind.Number && (tokens[i - 1].Capital || tokens[i - 1].LooksLikeName);
            if (!tokens[i].Joined && !tokens[i].Capital && !tokens[i].LooksLikeName && !isNumber)
            {
                break;
            }
            if (IsDigits(tokens[i]) && IsDigits(tokens[i - 1]) && i > first + 1)
            {
                names.Add(tokens[first].Word + tokens[i].Word); // "CIFAR-10/100"
            }
            key += tokens[i].Word;
            names.Add(key);
            if (tokens[i].Joined)
            {
                Keep(Synonyms.Key(key), sentence);
            }
        }
    }

    private static bool IsDigits(Token token) => !token.Word.AsSpan().ContainsAnyExceptInRange('0', '9');

    private void Keep(string stem, int sentence)
    {
        if (sentence < 0)
        {
            titleWords.Add(stem);
            return;
        }
        if (!places.TryGetValue(stem, out var found))
        {
            places[stem] = found = [];
        }
        if (found.Count < MostPlaces && (found.Count == 0 || found[^1] != sentence))
        {
            found.Add(sentence);
        }
    }
}
