namespace PaperBot.Skills.Grounding;

internal enum TokenKind
{
    Word,
    Number,

    /// <summary>A word that belongs to the number before it ("percent").</summary>
    Unit,

    Link,
}

/// <summary>A word, number or address of a sentence.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Word">Its letters and digits, folded and in lower case.</param>
/// <param name="Start">Where it begins in the sentence.</param>
/// <param name="Length">How many characters it has there.</param>
internal sealed record Token(TokenKind Kind, string Word, int Start, int Length)
{
    /// <summary>For a word: its stem, and the stem of its group where it has synonyms (<see cref="Synonyms"/>).</summary>
    public string Stem { get; init; } = Word;

    /// <summary>A hyphen, a stroke or nothing stands between it and the token before.</summary>
    public bool Joined { get; init; }

    /// <summary>A comma, bracket, colon or the like stands between it and the token before.</summary>
    public bool Breaks { get; init; }

    /// <summary>Begins with a capital.</summary>
    public bool Capital { get; init; }

    /// <summary>Has a capital further on, or digits among letters: ResNet, GNNs, F1.</summary>
    public bool LooksLikeName { get; init; }

    /// <summary>For a number: its value, scale included, in <see cref="Unit"/>.</summary>
    public double Value { get; init; }

    public Unit Unit { get; init; } = Unit.None;

    /// <summary>What part of the value its "K" or "million" made: 1,000, 1,000,000 …; 1 without.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>The unit stands at the number behind it: the 1.6 of "1.6-2.1x".</summary>
    public bool BorrowedUnit { get; init; }

    public int End => Start + Length;
}

/// <param name="Dimension">Units of one dimension can be held against each other.</param>
/// <param name="Factor">How many of the dimension's own unit it is.</param>
internal readonly record struct Unit(string Dimension, double Factor)
{
    public static Unit None { get; } = new("", 1);

    public static Unit Percent { get; } = new("%", 1);

    public static Unit Times { get; } = new("times", 1);

    public static Unit Points { get; } = new("points", 1);

    public bool IsNone => Dimension.Length == 0;
}
