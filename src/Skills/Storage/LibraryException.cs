using Microsoft.Data.Sqlite;

namespace PaperBot.Skills.Storage;

/// <summary>The library file cannot be read or written; the message says what to do about it.</summary>
public sealed class LibraryException(string message, Exception? inner = null) : SkillException(message, inner)
{
    // Result codes: https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>What an exception of the database means for the operator; null where it says nothing about the file.</summary>
    public static LibraryException? From(Exception exception, string path) =>
        exception switch
        {
            LibraryException known => known,
            SqliteException sqlite when Sentence(sqlite.SqliteErrorCode, path) is { } sentence => new LibraryException(
                sentence,
                sqlite
            ),
            _ => null,
        };

    /// <summary>Why a backup could not be written.</summary>
    internal static LibraryException OfBackup(Exception exception, string file) =>
        new(
            exception is SqliteException { SqliteErrorCode: Full } or IOException { HResult: 28 }
                ? $"The disk is full: the backup {file} cannot be written. Free some space, or name a file on another disk."
                : $"The backup {file} cannot be written. Check that its folder may be written, or name another file.",
            exception
        );

    private static string? Sentence(int code, string path) =>
        code switch
        {
            Busy or Locked =>
                $"The library {path} is in use by another program that does not let go. Try again when it has finished.",
            ReadOnly =>
                $"The library {path} is read-only. Make the file and its folder writable, or name another file with --Library:Path.",
            InputOutput =>
                $"The disk failed while the library {path} was read or written. What had been stored is kept. Check the disk, then try again.",
            Corrupt =>
                $"The library {path} is damaged. Nothing was overwritten. Restore a backup, or name another file with --Library:Path.",
            Full =>
                $"The disk is full: the library {path} cannot grow. What had been stored is kept. Free some space, then try again.",
            CannotOpen =>
                $"The library {path} cannot be opened. Check that its folder exists and may be written, or name another file with --Library:Path.",
            NotADatabase =>
                $"The file {path} is not a PaperBot library. Nothing was overwritten. Name another file with --Library:Path.",
            _ => null,
        };
}
