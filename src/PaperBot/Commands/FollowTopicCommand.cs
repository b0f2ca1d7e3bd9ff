using PaperBot.Chat;
using PaperBot.Skills.People;
using PaperBot.Skills.Search;

namespace PaperBot.Commands;

internal sealed class FollowTopicCommand(FollowStore follows, NameCompletion names) : ICommand
{
    private const int MostSuggestions = 25;

    public string Name => "follow topic";

    public string GroupDescription => "Hear of new papers on a topic, by an author, or of new versions of a paper.";

    public string Description => "Hear of papers that have all these words in title, abstract or keywords.";

    public IReadOnlyList<CommandOption> Options { get; } =
    [
        new("topic", "Words such as graph networks, or a category such as cs.CL.", OptionKind.Text)
        {
            Required = true,
            Suggest = (typed, _) =>
                [.. names.Topics(typed, MostSuggestions).Select(topic => new Suggestion(topic, topic))],
        },
        FollowTell.Option,
    ];

    public string Example => "/follow topic graph networks";

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var wish = FollowWish.Topic(request.Required("topic"));
        return Task.FromResult(Follow(follows, wish, request));
    }

    /// <summary>The same for everything that can be followed.</summary>
    internal static Reply Follow(FollowStore follows, FollowWish wish, CommandRequest request)
    {
        var asker = request.Asker;
        var tell = FollowTell.Of(asker, request.Text("tell"));
        var change = follows.Add(asker.ToPerson(), asker.Server, asker.Name, wish, tell.Mention, tell.Note);
        return FollowReply.For(change, wish, tell, asker);
    }
}
