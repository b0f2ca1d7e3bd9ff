namespace PaperBot.Skills.Language.OneSentence;

/// <summary>A sentence in one of its forms, with what speaks for it.</summary>
/// <param name="Sentence">From 0.</param>
/// <param name="Form">From 0, the longest.</param>
/// <param name="Text">The form.</param>
/// <param name="IsSilent">The authors say nothing there that they did, though elsewhere they do.</param>
/// <param name="Features">As <see cref="TldrFeatures"/> orders them.</param>
internal sealed record TldrCandidate(int Sentence, int Form, string Text, bool IsSilent, float[] Features);
