namespace PaperBot.Skills.Language;

/// <summary>A sentence with what was read out of it.</summary>
/// <param name="Sentence">Itself.</param>
/// <param name="Plain">As <see cref="PlainText"/> writes it.</param>
/// <param name="Guess">What it is about.</param>
/// <param name="TitleOverlap">The share of the title's words that it repeats, 0 to 1.</param>
/// <param name="NamesSubject">It says the name that the title gives its subject.</param>
internal sealed record ReadSentence(
    Sentence Sentence,
    string Plain,
    FacetGuess Guess,
    double TitleOverlap,
    bool NamesSubject
)
{
    private const double SurelyBackground = 0.6;

    private string? _voice;
    private IReadOnlyList<Fact>? _numbers;
    private IReadOnlyList<DataSetMention>? _dataSets;

    public int Number => Sentence.Number;

    public string Text => Sentence.Text;

    public Facet Facet => Guess.Facet;

    /// <summary>
    /// Surely background, and nothing that the authors say they did. The facet alone is too little for leaving a sentence
    /// out: the labels it was learnt from call many an opening "This paper introduces" background.
    /// </summary>
    public bool IsBackground =>
        Guess is { Facet: Facet.Background, Confidence: >= SurelyBackground } && !Tldr.SaysWhatWasDone(this);

    /// <summary>As <see cref="AuthorVoice"/> writes it.</summary>
    public string Voice => _voice ??= AuthorVoice.Of(Plain);

    /// <summary>Words between blanks; not an address, a formula or a string without end.</summary>
    public bool IsProse => WordCount > 0 && Text.Length / (Text.AsSpan().Count(' ') + 1) < 20;

    public IReadOnlyList<DataSetMention> DataSets => _dataSets ??= DataSetNames.In(Text);

    public IReadOnlyList<Fact> Numbers => _numbers ??= [.. Language.Numbers.In(this)];

    public int WordCount { get; } = Plain.AsSpan(1).Count(' ');
}

/// <summary>An abstract read once, for all that is asked of it.</summary>
internal sealed class Reading
{
    private Reading(string title, string @abstract, IReadOnlyList<ReadSentence> sentences)
    {
        Title = title;
        Abstract = @abstract;
        Sentences = sentences;
    }

    public string Title { get; }

    public string Abstract { get; }

    public IReadOnlyList<ReadSentence> Sentences { get; }

    public static Reading Of(string title, string @abstract) => Of(title, @abstract, Language.Sentences.Of(@abstract));

    /// <summary>The same with no more sentences than these.</summary>
    public Reading Beginning(int most) =>
        Sentences.Count <= most ? this : new Reading(Title, Abstract, [.. Sentences.Take(most)]);

    /// <summary>An abstract that somebody else has split.</summary>
    public static Reading Of(string title, string @abstract, IReadOnlyList<Sentence> sentences)
    {
        var plain = sentences.Select(sentence => PlainText.Of(sentence.Text)).ToArray();
        var guesses = Facets.Of([.. sentences.Select(sentence => sentence.Text)], plain);
        var words = new TitleWords(title);
        return new Reading(
            title,
            @abstract,
            [
                .. sentences.Select(
                    (sentence, i) =>
                        new ReadSentence(
                            sentence,
                            plain[i],
                            guesses[i],
                            words.OverlapWith(plain[i]),
                            words.HeadIn(plain[i])
                        )
                ),
            ]
        );
    }
}
