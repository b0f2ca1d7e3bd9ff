using PaperBot.Chat;
using PaperBot.Pictures;
using PaperBot.Skills.Search;
using PaperBot.Skills.Trends;

namespace PaperBot.Commands;

internal sealed class TrendsCommand(TrendsSkill skill, NameCompletion topics) : ICommand
{
    private const int MostSuggestions = 25;

    public string Name => "trends";

    public string Description => "How many papers of a topic came in each week and what votes they have, as a picture.";

    public IReadOnlyList<CommandOption> Options { get; } =
    [
        new("topic", "One topic, or up to three with commas between them.", OptionKind.Text)
        {
            Required = true,
            Suggest = (typed, _) => Suggested(topics, typed),
        },
        new("weeks", "How many weeks back.", OptionKind.Number)
        {
            Least = TrendsSkill.LeastWeeks,
            Most = TrendsSkill.MostWeeks,
        },
        new("look", "Whether the picture is dark or light.", OptionKind.Choice) { Choices = ["dark", "light"] },
    ];

    public string Example => "/trends topic:\"diffusion, graph neural network\" weeks:12";

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var topic = request.Required("topic");
        var weeks = request.Number("weeks") ?? TrendsSkill.UsualWeeks;
        var look = string.Equals(request.Text("look"), "light", StringComparison.OrdinalIgnoreCase)
            ? PictureLook.Light
            : PictureLook.Dark;
        var report = skill.Trends(topic, weeks);
        var picture = report.IsEmpty ? null : TrendsPicture.Draw(report, look);
        return Task.FromResult(TrendsReply.For(report, weeks, look, picture));
    }

    // What stands before the last comma is chosen already.
    private static IReadOnlyList<Suggestion> Suggested(NameCompletion topics, string typed)
    {
        var comma = typed.LastIndexOf(',');
        var before = comma < 0 ? "" : $"{typed[..comma].Trim()}, ";
        return
        [
            .. topics
                .Topics(typed[(comma + 1)..], MostSuggestions)
                .Where(topic => !before.Contains($"{topic},", StringComparison.OrdinalIgnoreCase))
                .Select(topic => new Suggestion(before + topic, before + topic)),
        ];
    }
}
