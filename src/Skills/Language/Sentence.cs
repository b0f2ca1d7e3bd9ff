namespace PaperBot.Skills.Language;

/// <summary>One sentence of an abstract, word for word.</summary>
/// <param name="Number">Its place in the abstract, from 1: what a claim names as its support.</param>
/// <param name="Start">Where it begins in the abstract, in characters from 0.</param>
/// <param name="Text">The abstract from <paramref name="Start"/> on, without blanks at either end.</param>
public readonly record struct Sentence(int Number, int Start, string Text)
{
    /// <summary>Where it ends in the abstract; the character there is no longer part of it.</summary>
    public int End => Start + Text.Length;
}
