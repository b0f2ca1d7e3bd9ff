using PaperBot.Skills.Answers;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Ask;

/// <summary>What is answered to a question: the model's sentences where there are any that hold, else the engine's.</summary>
/// <param name="Written">By the model; null where the engine answers.</param>
/// <param name="Papers">Those that the written answer rests on, in the order in which it names them.</param>
/// <param name="Instead">Why the engine answers although a model is configured, as a sentence without its full stop; else null.</param>
public sealed record AskAnswer(Answer Own, KeptAnswer? Written, IReadOnlyList<Paper> Papers, string? Instead);
