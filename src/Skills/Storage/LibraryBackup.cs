using Microsoft.Data.Sqlite;

namespace PaperBot.Skills.Storage;

/// <summary>Writes a copy of the library beside its later name and gives it that name when it is whole.</summary>
internal static class LibraryBackup
{
    public static void Write(Database database, string file)
    {
        if (File.Exists(file) || Directory.Exists(file))
        {
            throw Exists(file);
        }
        // Two backups at once, or one that was killed, do not meet.
        var unfinished = $"{file}.{Guid.NewGuid():N}.unfinished";
        try
        {
            Copy(database, unfinished);
            File.Move(unfinished, file);
        }
        catch (IOException) when (File.Exists(file))
        {
            throw Exists(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw LibraryException.OfBackup(e, file);
        }
        finally
        {
            foreach (
                var rest in (string[])[unfinished, unfinished + "-journal", unfinished + "-wal", unfinished + "-shm"]
            )
            {
                if (File.Exists(rest))
                {
                    File.Delete(rest);
                }
            }
        }
    }

    private static void Copy(Database database, string unfinished)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(unfinished)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }
        using var source = database.Open();
        using var target = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = unfinished, Pooling = false }.ToString()
        );
        target.Open();
        source.BackupDatabase(target);
    }

    private static LibraryException Exists(string file) =>
        new($"{file} exists already and was left as it is. Name a new file for the backup.");
}
