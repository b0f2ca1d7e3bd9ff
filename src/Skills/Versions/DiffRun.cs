using System.Text.Json.Serialization;

namespace PaperBot.Skills.Versions;

[JsonConverter(typeof(JsonStringEnumConverter<DiffKind>))]
public enum DiffKind
{
    /// <summary>It stands in both texts.</summary>
    [JsonStringEnumMemberName("kept")]
    Kept,

    /// <summary>It stands in the text before only.</summary>
    [JsonStringEnumMemberName("removed")]
    Removed,

    /// <summary>It stands in the text after only.</summary>
    [JsonStringEnumMemberName("added")]
    Added,
}

/// <summary>A stretch of two texts that are held against each other.</summary>
/// <param name="Text">
/// With the blank before it, if it has one: what is kept and what was added make the text after, letter for letter. What was
/// removed at the beginning has the blank behind it.
/// </param>
public sealed record DiffRun(DiffKind Kind, string Text);
