using System.Text;
using Microsoft.Data.Sqlite;

namespace PaperBot.Skills.Storage;

/// <summary>
/// Deleted rows are overwritten (<c>secure_delete</c>), yet two kinds of copies can remain: pages as they were in the
/// write-ahead log, and bytes between the rows of a page that SQLite has balanced. The first go by emptying the log; where
/// there are some of the second, the file is written anew.
/// </summary>
internal static class Erasure
{
    private const string EmptyLog = "PRAGMA wal_checkpoint(TRUNCATE)";
    private const int MostTries = 5;
    private const int Piece = 1 << 20; // bytes

    public static void Run(SqliteConnection connection, string file, string text)
    {
        Empty(connection);
        if (IsIn(file, Encoding.UTF8.GetBytes(text)))
        {
            connection.Run("VACUUM");
            Empty(connection);
        }
    }

    // Somebody may be reading an older state, which it has to keep; readers are done in milliseconds.
    private static void Empty(SqliteConnection connection)
    {
        for (var tries = 1; connection.Number(EmptyLog) != 0 && tries < MostTries; tries++) { }
    }

    private static bool IsIn(string file, byte[] sought)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var room = new byte[Piece + sought.Length];
        var kept = 0; // of the piece before, for what lies across
        while (stream.Read(room, kept, Piece) is > 0 and var read)
        {
            var bytes = room.AsSpan(0, kept + read);
            if (bytes.IndexOf(sought) >= 0)
            {
                return true;
            }
            kept = Math.Min(sought.Length - 1, bytes.Length);
            bytes[^kept..].CopyTo(room);
        }
        return false;
    }
}
