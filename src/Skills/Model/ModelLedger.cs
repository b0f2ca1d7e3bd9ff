using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Model;

/// <summary>
/// What the model was used for: tokens and cost a day, server and user, held against the month's budget before each call.
/// </summary>
public sealed partial class ModelLedger(
    Database database,
    IOptions<ModelOptions> options,
    TimeProvider clock,
    ILogger<ModelLedger> logger
)
{
    /// <summary>After so long it is no longer known which user it was.</summary>
    public static readonly TimeSpan UsersKeptFor = TimeSpan.FromDays(62);

    private const int NearCap = 80;
    private const int UsedUp = 100;

    private const string Add = """
        INSERT INTO model_usage (day, server, user, skill, model, calls, input_tokens, output_tokens, estimated, cost)
        VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, ?7, ?8, ?9)
        ON CONFLICT DO UPDATE SET calls = calls + 1, input_tokens = input_tokens + excluded.input_tokens,
            output_tokens = output_tokens + excluded.output_tokens, estimated = estimated + excluded.estimated,
            cost = cost + excluded.cost
        """;
    private const string Sum = """
        SELECT coalesce(sum(calls), 0), coalesce(sum(input_tokens), 0), coalesce(sum(output_tokens), 0),
               coalesce(sum(estimated), 0), coalesce(sum(cost), 0)
        FROM model_usage WHERE day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR server = ?3) AND (?4 IS NULL OR user = ?4)
        """;
    private const string ByPart = """
        SELECT {0}, sum(calls), sum(input_tokens), sum(output_tokens), sum(estimated), sum(cost)
        FROM model_usage WHERE day BETWEEN ?1 AND ?2 GROUP BY {0} ORDER BY sum(cost) DESC, sum(input_tokens + output_tokens) DESC LIMIT 31
        """;
    private const string Warn = "INSERT OR IGNORE INTO budget_warnings (month, server, percent) VALUES (?1, ?2, ?3)";

    // Rows of users whose time is over go into one row a day and server.
    private const string Forget = """
        INSERT INTO model_usage (day, server, user, skill, model, calls, input_tokens, output_tokens, estimated, cost)
        SELECT day, server, '', skill, model, sum(calls), sum(input_tokens), sum(output_tokens), sum(estimated), sum(cost)
        FROM model_usage WHERE day < ?1 AND user <> '' GROUP BY day, server, skill, model
        ON CONFLICT DO UPDATE SET calls = calls + excluded.calls, input_tokens = input_tokens + excluded.input_tokens,
            output_tokens = output_tokens + excluded.output_tokens, estimated = estimated + excluded.estimated,
            cost = cost + excluded.cost
        """;
    private const string Drop = "DELETE FROM model_usage WHERE day < ?1 AND user <> ''";

    private readonly Lock guard = new();
    private readonly HashSet<ModelReservation> open = new(ReferenceEqualityComparer.Instance);
    private DateOnly? forgotten;

    /// <summary>Sets aside what a call may cost, so that calls under way together cannot overdraw the budget.</summary>
    /// <param name="inputTokens">About how many the question has.</param>
    /// <param name="outputTokens">How many the answer may have.</param>
    /// <exception cref="ModelException">The budget is used up.</exception>
    public ModelReservation Reserve(string skill, Payer payer, int inputTokens, int outputTokens)
    {
        var reservation = new ModelReservation(skill, payer, inputTokens, outputTokens);
        lock (guard)
        {
            if (options.Value.HasCaps)
            {
                Check(reservation, "", "This month's budget for the language model is used up");
                if (payer.Server.Length > 0)
                {
                    Check(
                        reservation,
                        payer.Server,
                        "This month's budget of this server for the language model is used up"
                    );
                }
            }
            open.Add(reservation);
        }
        return reservation;
    }

    /// <summary>Books what it did cost in place of what was set aside; nothing is booked where both are 0.</summary>
    /// <param name="isEstimate">The endpoint did not count.</param>
    public void Settle(ModelReservation reservation, int inputTokens, int outputTokens, bool isEstimate)
    {
        lock (guard)
        {
            open.Remove(reservation);
            if (inputTokens == 0 && outputTokens == 0)
            {
                return;
            }
            var today = Today;
            using var connection = database.Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            ForgetUsers(connection, today);
            connection.Run(
                Add,
                Day(today),
                reservation.Payer.Server,
                reservation.Payer.User,
                reservation.Skill,
                options.Value.Name,
                inputTokens,
                outputTokens,
                isEstimate ? 1 : 0,
                options.Value.CostOf(inputTokens, outputTokens)
            );
            var warnings = Warnings(connection, today, reservation.Payer.Server).ToList();
            transaction.Commit();
            warnings.ForEach(warning => Say(warning.Percent, warning.Server));
        }
    }

    /// <summary>
    /// Makes one row of what several users used more than <see cref="UsersKeptFor"/> ago. It happens with the first call of
    /// each day too, but there may be no more calls.
    /// </summary>
    public void ForgetUsers()
    {
        lock (guard)
        {
            using var connection = database.Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            ForgetUsers(connection, Today);
            transaction.Commit();
        }
    }

    /// <summary>What was used this month (UTC).</summary>
    /// <param name="server">Of one server; null: of all.</param>
    /// <param name="user">Of one user; null: of all.</param>
    public ModelUse ThisMonth(string? server = null, string? user = null) => Use(FirstOfMonth, Today, server, user);

    /// <param name="part">By what to list it.</param>
    /// <param name="from">The first day; the last is today.</param>
    /// <returns>The dearest first; by day the newest.</returns>
    public IReadOnlyList<(string Name, ModelUse Use)> By(UsePart part, DateOnly from)
    {
        using var connection = database.Open();
        var rows = connection.Rows(
            ByPart.Replace("{0}", part.ToString().ToLowerInvariant(), StringComparison.Ordinal),
            row => (row.GetString(0), Read(row, 1)),
            Day(from),
            Day(Today)
        );
        return part == UsePart.Day ? [.. rows.OrderByDescending(row => row.Item1)] : rows;
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private DateOnly FirstOfMonth => new(Today.Year, Today.Month, 1);

    // Of one server, or of all where that is empty.
    private void Check(ModelReservation wanted, string server, string sentence)
    {
        using var connection = database.Open();
        var used = Use(connection, FirstOfMonth, Today, server.Length > 0 ? server : null, null);
        var pending = open.Where(other => server.Length == 0 || other.Payer.Server == server).Append(wanted).ToList();
        var tokens = used.Tokens + pending.Sum(one => (long)one.InputTokens + one.OutputTokens);
        var cost = used.Cost + pending.Sum(one => options.Value.CostOf(one.InputTokens, one.OutputTokens));
        if (!options.Value.Caps(server.Length > 0).AreExceededBy(tokens, cost))
        {
            return;
        }
        // Where calls under way hold the rest, it may yet be enough; else no call gets to exactly 100 %.
        if (pending.Count == 1 && IsFirst(connection, server, UsedUp))
        {
            Say(UsedUp, server);
        }
        throw new ModelException(ModelTrouble.Budget, sentence);
    }

    // The highest step that is new, of all together and of the server.
    private IEnumerable<(int Percent, string Server)> Warnings(
        SqliteConnection connection,
        DateOnly today,
        string server
    )
    {
        foreach (var whose in server.Length == 0 ? new[] { "" } : ["", server])
        {
            var used = Use(connection, FirstOfMonth, today, whose.Length == 0 ? null : whose, null);
            var percent = options.Value.Caps(whose.Length > 0).PercentOf(used.Tokens, used.Cost);
            var news = new[] { NearCap, UsedUp }
                .Where(step => percent >= step && IsFirst(connection, whose, step))
                .ToList();
            if (news.Count > 0)
            {
                yield return (news[^1], whose);
            }
        }
    }

    private bool IsFirst(SqliteConnection connection, string server, int percent) =>
        connection.Run(Warn, Day(FirstOfMonth)[..7], server, percent) == 1;

    private void Say(int percent, string server)
    {
        var whose = server.Length == 0 ? "all servers together" : $"the server {server}";
        if (percent < UsedUp)
        {
            LogNearCap(percent, whose);
        }
        else
        {
            LogUsedUp(whose);
        }
    }

    private void ForgetUsers(SqliteConnection connection, DateOnly today)
    {
        if (forgotten == today)
        {
            return;
        }
        var last = Day(today.AddDays(-UsersKeptFor.Days));
        connection.Run(Forget, last);
        connection.Run(Drop, last);
        forgotten = today;
    }

    private ModelUse Use(DateOnly from, DateOnly until, string? server, string? user)
    {
        using var connection = database.Open();
        return Use(connection, from, until, server, user);
    }

    private static ModelUse Use(
        SqliteConnection connection,
        DateOnly from,
        DateOnly until,
        string? server,
        string? user
    ) => connection.Rows(Sum, row => Read(row, 0), Day(from), Day(until), server, user).Single();

    private static ModelUse Read(SqliteDataReader row, int first) =>
        new(
            row.GetInt64(first),
            row.GetInt64(first + 1),
            row.GetInt64(first + 2),
            row.GetInt64(first + 3),
            row.GetInt64(first + 4)
        );

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [LoggerMessage(LogLevel.Warning, "{Percent} % of this month's budget for the language model is used by {Whose}.")]
    private partial void LogNearCap(int percent, string whose);

    [LoggerMessage(
        LogLevel.Warning,
        "This month's budget for the language model is used up by {Whose}; PaperBot's own engine answers."
    )]
    private partial void LogUsedUp(string whose);
}
