using System.Buffers;

namespace PaperBot.Sources.Reading;

/// <summary>
/// A stream with a window: its next bytes can be looked at before they are taken. Memory stays flat: the window grows to
/// the longest record and no further. What was not taken can still be read as a stream.
/// </summary>
/// <param name="stream">The bytes.</param>
/// <param name="owns">Whether the stream goes when this goes.</param>
internal sealed class Input(Stream stream, bool owns = false) : ReadOnlyStream
{
    /// <summary>A longer record is refused: 4 MiB, where the longest of 87,000 real ones has 20 kB.</summary>
    public const int LongestRecord = 4 << 20;

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int start;
    private int end;

    public ReadOnlySpan<byte> Window => buffer.AsSpan(start, end - start);

    public ReadOnlyMemory<byte> Memory => buffer.AsMemory(start, end - start);

    /// <summary>The line at which the window begins, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>No more bytes will come behind the window.</summary>
    public bool Ended { get; private set; }

    public bool IsFull => end - start >= LongestRecord;

    /// <summary>Why the stream ended before its data did; null while all is well.</summary>
    public string? Damage => Zip?.Damage;

    /// <summary>Where the bytes come out of, if they were gzipped.</summary>
    public Gunzip? Zip { get; init; }

    /// <summary>Lengthens the window.</summary>
    /// <returns>False where nothing was added, because the stream has ended or the window is full.</returns>
    public bool More()
    {
        if (Ended || IsFull)
        {
            return false;
        }
        MakeRoom();
        var read = stream.Read(buffer, end, buffer.Length - end);
        Ended = read == 0;
        end += read;
        return read > 0;
    }

    /// <summary>Lengthens the window to so many bytes, or fewer where the stream has no more.</summary>
    public void Fill(int length)
    {
        var more = true;
        while (more && end - start < length)
        {
            more = More();
        }
    }

    /// <summary>
    /// Doubles the window, for who has to begin anew with each addition: so the time stays linear however small the
    /// pieces are in which the stream comes.
    /// </summary>
    /// <returns>False where nothing was added.</returns>
    public bool Double()
    {
        var length = end - start;
        Fill(length * 2);
        return end - start > length;
    }

    /// <summary>Moves the window's beginning.</summary>
    public void Take(int count)
    {
        Line += Window[..count].Count((byte)'\n');
        start += count;
    }

    private void MakeRoom()
    {
        if (end < buffer.Length)
        {
            return;
        }
        var window = Window;
        if (window.Length > buffer.Length / 2)
        {
            var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
            window.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }
        else
        {
            window.CopyTo(buffer);
        }
        end -= start;
        start = 0;
    }

    public override int Read(Span<byte> destination)
    {
        if (Window.IsEmpty)
        {
            return stream.Read(destination);
        }
        var count = Math.Min(destination.Length, Window.Length);
        Window[..count].CopyTo(destination);
        Take(count);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = [];
            start = end = 0;
            Ended = true;
            if (owns)
            {
                stream.Dispose();
            }
        }
        base.Dispose(disposing);
    }
}
