using System.Text;

namespace PaperBot.Skills.Writing;

/// <summary>Pure: what a model is told of an answer that may not be shown.</summary>
internal static class RepairPrompt
{
    // Enough to mend it; a model that got everything wrong does not get it right by a longer list.
    private const int MostReasons = 12;
    private const int LongestReason = 300;

    public static string For(string objection) =>
        $"That cannot be used. {objection} Answer once more, in the form that was asked for and with nothing else.";

    public static string For(IReadOnlyList<HeldPart> parts)
    {
        var prompt = new StringBuilder("Not all of that is said in the given text:\n");
        foreach (
            var (part, reason) in parts
                .SelectMany(part => part.Reasons.Select(reason => (part.Part, reason)))
                .Take(MostReasons)
        )
        {
            var place = part.Label.Length == 0 ? "" : $"{part.Label}: ";
            prompt.Append("- ").Append(place).AppendLine(Cut(reason));
        }
        prompt.Append(
            "Write the whole answer once more, in the same form. Mend these points: stay closer to the words of the given text, and leave out what it does not say."
        );
        return prompt.ToString();
    }

    private static string Cut(string reason) => reason.Length > LongestReason ? reason[..LongestReason] + "…" : reason;
}
