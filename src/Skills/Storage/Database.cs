using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace PaperBot.Skills.Storage;

/// <summary>
/// The library file: opens connections to it and, the first time, checks that the file is ours and brings it up to
/// date. Safe for many threads and for several processes at once (write-ahead log).
/// </summary>
public sealed class Database(IOptions<LibraryOptions> options)
{
    /// <summary>"PBot" in the file header (https://www.sqlite.org/pragma.html#pragma_application_id).</summary>
    private const int ApplicationId = 0x50426F74;

    private readonly string connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = options.Value.Path,
        ForeignKeys = true,
        DefaultTimeout = 30, // seconds to wait for another writer
    }.ToString();

    private readonly Lock preparing = new();
    private volatile bool prepared;

    public string Path { get; } = options.Value.Path;

    /// <summary>An open connection; the caller disposes it.</summary>
    /// <exception cref="LibraryException">The file cannot be used; nothing was overwritten.</exception>
    public SqliteConnection Open()
    {
        Prepare();
        return Connect();
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
                connection.Run("PRAGMA journal_mode = WAL");
                Upgrades.Run(connection, ApplicationId);
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

    /// <summary>A consistent copy while the library stays in use.</summary>
    /// <exception cref="LibraryException">The copy exists already or cannot be written.</exception>
    public void BackUp(string file)
    {
        if (File.Exists(file) || Directory.Exists(file))
        {
            throw new LibraryException($"{file} exists already and was left as it is. Name a new file for the backup.");
        }
        var unfinished = file + ".unfinished";
        try
        {
            using (var source = Open())
            using (var target = new SqliteConnection($"Data Source={unfinished};Pooling=False"))
            {
                target.Open();
                source.BackupDatabase(target);
            }
            File.Move(unfinished, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            File.Delete(unfinished);
            throw LibraryException.From(e, file)
                ?? new LibraryException($"The backup {file} cannot be written: {e.Message}", e);
        }
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
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
        var version = connection.Number("PRAGMA user_version");
        var owner = connection.Number("PRAGMA application_id");
        var tables = connection.Number("SELECT count(*) FROM sqlite_master");
        if (tables > 0 && owner != ApplicationId)
        {
            throw new LibraryException(
                $"The file {Path} is another program's database. Nothing was overwritten. Name another file with --Library:Path."
            );
        }
        if (version > Upgrades.Newest)
        {
            throw new LibraryException(
                $"The library {Path} was written by a newer PaperBot (its version is {version}, this program knows {Upgrades.Newest}). "
                    + "Nothing was overwritten. Update PaperBot, or name another file with --Library:Path."
            );
        }
    }
}
