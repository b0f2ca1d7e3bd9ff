using System.Globalization;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Papers;

/// <summary>What is remembered of the sources' answers: their ETags, and until when a source wants to be left alone.</summary>
public sealed class FetchMarks(Database database)
{
    private const string Read = "SELECT mark FROM fetch_marks WHERE url = ?1";
    private const string Write = "INSERT OR REPLACE INTO fetch_marks (url, mark) VALUES (?1, ?2)";

    public string? Recall(string url)
    {
        using var connection = database.Open();
        return connection.Text(Read, url);
    }

    public void Remember(string url, string mark)
    {
        using var connection = database.Open();
        connection.Run(Write, url, mark);
    }

    /// <summary>Until when a source wants to be left alone; kept over restarts, so that a new process does not ask again.</summary>
    public DateTimeOffset? LimitedUntil(string source) =>
        Recall(LimitKey(source)) is { } time ? DateTimeOffset.Parse(time, CultureInfo.InvariantCulture) : null;

    public void Limit(string source, DateTimeOffset until) => Remember(LimitKey(source), until.ToString("O"));

    private static string LimitKey(string source) => $"limited:{source}";
}
