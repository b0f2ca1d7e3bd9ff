using PaperBot.Skills.Answers;

namespace PaperBot.Skills.Summarize;

/// <summary>What is answered when a summary is asked for: the model's where there is one that holds, else the engine's.</summary>
/// <param name="Own">By PaperBot's own engine; its facts go with either.</param>
/// <param name="Style">That was asked for.</param>
/// <param name="Written">By the model; null where the engine answers.</param>
/// <param name="Instead">Why the engine answers although a model is configured, as a sentence without its full stop; else null.</param>
public sealed record SummaryAnswer(Summary Own, SummaryStyle Style, KeptAnswer? Written, string? Instead);
