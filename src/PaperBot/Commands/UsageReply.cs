using System.Globalization;
using PaperBot.Chat;
using PaperBot.Skills.Model;

namespace PaperBot.Commands;

/// <summary>Pure: the month's use of the model as an answer.</summary>
internal static class UsageReply
{
    private const int NearCap = 80;

    public static Reply For(UsageReport report, ModelOptions options) =>
        new()
        {
            Private = true,
            Title = "Use of the language model this month",
            Text = report.Model is { } model
                ? $"{model} writes; what was written once is kept and costs nothing when it is asked for again."
                : "No language model is configured: PaperBot's own engine answers everything, which costs nothing.",
            Fields = report.IsEmpty
                ? []
                :
                [
                    Field("You", report.Own, null, options),
                    .. report.Server is { } server
                        ? [Field("This server", server, options.Caps(ofServer: true), options)]
                        : Array.Empty<ReplyField>(),
                    .. report.All is { } all
                        ? [Field("All together", all, options.Caps(ofServer: false), options)]
                        : Array.Empty<ReplyField>(),
                    .. Table("By day (UTC)", report.Days, options),
                    .. Table("By server", report.Servers, options),
                    .. Table("By skill", report.Skills, options),
                ],
            Notes = [.. Notes(report, options)],
        };

    private static ReplyField Field(string name, ModelUse use, ModelCaps? caps, ModelOptions options) =>
        new(name, string.Join('\n', Limits(use, caps, options).Prepend(Told(use, options))), []);

    private static IEnumerable<ReplyField> Table(
        string name,
        IReadOnlyList<(string Name, ModelUse Use)> rows,
        ModelOptions options
    ) =>
        rows.Count == 0
            ? []
            :
            [
                new ReplyField(
                    name,
                    string.Join(
                        '\n',
                        rows.Select(row =>
                            $"{(row.Name.Length == 0 ? "no server" : row.Name)}: {Told(row.Use, options)}"
                        )
                    ),
                    []
                ),
            ];

    private static IEnumerable<string> Notes(UsageReport report, ModelOptions options)
    {
        if (report.Server is { } server && Percent(server, options, ofServer: true) is >= NearCap and var ofServer)
        {
            yield return Warning("this server", ofServer);
        }
        if (report.All is { } all && Percent(all, options, ofServer: false) is >= NearCap and var ofAll)
        {
            yield return Warning("all servers together", ofAll);
        }
        if (options.HasCaps && report.Model is not null)
        {
            yield return "When too little of a budget is left for another answer, PaperBot's own engine answers until the month (UTC) is over, and says so.";
        }
        if (new[] { report.Own, report.Server, report.All }.Any(use => use?.Estimated > 0))
        {
            yield return "The endpoint did not count the tokens of some answers; those are estimated.";
        }
    }

    private static int? Percent(ModelUse use, ModelOptions options, bool ofServer) =>
        options.Caps(ofServer).PercentOf(use.Tokens, use.Cost);

    private static string Warning(string whose, int percent) =>
        $"{percent} % of the month's budget of {whose} is used.";

    private static IEnumerable<string> Limits(ModelUse use, ModelCaps? caps, ModelOptions options)
    {
        if (caps is { Cost: > 0 })
        {
            yield return $"{(caps with { Tokens = 0 }).PercentOf(0, use.Cost)} % of {Money(caps.Cost, options)}";
        }
        if (caps is { Tokens: > 0 })
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{(caps with { Cost = 0 }).PercentOf(use.Tokens, 0)} % of {caps.Tokens:N0} tokens"
            );
        }
    }

    private static string Told(ModelUse use, ModelOptions options)
    {
        var calls = use.Calls == 1 ? "1 call" : string.Create(CultureInfo.InvariantCulture, $"{use.Calls:N0} calls");
        var told = string.Create(
            CultureInfo.InvariantCulture,
            $"{calls}, {use.InputTokens:N0} tokens read, {use.OutputTokens:N0} written"
        );
        return options.InputPrice + options.OutputPrice > 0 ? $"{told}, {Money(use.Cost, options)}" : told;
    }

    private static string Money(long millionths, ModelOptions options) =>
        string.Create(CultureInfo.InvariantCulture, $"{millionths / 1_000_000m:0.00####} {options.Currency}");
}
