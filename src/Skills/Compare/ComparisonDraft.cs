using System.Text.Json;
using PaperBot.Skills.Writing;

namespace PaperBot.Skills.Compare;

/// <summary>Pure: what a model answered to the cells of a comparison.</summary>
internal static class ComparisonDraft
{
    /// <returns>The cells that say something, paper by paper.</returns>
    /// <exception cref="UnreadableDraftException">It is no such table.</exception>
    public static IReadOnlyList<DraftPart> Read(string answer, int papers)
    {
        var json =
            JsonAnswer.Object(answer)
            ?? throw new UnreadableDraftException("A complete JSON object was asked for, and nothing else.");
        var cells = new List<DraftPart>();
        for (var i = 0; i < papers; i++)
        {
            var name = ComparisonPrompt.Name(i);
            if (Property(json, name) is not { ValueKind: JsonValueKind.Object } paper)
            {
                throw new UnreadableDraftException($"The JSON object has no object for the paper \"{name}\".");
            }
            foreach (var row in ComparisonPrompt.Rows)
            {
                var text = Property(paper, row) is { } value ? JsonAnswer.Text(value) : null;
                if (text is null)
                {
                    throw new UnreadableDraftException(
                        $"The paper \"{name}\" has no text for \"{row.ToLowerInvariant()}\"; \"\" says that there is nothing."
                    );
                }
                if (!Nothing.IsSaidBy(text))
                {
                    cells.Add(new DraftPart(row, text) { Column = i });
                }
            }
        }
        return cells.Count > 0 ? cells : throw new UnreadableDraftException("Every cell is empty.");
    }

    private static JsonElement? Property(JsonElement json, string name)
    {
        foreach (var property in json.EnumerateObject())
        {
            if (property.Name.Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return property.Value;
            }
        }
        return null;
    }
}
