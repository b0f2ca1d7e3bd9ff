using PaperBot.Skills;
using PaperBot.Skills.Storage;

namespace PaperBot.Daily;

/// <summary>
/// One run at a time for a library, also among processes: a file beside it, held open. The system lets go of it when the
/// process ends, however it ends, so a killed program locks nobody out.
/// </summary>
internal static class RunLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <exception cref="SkillException">Another run does not end, or the file cannot be written.</exception>
    /// <param name="suffix">Of the file: one for each kind of run.</param>
    public static async Task<IDisposable> TakeAsync(string library, CancellationToken ct, string suffix = ".posting")
    {
        // Pauses in real time: what is waited for is another program, not an hour of the day.
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Pause)
        {
            try
            {
                return new FileStream(library + suffix, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (UnauthorizedAccessException e)
            {
                throw new LibraryException(
                    $"The file {library}{suffix} cannot be written. Make it and its folder writable, or name another library with --Library:Path.",
                    e
                );
            }
            catch (IOException e) when (IsHeld(e))
            {
                await Task.Delay(Pause, ct);
            }
            catch (IOException e)
            {
                throw new LibraryException($"The file {library}{suffix} cannot be written: {e.Message}", e);
            }
        }
        throw new SkillException(
            "Another PaperBot has been posting for ten minutes and does not end. Stop it, then try again."
        );
    }

    // EWOULDBLOCK on Linux and on macOS, a sharing violation on Windows; anything else is no matter of waiting.
    private static bool IsHeld(IOException problem) => problem.HResult is 11 or 35 or unchecked((int)0x80070020);
}
