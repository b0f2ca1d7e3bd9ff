using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Skills;
using PaperBot.Skills.Storage;

namespace PaperBot.Chat;

/// <summary>
/// The one way from a question to its answer, for every platform: limit, time limit, run, and the one place where a
/// failure becomes a sentence. One log line a command; what was asked is not logged.
/// </summary>
internal sealed partial class CommandDispatcher(
    CommandTable table,
    AskerLimit limit,
    Database database,
    IOptions<ChatOptions> options,
    TimeProvider clock,
    ILogger<CommandDispatcher> log
)
{
    /// <summary>Answers a typed line; never throws but for a cancelled <paramref name="ct"/>.</summary>
    /// <param name="progress">Hears what is ready of an answer that takes long; null where nobody could show it.</param>
    public Task<Reply> DispatchAsync(string line, Asker asker, CancellationToken ct, Action<Reply>? progress = null) =>
        DispatchAsync(() => CommandLine.Parse(line, table, asker) with { Progress = progress }, asker, ct);

    /// <summary>Answers a command whose values a platform's form collected; never throws but for a cancelled <paramref name="ct"/>.</summary>
    /// <param name="progress">As above.</param>
    public Task<Reply> DispatchAsync(
        string command,
        IReadOnlyDictionary<string, string> values,
        Asker asker,
        CancellationToken ct,
        Action<Reply>? progress = null
    ) =>
        DispatchAsync(
            () =>
                table.Find(command) is { } known
                    ? CommandLine.Check(known, values, asker) with
                    {
                        Progress = progress,
                    }
                    : throw new SkillException($"There is no command /{command} any more. Type /help for all of them."),
            asker,
            ct
        );

    /// <summary>Answers several lines that one question stands for, and so counts as one towards the limit.</summary>
    /// <returns>An answer a line; a single refusal where the asker has to wait.</returns>
    public async Task<IReadOnlyList<Reply>> DispatchAllAsync(
        IReadOnlyList<string> lines,
        Asker asker,
        CancellationToken ct
    )
    {
        var replies = new List<Reply>();
        if (Refusal(asker) is { } refusal)
        {
            return [refusal];
        }
        foreach (var line in lines)
        {
            replies.Add(await DispatchAsync(() => CommandLine.Parse(line, table, asker), asker, ct, isCounted: true));
        }
        return replies;
    }

    private async Task<Reply> DispatchAsync(
        Func<CommandRequest> read,
        Asker asker,
        CancellationToken ct,
        bool isCounted = false
    )
    {
        var start = clock.GetTimestamp();
        CommandRequest? request = null;
        var name = "unknown";
        var outcome = "refused";
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.TimeLimitSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, time.Token);
        try
        {
            request = read();
            name = request.Command;
            if (table.Find(name)!.TimeLimit is { } own) // read() found it
            {
                time.CancelAfter(own);
            }
            if (!isCounted && Refusal(asker) is { } refusal)
            {
                return refusal;
            }
            if (Barred(table.Find(name)!, asker) is { } barred)
            {
                return barred;
            }
            var reply = await Task.Run(() => table.Find(name)!.HandleAsync(request, either.Token), either.Token);
            outcome = reply.Ok ? "answered" : "refused";
            return reply;
        }
        catch (SkillException e) when (e is not LibraryException)
        {
            return Failures.Foreseen(e, request);
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            outcome = "late";
            return Reply.Problem("That took too long and was given up. Try again, or ask for less.");
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            outcome = "failed";
            return Explain(e, name);
        }
        finally
        {
            var milliseconds = clock.GetElapsedTime(start).TotalMilliseconds;
            LogDone(name, asker.Platform, outcome, milliseconds);
        }
    }

    // Discord keeps these commands from others by itself, unless a server's admins allow them to everybody.
    private static Reply? Barred(ICommand command, Asker asker) =>
        asker.IsOperator ? null
        : command.InServersOnly && asker.Server.Length == 0
            ? Reply.Problem($"/{command.Name} is about a server. Ask it in one of its channels.")
        : command.NeedsManager && !asker.MayManage
            ? Reply.Problem(
                $"/{command.Name} is for people who may manage this server. Ask one of them, or an admin to give you Manage Server."
            )
        : null;

    private Reply? Refusal(Asker asker) =>
        limit.Ask(asker) is var wait && wait > TimeSpan.Zero
            ? Reply.Problem(
                $"That was a lot of commands in a minute. Try again in {Math.Ceiling(wait.TotalSeconds):0} seconds."
            )
            : null;

    private Reply Explain(Exception failure, string command)
    {
        if (database.Explain(failure) is { } known)
        {
            LogLibrary(command, known.Message);
            return Reply.Problem(known.Message);
        }
        var reference = Failures.NewReference();
        LogFailed(failure, command, reference);
        return Failures.Unforeseen(reference);
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "/{Command} on {Platform}: {Outcome} in {Milliseconds:0.0} ms"
    )]
    private partial void LogDone(string command, string platform, string outcome, double milliseconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "/{Command} failed: {Sentence}")]
    private partial void LogLibrary(string command, string sentence);

    [LoggerMessage(Level = LogLevel.Error, Message = "/{Command} failed, reference {Reference}")]
    private partial void LogFailed(Exception exception, string command, string reference);
}
