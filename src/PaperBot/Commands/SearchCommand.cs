using PaperBot.Chat;
using PaperBot.Skills.Search;

namespace PaperBot.Commands;

internal sealed class SearchCommand(SearchSkill skill) : ICommand
{
    private const int MostHits = 25; // as many as a menu offers; platforms with short messages turn pages

    public string Name => "search";

    public string Description => "Papers whose title, abstract or authors hold these words.";

    public IReadOnlyList<CommandOption> Options { get; } =
    [
        new("words", "What to look for; \"a phrase\" in quotes is looked for as it stands.", OptionKind.Text)
        {
            Required = true,
        },
    ];

    public string Example => "/search graph neural networks";

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var words = request.Required("words");
        return Task.FromResult(HitsReply.For(words, skill.Search(words, MostHits, ct)));
    }
}
