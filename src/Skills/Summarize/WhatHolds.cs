using PaperBot.Skills.Answers;
using PaperBot.Skills.Grounding;
using PaperBot.Skills.Language;
using PaperBot.Skills.Model;
using PaperBot.Skills.Writing;

namespace PaperBot.Skills.Summarize;

/// <summary>Pure: what is shown of a summary of which not every piece holds.</summary>
internal static class WhatHolds
{
    /// <summary>
    /// In a summary by labels, a piece that does not hold gives way to what PaperBot's own engine says under its label; of
    /// running sentences one that does not hold is left out, unless it is the first. At least half must be the model's.
    /// </summary>
    /// <exception cref="ModelException">Too little holds.</exception>
    public static IReadOnlyList<WrittenPart> Of(IReadOnlyList<HeldPart> parts, Summary own)
    {
        var hasLabels = parts.Any(part => part.Part.Label.Length > 0);
        var shown = parts
            .Select(part =>
                part.Holds ? part.Part
                : hasLabels ? Instead(part.Part, own)
                : null
            )
            .OfType<WrittenPart>()
            .ToList();
        var written = shown.Count(part => !part.IsOwn);
        return (hasLabels || parts[0].Holds) && written * 2 >= parts.Count ? shown : throw ModelException.Unsupported();
    }

    private static WrittenPart? Instead(WrittenPart part, Summary own)
    {
        var said = part.Label == SummaryDraft.Tldr ? own.Tldr : Point(own, part.Label);
        return said is null
            ? null
            : part with
            {
                Text = said.Text,
                Support = [new Support(own.Paper.Id.Value, said.Sentence)],
                IsOwn = true,
            };
    }

    private static Excerpt? Point(Summary own, string label) =>
        own.Points.FirstOrDefault(point => point.Label == label) is { } point
            ? new Excerpt(point.Text, point.Sentence)
            : null;
}
