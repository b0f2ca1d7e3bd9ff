using Microsoft.Data.Sqlite;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Search;

/// <summary>
/// Keeps a <see cref="Vocabulary"/> that is nearly up to date: read when first needed, and again after the library has
/// changed, but so seldom that reading takes at most a fiftieth of the time; an import changes the library all the while.
/// Whoever uses it must do without words that it does not have yet.
/// </summary>
public sealed class TitleVocabulary(Database database, TimeProvider clock)
{
    private const int Rarity = 50;
    private const string Revision = "SELECT number FROM revision";
    private const string Titles = "SELECT max(id) FROM papers"; // counting them all takes too long, and nearly is enough

    // In one text: a row for each word takes twice as long to cross over to here.
    private const string Terms = "SELECT group_concat(term || ' ' || doc, char(10)) FROM title_vocabulary";

    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(20);

    private readonly Lock reading = new();
    private volatile Snapshot? current;
    private Task refresh = Task.CompletedTask;

    internal Vocabulary Get(SqliteConnection connection)
    {
        var known = current;
        if (known is not null && !IsDue(known, connection))
        {
            return known.Vocabulary;
        }
        // Where reading failed, the asker does it and learns why.
        if (known is not null && known.Duration > AtOnce && !refresh.IsFaulted)
        {
            RefreshLater();
            return known.Vocabulary;
        }
        lock (reading)
        {
            if (current is null || IsDue(current, connection))
            {
                current = Read(connection);
            }
            return current.Vocabulary;
        }
    }

    private bool IsDue(Snapshot known, SqliteConnection connection) =>
        clock.GetElapsedTime(known.At) > known.Duration * Rarity && connection.Number(Revision) != known.Revision;

    private void RefreshLater()
    {
        lock (reading)
        {
            if (refresh.IsCompleted)
            {
                refresh = Task.Run(Refresh);
            }
        }
    }

    private void Refresh()
    {
        using var connection = database.Open();
        current = Read(connection);
    }

    private Snapshot Read(SqliteConnection connection)
    {
        var start = TimeProvider.System.GetTimestamp();
        var revision = connection.Number(Revision);
        var vocabulary = Vocabulary.Read(connection.Text(Terms) ?? "", connection.Number(Titles));
        return new Snapshot(vocabulary, revision, clock.GetTimestamp(), TimeProvider.System.GetElapsedTime(start));
    }

    private sealed record Snapshot(Vocabulary Vocabulary, long Revision, long At, TimeSpan Duration);
}
