using Discord.Net;
using PaperBot.DiscordChat;

namespace PaperBot.DiscordNet;

/// <summary>What Discord.Net throws, as PaperBot's sentences.</summary>
internal static class NetProblem
{
    private const int Gone = 404;

    /// <param name="what">Was asked: a method and a route without tokens.</param>
    /// <exception cref="DiscordProblem">Discord refused, or cannot be reached.</exception>
    public static async Task GuardAsync(Task asked, string what, CancellationToken ct)
    {
        try
        {
            await asked;
        }
        catch (Exception e) when (Of(e, what, ct) is { } problem)
        {
            throw problem;
        }
    }

    /// <inheritdoc cref="GuardAsync(Task, string, CancellationToken)"/>
    /// <returns>What Discord.Net answers; it has null where Discord says that there is no such thing.</returns>
    public static async Task<T> GuardAsync<T>(Task<T?> asked, string what, CancellationToken ct)
        where T : class
    {
        await GuardAsync((Task)asked, what, ct);
        return await asked
            ?? throw DiscordProblem.Refused(
                what,
                Gone,
                what.Contains("channels/", StringComparison.Ordinal) ? DiscordProblem.UnknownChannel : 0,
                ""
            );
    }

    private static DiscordProblem NotDiscord(string what, Exception e)
    {
        var problem = DiscordProblem.NoJson(what, (int)System.Net.HttpStatusCode.OK, e);
        problem.MayHaveArrived = true;
        return problem;
    }

    private static DiscordProblem? Of(Exception e, string what, CancellationToken ct) =>
        e switch
        {
            _ when ct.IsCancellationRequested => null,
            HttpException http => DiscordProblem.Refused(
                what,
                (int)http.HttpCode,
                (int?)http.DiscordCode ?? 0,
                http.Reason ?? ""
            ),
            // Discord.Net looks at its own clock before it asks.
            TimeoutException { Message: var said } when said.Contains("interaction", StringComparison.Ordinal) =>
                DiscordProblem.Refused(what, Gone, DiscordProblem.UnknownInteraction, ""),
            InvalidOperationException { Message: var said }
                when said.Contains("token is no longer valid", StringComparison.Ordinal) => DiscordProblem.Refused(
                what,
                Gone,
                DiscordProblem.UnknownInteraction,
                ""
            ),
            Newtonsoft.Json.JsonException => NotDiscord(what, e),
            RateLimitedException => DiscordProblem.Refused(what, 429, 0, ""),
            _ => null,
        };
}
