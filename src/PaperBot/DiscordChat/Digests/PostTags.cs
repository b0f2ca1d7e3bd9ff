using PaperBot.DiscordChat.Messages;
using PaperBot.Skills.Papers;

namespace PaperBot.DiscordChat.Digests;

/// <summary>Pure: which of a forum's own tags a paper gets.</summary>
internal static class PostTags
{
    // What arXiv's categories are called by people (https://arxiv.org/category_taxonomy).
    private static readonly Dictionary<string, string[]> Categories = new(StringComparer.OrdinalIgnoreCase)
    {
        ["cs.AI"] = ["ai", "artificial intelligence"],
        ["cs.CL"] = ["nlp", "language", "llm", "llms", "text", "language models", "natural language processing"],
        ["cs.CV"] = ["vision", "cv", "computer vision", "image", "images", "video"],
        ["cs.CR"] = ["security", "cryptography"],
        ["cs.DC"] = ["systems", "distributed", "distributed computing"],
        ["cs.GR"] = ["graphics"],
        ["cs.HC"] = ["hci", "human computer interaction"],
        ["cs.IR"] = ["retrieval", "search", "ir", "information retrieval", "recommender systems"],
        ["cs.LG"] = ["ml", "machine learning", "learning", "deep learning"],
        ["cs.MA"] = ["agents", "multi agent", "multi agent systems"],
        ["cs.NE"] = ["neural networks", "evolutionary"],
        ["cs.RO"] = ["robotics", "robots"],
        ["cs.SD"] = ["audio", "sound", "speech", "music"],
        ["cs.SE"] = ["code", "software", "software engineering"],
        ["eess.AS"] = ["audio", "speech"],
        ["eess.IV"] = ["image", "images", "medical imaging"],
        ["stat.ML"] = ["ml", "machine learning", "statistics"],
    };

    private static readonly string[] Anything = ["other", "misc", "paper", "general", "news", "discussion"];

    /// <param name="offered">The forum's, in its order.</param>
    /// <param name="wanted">Keywords or categories of the paper, best first.</param>
    /// <param name="title">Of the paper.</param>
    /// <param name="needsOne">Discord takes no post without a tag there.</param>
    /// <returns>Ids, 5 at most, best first; none where none fits, or where only moderators can give any.</returns>
    public static IReadOnlyList<ulong> Of(
        IReadOnlyList<ForumTag> offered,
        IReadOnlyList<string> wanted,
        string title,
        bool needsOne
    )
    {
        var free = offered.Where(tag => !tag.IsModerated).ToList();
        var words = wanted
            .SelectMany(word => Categories.GetValueOrDefault(word.Trim(), []).Prepend(word))
            .Append(title)
            .Select(Words)
            .ToList();
        var chosen = words
            .SelectMany(of => free.Where(tag => Fits(Words(tag.Name), of)))
            .Select(tag => tag.Id)
            .Distinct()
            .Take(DiscordLimits.TagsOfPost)
            .ToList();
        return chosen.Count > 0 || !needsOne || free.Count == 0
            ? chosen
            : [(free.FirstOrDefault(IsForAnything) ?? free[0]).Id];
    }

    private static bool IsForAnything(ForumTag tag) =>
        Anything.Any(word => tag.Name.Contains(word, StringComparison.OrdinalIgnoreCase));

    // All words of the tag are among those of the keyword.
    private static bool Fits(IReadOnlyCollection<string> tag, IReadOnlyCollection<string> keyword) =>
        tag.Count > 0 && tag.All(keyword.Contains);

    // Lower-case, in the singular: "Language Models" and "language model" are the same.
    private static HashSet<string> Words(string text) =>
        [
            .. PaperText
                .Clean(text)
                .ToLowerInvariant()
                .Split([' ', '-', '_', '/', ',', '.', ':', '&', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
                .Select(word =>
                    word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal)
                        ? word[..^1]
                        : word
                ),
        ];
}
