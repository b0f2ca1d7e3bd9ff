namespace PaperBot.Skills.Language.OneSentence;

/// <summary>What words are worth, as weights of <see cref="SalienceFeatures"/> and <see cref="PhraseFeatures"/> tell it.</summary>
internal sealed record TldrWeights(HashedWeights Words, HashedWeights Pairs, HashedWeights Phrases);
