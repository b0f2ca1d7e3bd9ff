using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SQLitePCL;

namespace PaperBot.Skills.Storage;

/// <summary>
/// The library file: opens connections to it and, the first time, checks that the file is ours and brings it up to
/// date. Safe for many threads and for several processes at once (write-ahead log).
/// </summary>
public sealed class Database
{
    // One statement, and so one moment: another process may be making the library meanwhile.
    private const string Owner = """
        SELECT (SELECT user_version FROM pragma_user_version), (SELECT application_id FROM pragma_application_id),
               (SELECT count(*) FROM sqlite_master)
        """;

    // Larger than SQLite's 4,096: abstracts fill pages better (139 instead of 150 MB for 87,000 papers).
    private const int PageSize = 8_192;

    private readonly string connectionString;
    private readonly IReadOnlyList<string> steps;
    private readonly TimeSpan patience;
    private readonly Lock preparing = new();
    private volatile bool prepared;

    public Database(IOptions<LibraryOptions> options)
        : this(options.Value.Path, Upgrades.Steps, TimeSpan.FromSeconds(30)) { }

    /// <param name="path">The file.</param>
    /// <param name="steps">From an empty file to today's library.</param>
    /// <param name="patience">How long to wait for another writer.</param>
    internal Database(string path, IReadOnlyList<string> steps, TimeSpan patience)
    {
        Path = path;
        this.steps = steps;
        this.patience = patience;
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            ForeignKeys = true,
            DefaultTimeout = Math.Max(1, (int)patience.TotalSeconds),
        }.ToString();
    }

    public string Path { get; }

    /// <summary>An open connection; the caller disposes it.</summary>
    /// <exception cref="LibraryException">The file cannot be used; nothing was overwritten.</exception>
    public SqliteConnection Open()
    {
        Prepare();
        try
        {
            return Connect();
        }
        catch (SqliteException e) when (Explain(e) is { } problem)
        {
            throw problem;
        }
    }

    /// <summary>Creates the file or brings it up to date, once per process.</summary>
    /// <exception cref="LibraryException">The file cannot be used; nothing was overwritten.</exception>
    public void Prepare()
    {
        if (prepared)
        {
            return;
        }
        lock (preparing)
        {
            if (prepared)
            {
                return;
            }
            try
            {
                MakeRoom();
                using var connection = Connect();
                CheckOwner(connection);
                connection.Run($"PRAGMA page_size = {PageSize}");
                connection.Run("PRAGMA journal_mode = WAL");
                Upgrades.Run(connection, steps);
            }
            catch (SqliteException e) when (Explain(e) is { } problem)
            {
                throw problem;
            }
            prepared = true;
        }
    }

    /// <summary>What an exception means for the operator, where it is about the library file; else null.</summary>
    public LibraryException? Explain(Exception exception) => LibraryException.From(exception, Path);

    /// <summary>Reads the whole file to see whether it is sound.</summary>
    /// <returns>What SQLite finds first; null where it is sound.</returns>
    /// <exception cref="LibraryException">The file cannot be used.</exception>
    public string? Damage()
    {
        try
        {
            using var connection = Open();
            return connection.Text("PRAGMA quick_check(1)") is { } found and not "ok" ? found : null;
        }
        catch (SqliteException e) when (Explain(e) is { } problem)
        {
            throw problem;
        }
    }

    /// <summary>
    /// Sees to it that no byte of something that was deleted is left in the library's files; takes as long as reading all of
    /// it, and where something is left as writing all of it anew.
    /// </summary>
    /// <exception cref="LibraryException">The file cannot be used.</exception>
    public void Erase(string text)
    {
        try
        {
            using var connection = Open();
            Erasure.Run(connection, Path, text);
        }
        catch (Exception e) when (e is not LibraryException && Explain(e) is { } problem)
        {
            throw problem;
        }
    }

    /// <summary>A consistent copy while the library stays in use.</summary>
    /// <exception cref="LibraryException">The copy exists already or cannot be written.</exception>
    public void BackUp(string file) => LibraryBackup.Write(this, file);

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            // SQLite looks every few milliseconds whether the other writer is done; the driver by itself every 150.
            _ = raw.sqlite3_busy_timeout(connection.Handle, (int)patience.TotalMilliseconds);
            connection.Run("PRAGMA secure_delete = ON"); // what people have deleted leaves no bytes behind
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void MakeRoom()
    {
        if (Directory.Exists(Path))
        {
            throw new LibraryException(
                $"{Path} is a folder. Name a file in it with --Library:Path, for example {System.IO.Path.Combine(Path, "paperbot.db")}."
            );
        }
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path));
        try
        {
            Directory.CreateDirectory(folder ?? ".");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LibraryException(
                $"The folder {folder} for the library cannot be made. Make it writable, or name another file with --Library:Path.",
                e
            );
        }
    }

    // Before anything is written: a library of a newer PaperBot and another program's database stay as they are.
    private void CheckOwner(SqliteConnection connection)
    {
        var (version, owner, tables) = connection
            .Rows(Owner, row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)))
            .Single();
        if (owner != Upgrades.ApplicationId && (tables > 0 || version != 0 || owner != 0))
        {
            throw new LibraryException(
                $"The file {Path} is another program's database. Nothing was overwritten. Name another file with --Library:Path."
            );
        }
        if (version > steps.Count)
        {
            throw new LibraryException(
                $"The library {Path} was written by a newer PaperBot (its version is {version}, this program knows {steps.Count}). "
                    + "Nothing was overwritten. Update PaperBot, or name another file with --Library:Path."
            );
        }
    }
}
