using PaperBot.Chat;
using PaperBot.Skills.Papers;
using PaperBot.Skills.People;
using PaperBot.Skills.Search;

namespace PaperBot.Commands;

internal sealed class UnsaveCommand(SavedPapers saved, IPaperFinder finder) : ICommand
{
    public string Name => "unsave";

    public string Description => "Takes a paper off your reading list.";

    public IReadOnlyList<CommandOption> Options { get; } =
    [
        new("paper", "A title, part of a title, an arXiv id or a link to the paper.", OptionKind.Text)
        {
            Required = true,
            Suggest = (typed, asker) =>
                [
                    .. saved
                        .Of(asker.ToPerson())
                        .Where(one => TitleKey.Of(TitleOf(one)).Contains(TitleKey.Of(typed), StringComparison.Ordinal))
                        .Select(one => new Suggestion(TitleOf(one), one.Id.Value)),
                ],
        },
    ];

    public string Example => "/unsave Wide Residual Networks";

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var person = request.Asker.ToPerson();
        var typed = request.Required("paper").Trim();
        // One that has left the library can be named by its id alone.
        var known = saved.Of(person).FirstOrDefault(one => one.Id.Value == typed);
        var (id, title) = known is not null ? (known.Id, TitleOf(known)) : Found(finder.Find(typed, ct));
        var wasThere = saved.Remove(person, id);
        return Task.FromResult(
            new Reply
            {
                Private = true,
                Text = wasThere ? $"“{title}” is off your list." : $"“{title}” was not on your list.",
                Buttons =
                [
                    new ReplyButton("My papers", "/saved"),
                    .. known is { Paper: null } || !wasThere
                        ? Array.Empty<ReplyButton>()
                        : [new ReplyButton("Save it again", $"/save paper:{id}")],
                ],
            }
        );
    }

    private static (PaperId, string) Found(Paper paper) => (paper.Id, paper.Title);

    private static string TitleOf(SavedPaper one) => one.Paper?.Title ?? one.Id.Value;
}
