using System.Collections.Frozen;

namespace PaperBot.Skills.Language;

/// <summary>A sentence with its numbers, metrics and data sets found, each by its tokens.</summary>
internal sealed class NumberSentence
{
    private static readonly FrozenSet<string> Qualifying = Set(
        "up about nearly almost around only approximately roughly least most more less than over just some under within below "
            + "above another as much high low merely roughly close averaging further additional even respectively mere exceeding "
            + "approaching"
    );

    private readonly string _text;
    private readonly List<Token> _tokens;

    public NumberSentence(string text, IReadOnlyList<DataSetMention> dataSets)
    {
        _text = text;
        _tokens = Tokens.Of(text);
        Quantities = Language.Quantities.In(text, _tokens);
        Metrics = Quantities.Count == 0 ? [] : MetricNames.In(text, _tokens);
        Metrics.RemoveAll(metric =>
            Quantities.Exists(number => number.First <= metric.First && metric.First <= number.Last)
        );
        DataSets = Quantities.Count == 0 ? [] : [.. dataSets.Select(Place).OfType<PlacedDataSet>()];
    }

    public string Text => _text;

    public int Count => _tokens.Count;

    public List<Quantity> Quantities { get; }

    public List<MetricMention> Metrics { get; }

    public List<PlacedDataSet> DataSets { get; }

    public Token At(int token) => _tokens[token];

    /// <summary>The word or mark; empty beyond either end.</summary>
    public ReadOnlySpan<char> Word(int token) =>
        token >= 0 && token < _tokens.Count ? _text.AsSpan(_tokens[token].Start.._tokens[token].End) : default;

    public bool Is(int token, FrozenSet<string> words)
    {
        var word = Word(token);
        if (word.IsEmpty || word.Length > 24)
        {
            return false;
        }
        Span<char> small = stackalloc char[word.Length];
        word.ToLowerInvariant(small);
        return words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(small);
    }

    public bool IsMark(int token, string marks) =>
        token >= 0
        && token < _tokens.Count
        && _tokens[token].Kind == TokenKind.Mark
        && marks.Contains(_text[_tokens[token].Start], StringComparison.Ordinal);

    public bool IsCapital(int token) => Word(token) is { Length: > 1 } word && char.IsUpper(word[0]);

    public bool IsFigure(int token) => token >= 0 && token < _tokens.Count && _tokens[token].Kind == TokenKind.Figure;

    public MetricMention? MetricFrom(int token) => Metrics.FirstOrNull(metric => metric.First == token);

    public MetricMention? MetricTo(int token) => Metrics.FirstOrNull(metric => metric.Last == token);

    public PlacedDataSet? DataSetFrom(int token) => DataSets.Find(dataSet => dataSet.First == token);

    public PlacedDataSet? DataSetTo(int token) => DataSets.Find(dataSet => dataSet.Last == token);

    /// <summary>The token before the number and what qualifies it: "by" of "by up to about 5x".</summary>
    public int BeforeQualified(Quantity number)
    {
        var token = number.First - 1;
        while (
            token >= 0
            && (
                Is(token, Qualifying)
                || (Word(token) is "to" && Word(token - 1) is "up" or "close")
                || IsMark(token, "~≈∼<>≥≤+±$")
            )
        )
        {
            token--;
        }
        // "by an average of", "by a factor of"
        return Word(token) is "of" && Word(token - 1) is "average" or "factor" or "margin" && Word(token - 3) is "by"
            ? token - 3
            : token;
    }

    private PlacedDataSet? Place(DataSetMention mention)
    {
        var first = _tokens.FindIndex(token => token.Start == mention.Start);
        var last = _tokens.FindIndex(token => token.End >= mention.Start + mention.Name.Length);
        return first < 0 || last < first ? null : new PlacedDataSet(mention.Name, first, last);
    }

    public static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}

/// <param name="Name">As the abstract writes it.</param>
/// <param name="First">Its first token.</param>
/// <param name="Last">Its last token.</param>
internal sealed record PlacedDataSet(string Name, int First, int Last);

internal static class MetricMentions
{
    public static MetricMention? FirstOrNull(this List<MetricMention> metrics, Predicate<MetricMention> match)
    {
        var index = metrics.FindIndex(match);
        return index < 0 ? null : metrics[index];
    }
}
