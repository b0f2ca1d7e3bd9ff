using System.Globalization;
using PaperBot.Chat;
using PaperBot.Skills;
using PaperBot.Skills.Papers;
using PaperBot.Skills.People;

namespace PaperBot.Commands;

internal sealed class UnfollowCommand(FollowStore follows) : ICommand
{
    private const string Everything = "all";

    public string Name => "unfollow";

    public string Description => "Stops following something, or everything.";

    public IReadOnlyList<CommandOption> Options { get; } =
    [
        new("what", "The number or the name that /following shows, or all.", OptionKind.Text)
        {
            Required = true,
            Suggest = (typed, asker) =>
                [
                    .. Named(follows.Of(asker.ToPerson()), typed, isWhole: false)
                        .Select(follow => new Suggestion(follow.Reason, NumberOf(follow))),
                ],
        },
    ];

    public string Example => "/unfollow all";

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var person = request.Asker.ToPerson();
        var typed = request.Required("what").Trim();
        return Task.FromResult(
            typed.Equals(Everything, StringComparison.OrdinalIgnoreCase)
                ? Said(Count(follows.RemoveAll(person)))
                : One(person, typed)
        );
    }

    private Reply One(Person person, string typed)
    {
        var own = follows.Of(person);
        var meant = own.Where(follow => NumberOf(follow) == typed.TrimStart('#').TrimEnd('.')).ToList();
        meant = meant.Count > 0 ? meant : [.. Named(own, typed, isWhole: true)];
        if (meant.Count == 0)
        {
            throw new SkillException(
                $"You follow nothing that is called '{Short(PaperText.Clean(typed))}'. Type /following for all that you follow."
            );
        }
        foreach (var follow in meant)
        {
            follows.Remove(person, follow.Id);
        }
        return Said($"You no longer follow {meant[0].Reason}.");
    }

    // The same thing may be followed on several servers: named, it is stopped on all.
    private static IEnumerable<Follow> Named(IEnumerable<Follow> own, string typed, bool isWhole)
    {
        var key = TitleKey.Of(typed);
        return own.Where(follow =>
            isWhole
                ? key.Length > 0 && (TitleKey.Of(follow.Label) == key || TitleKey.Of(follow.Reason) == key)
                : TitleKey.Of(follow.Reason).Contains(key, StringComparison.Ordinal)
        );
    }

    private static Reply Said(string text) =>
        new()
        {
            Private = true,
            Text = text,
            Buttons = [new ReplyButton("What I follow", "/following")],
        };

    private static string Count(int stopped) =>
        stopped switch
        {
            0 => "You followed nothing.",
            1 => "You no longer follow anything; it was one.",
            _ => string.Create(CultureInfo.InvariantCulture, $"You no longer follow anything; it was {stopped}."),
        };

    private static string NumberOf(Follow follow) => follow.Id.ToString(CultureInfo.InvariantCulture);

    private static string Short(string text) => text.Length <= 60 ? text : $"{text[..60]}…";
}
