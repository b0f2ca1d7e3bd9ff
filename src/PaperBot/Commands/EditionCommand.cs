using System.Globalization;
using PaperBot.Chat;
using PaperBot.Skills;
using PaperBot.Skills.Editions;

namespace PaperBot.Commands;

internal sealed class EditionCommand(EditionStore editions) : ICommand
{
    private const string Iso = "yyyy-MM-dd";
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
        var newest =
            editions.Latest()
            ?? throw new SkillException("There has been no daily post yet. /trending shows what people look at now.");
        var edition = request.Text("day") is { } day ? Of(day.Trim(), newest) : newest;
        return Task.FromResult(EditionReply.From(edition));
    }

    private Edition Of(string typed, Edition newest)
    {
        if (!DateOnly.TryParseExact(typed, Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            throw new SkillException("day takes a date such as 2026-01-05. Type /edition for the newest.");
        }
        return editions.Get(day)
            ?? throw new SkillException(
                $"There was no daily post on {day.ToString(Iso, CultureInfo.InvariantCulture)}. The newest is of {newest.Day.ToString(Iso, CultureInfo.InvariantCulture)}: type /edition."
            );
    }
}
