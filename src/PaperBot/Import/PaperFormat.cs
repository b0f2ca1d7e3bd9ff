namespace PaperBot.Import;

/// <summary>What a file is, told by its content.</summary>
internal enum PaperFormat
{
    Unknown,
    JsonLines,
    Json,
    HuggingFace,
    SemanticScholar,
    Atom,
    Rss,
    BibTex,
    PageText,
}
