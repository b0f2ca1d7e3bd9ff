using System.Globalization;
using PaperBot.Chat;
using PaperBot.Digests;
using PaperBot.Skills;
using PaperBot.Skills.Digests;
using PaperBot.Skills.Editions;

namespace PaperBot.Commands;

/// <summary>In a channel that has a digest, that digest; elsewhere what is posted everywhere.</summary>
internal sealed class EditionCommand(EditionStore editions, DigestStore digests, DigestOutbox outbox) : ICommand
{
    private const string Iso = "yyyy-MM-dd";
    private const int MostPosts = 400; // a year's
    private const int MostSuggestions = 25;

    public string Name => "edition";

    public string Description => "The daily post of a day, once more.";

    public IReadOnlyList<CommandOption> Options { get; } =
    [
        new("day", "A day such as 2026-01-05; the newest if left out.", OptionKind.Text)
        {
            Suggest = (typed, _) =>
                [
                    .. editions
                        .Days(MostSuggestions, typed.Trim())
                        .Select(day => new Suggestion(
                            $"{day.ToString(Iso, CultureInfo.InvariantCulture)} ({day.DayOfWeek})",
                            day.ToString(Iso, CultureInfo.InvariantCulture)
                        )),
                ],
        },
    ];

    public string Example => "/edition";

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        if (DigestOf(request) is { } digest)
        {
            return Task.FromResult(digest);
        }
        var newest =
            editions.Latest()
            ?? throw new SkillException("There has been no daily post yet. /trending shows what people look at now.");
        var edition = request.Text("day") is { } day ? Of(day.Trim(), newest) : newest;
        return Task.FromResult(EditionReply.From(edition));
    }

    // Null where the channel has none, or had none on that day.
    private Reply? DigestOf(CommandRequest request)
    {
        if (digests.Get(request.Asker.Platform, request.Asker.Channel) is not { } digest)
        {
            return null;
        }
        var day = request.Text("day") is { } typed ? DayOf(typed.Trim()) : (DateOnly?)null;
        var post = outbox
            .Last(digest.Id, day is null ? 1 : MostPosts)
            .FirstOrDefault(one => day is null || one.Day == day);
        return post is null
            ? null
            : DigestReply.Pictured(DigestReply.From(post.Content, digest.Settings), post.Content);
    }

    private static DateOnly DayOf(string typed) =>
        DateOnly.TryParseExact(typed, Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new SkillException("day takes a date such as 2026-01-05. Type /edition for the newest.");

    private Edition Of(string typed, Edition newest)
    {
        var day = DayOf(typed);
        return editions.Get(day)
            ?? throw new SkillException(
                $"There was no daily post on {day.ToString(Iso, CultureInfo.InvariantCulture)}. The newest is of {newest.Day.ToString(Iso, CultureInfo.InvariantCulture)}: type /edition."
            );
    }
}
