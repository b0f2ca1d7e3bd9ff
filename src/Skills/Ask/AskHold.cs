using PaperBot.Skills.Writing;

namespace PaperBot.Skills.Ask;

/// <summary>Pure: a sentence of an answer held to the papers that it names.</summary>
internal static class AskHold
{
    /// <param name="seen">The papers that the model was shown, by id.</param>
    public static HeldPart Of(DraftPart sentence, IReadOnlyDictionary<string, GivenPaper> seen)
    {
        if (sentence.Cites.FirstOrDefault(id => !seen.ContainsKey(id)) is { } foreign)
        {
            return Refused(sentence, $"[{foreign}] is none of the papers that you were shown.");
        }
        if (sentence.Cites.Count > 0)
        {
            return HeldText.Of(sentence, [.. sentence.Cites.Select(id => seen[id])]);
        }
        // Named none: it is the paper's that says all of it, where one does.
        return seen.Values.Select(paper => HeldText.Of(sentence, [paper]))
                .FirstOrDefault(held => held.Holds && held.Part.Support.Count > 0)
            ?? Refused(
                sentence,
                "It names no paper. End it with the id of the paper that says so, in square brackets."
            );
    }

    private static HeldPart Refused(DraftPart sentence, string reason) =>
        new(new Answers.WrittenPart("", CleanText.Of(sentence.Text), []), [reason]);
}
