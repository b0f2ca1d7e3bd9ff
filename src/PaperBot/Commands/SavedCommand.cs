using PaperBot.Chat;
using PaperBot.Skills.People;

namespace PaperBot.Commands;

internal sealed class SavedCommand(SavedPapers saved) : ICommand
{
    public string Name => "saved";

    public string Description => "Your reading list, here or as a file for BibTeX, a spreadsheet or notes.";

    public IReadOnlyList<CommandOption> Options { get; } =
    [new("format", "list: here; or a file.", OptionKind.Choice) { Choices = ["list", "bibtex", "csv", "markdown"] }];

    public string Example => "/saved format:bibtex";

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var papers = saved.Of(request.Asker.ToPerson());
        return Task.FromResult(
            request.Text("format")?.ToLowerInvariant() is { } format and not "list" && papers.Count > 0
                ? SavedReply.File(papers, format)
                : SavedReply.List(papers)
        );
    }
}
