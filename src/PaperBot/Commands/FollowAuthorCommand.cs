using PaperBot.Chat;
using PaperBot.Skills;
using PaperBot.Skills.People;
using PaperBot.Skills.Search;

namespace PaperBot.Commands;

internal sealed class FollowAuthorCommand(FollowStore follows, NameCompletion names) : ICommand
{
    private const int MostSuggestions = 25;

    public string Name => "follow author";

    public string Description => "Hear of papers by somebody; initials and middle names may be missing.";

    public IReadOnlyList<CommandOption> Options { get; } =
    [
        new("author", "A name such as Ada Example or A. Example.", OptionKind.Text)
        {
            Required = true,
            Suggest = (typed, _) =>
                [.. names.Authors(typed, MostSuggestions).Select(author => new Suggestion(author, author))],
        },
        FollowTell.Option,
    ];

    public string Example => "/follow author Ada Lovelace";

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var wish = FollowWish.Author(request.Required("author"));
        return wish.IsOneWord && !names.HasAuthor(wish.Label)
            ? throw new SkillException(
                $"One word is too little for a person: many share it. Add a first name or an initial, such as A. {wish.Label}"
            )
            : Task.FromResult(FollowTopicCommand.Follow(follows, wish, request));
    }
}
