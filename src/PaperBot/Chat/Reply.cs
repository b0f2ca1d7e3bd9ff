using PaperBot.Skills.Versions;

namespace PaperBot.Chat;

/// <summary>
/// What is answered, on any platform. Every text in it is plain: it may come from papers, feeds or people, so a platform
/// escapes it for its own markup, switches mentions off and cuts it to its own limits. What should stand out is said by
/// the structure, never by markup inside a text.
/// </summary>
public sealed record Reply
{
    /// <summary>False where the question could not be answered; <see cref="Text"/> then says what to do next.</summary>
    public bool Ok { get; init; } = true;

    /// <summary>For the asker alone; otherwise everybody in the channel sees it.</summary>
    public bool Private { get; init; }

    public string? Title { get; init; }

    /// <summary>Where the title leads.</summary>
    public Uri? Link { get; init; }

    public string Text { get; init; } = "";

    /// <summary>A list in reading order, such as the papers of the day.</summary>
    public IReadOnlyList<ReplyItem> Items { get; init; } = [];

    public IReadOnlyList<ReplyField> Fields { get; init; } = [];

    public ReplyTable? Table { get; init; }

    /// <summary>How the answer was made and what to know about it; small print.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Files that come with it. A platform may leave out what is too much for it, and says so.</summary>
    public IReadOnlyList<ReplyFile> Files { get; init; } = [];

    /// <summary>The name of the one of <see cref="Files"/> that is shown as a picture; null where none is.</summary>
    public string? Picture { get; init; }

    public IReadOnlyList<ReplyButton> Buttons { get; init; } = [];

    /// <summary>What the asker may have meant, or want next; picking one runs its command.</summary>
    public IReadOnlyList<ReplyChoice> Choices { get; init; } = [];

    /// <summary>What picking one of <see cref="Choices"/> does.</summary>
    public string ChoicePrompt { get; init; } = "Pick one";

    /// <summary>
    /// The line that asks the same again, with ids in place of titles: for turning pages and sharing. Null where the line
    /// that was asked is the shortest.
    /// </summary>
    public string? Again { get; init; }

    /// <summary>A refusal or failure: one or two sentences, to the asker alone.</summary>
    public static Reply Problem(string text, IReadOnlyList<ReplyChoice>? choices = null) =>
        new()
        {
            Ok = false,
            Private = true,
            Text = text,
            Choices = choices ?? [],
            ChoicePrompt = "Did you mean one of these?",
        };
}

/// <param name="Lead">Stands before the title, such as a rank; may be empty.</param>
/// <param name="Text">What it says in a sentence or two; may be empty.</param>
/// <param name="Note">Small print below it, such as why it is here; may be empty.</param>
/// <param name="Paper">The id of the paper it is about, for buttons and menus; null where it is about none.</param>
public sealed record ReplyItem(string Lead, string Title, Uri? Link, string Text, string Note, string? Paper)
{
    /// <summary>Where else it leads, such as to its code; shown after the note.</summary>
    public IReadOnlyList<ReplyLink> Links { get; init; } = [];
}

/// <param name="Label">Such as "code".</param>
public sealed record ReplyLink(string Label, Uri Address);

/// <param name="Sources">Which sentences of the abstract support the text, from 1; empty where that says nothing.</param>
public sealed record ReplyField(string Name, string Text, IReadOnlyList<int> Sources)
{
    /// <summary>Addresses that the text holds, where a platform can make them lead somewhere.</summary>
    public IReadOnlyList<Uri> Links { get; init; } = [];

    /// <summary>Where the text as a whole leads; null where it leads nowhere.</summary>
    public Uri? Link { get; init; }

    /// <summary>
    /// What changed in a text, for platforms that can show it better than <see cref="Text"/>, which then says the same with
    /// brackets: see <see cref="Changes"/>. Empty where the text is no such thing.
    /// </summary>
    public IReadOnlyList<DiffRun> Runs { get; init; } = [];

    /// <summary>A text with what was taken out as <c>[-removed-]</c> and what came in as <c>{+added+}</c>, as GNU wdiff writes it.</summary>
    public static ReplyField Changes(string name, IReadOnlyList<DiffRun> runs) =>
        new(
            name,
            string.Concat(
                runs.Select(run =>
                    run.Kind == DiffKind.Kept ? run.Text
                    : run.Kind == DiffKind.Removed ? Bracketed(run.Text, "[-", "-]")
                    : Bracketed(run.Text, "{+", "+}")
                )
            ),
            []
        )
        {
            Runs = runs,
        };

    private static string Bracketed(string text, string open, string close) =>
        $"{(text.StartsWith(' ') ? " " : "")}{open}{text.Trim()}{close}{(text.EndsWith(' ') ? " " : "")}";
}

/// <param name="Name">Without folders, such as <c>trends.png</c>: ASCII letters, digits, dots, hyphens and underscores.</param>
/// <param name="MediaType">Such as <c>image/png</c>; what begins with <c>text/</c> is UTF-8.</param>
/// <param name="AltText">Says what a picture shows to who cannot see it; of another file what is in it.</param>
public sealed record ReplyFile(string Name, string MediaType, ReadOnlyMemory<byte> Bytes, string AltText);

/// <summary>Things side by side: a heading per column, then rows with a name and a cell per column.</summary>
public sealed record ReplyTable(IReadOnlyList<ReplyColumn> Columns, IReadOnlyList<ReplyRow> Rows);

public sealed record ReplyColumn(string Title, Uri? Link);

public sealed record ReplyRow(string Name, IReadOnlyList<ReplyCell> Cells);

/// <param name="Sources">Which sentences of the abstract support the text, from 1; empty where nothing is stated.</param>
public sealed record ReplyCell(string Text, IReadOnlyList<int> Sources);

/// <summary>
/// Pressing it runs a command line such as <c>/related paper:1905.11946</c>, also after a restart. A line that ends with
/// an option's name and a colon (<c>/compare a:1905.11946 b:</c>) lacks that value: the platform asks for it first. A line
/// with <see cref="Any"/> as a value (<c>/save paper:*</c>) is about one of the answer's own <see cref="Reply.Choices"/>: the
/// platform asks which.
/// </summary>
public sealed record ReplyButton(string Label, string Command)
{
    /// <summary>Stands for the id of a paper of the answer.</summary>
    public const string Any = "*";

    /// <summary>What it answers takes the place of the message that it is on, for everybody who sees that.</summary>
    public bool Replaces { get; init; }

    /// <summary>The option whose value is to be asked for; null where none is missing.</summary>
    public string? Asks =>
        Picks ? null
        : Command.EndsWith(':') ? Command[(Command.LastIndexOf(' ') + 1)..^1]
        : null;

    /// <summary>Which paper of the answer is meant is to be asked for.</summary>
    public bool Picks => Command.Contains($":{Any}", StringComparison.Ordinal);

    /// <summary>The line for one of the answer's papers.</summary>
    public string For(string paper) => Command.Replace($":{Any}", $":{paper}", StringComparison.Ordinal);
}

/// <inheritdoc cref="ReplyButton"/>
public sealed record ReplyChoice(string Label, string Command);
