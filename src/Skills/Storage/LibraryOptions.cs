using System.ComponentModel.DataAnnotations;

namespace PaperBot.Skills.Storage;

/// <summary>Section <c>Library</c>.</summary>
public sealed class LibraryOptions
{
    /// <summary>The SQLite file; a relative path starts at the working directory.</summary>
    [Required(ErrorMessage = "Library:Path must name the file that holds the papers, for example data/paperbot.db.")]
    public string Path { get; init; } = "data/paperbot.db";

    /// <summary>Whether an empty library is given PaperBot's sample papers, which leave when real ones arrive.</summary>
    public bool Sample { get; init; } = true;
}
