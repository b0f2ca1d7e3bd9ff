namespace PaperBot.Sources.Reading;

/// <summary>The lines of an input, one at a time. A line that is longer than any record is passed over.</summary>
internal sealed class LineReader(Input input)
{
    private int length;
    private int ending;

    /// <summary>The line, without its end, until the next call of <see cref="Next"/>.</summary>
    public ReadOnlySpan<byte> Line => input.Window[..length];

    public ReadOnlyMemory<byte> Memory => input.Memory[..length];

    /// <summary>Its number, from 1.</summary>
    public long Number => input.Line;

    /// <summary>The line was longer than <see cref="Input.LongestRecord"/>: only its beginning is here.</summary>
    public bool IsTooLong { get; private set; }

    public bool Next()
    {
        SkipRest();
        var searched = 0;
        while (true)
        {
            var found = input.Window[searched..].IndexOf((byte)'\n');
            if (found >= 0)
            {
                SetLine(searched + found, 1);
                return true;
            }
            searched = input.Window.Length;
            if (input.More())
            {
                continue;
            }
            IsTooLong = !input.Ended;
            SetLine(searched, 0);
            // The last line of data that was cut off is not all of that line.
            return searched > 0 && (IsTooLong || input.Damage is null);
        }
    }

    private void SkipRest()
    {
        if (IsTooLong)
        {
            IsTooLong = false;
            while (true)
            {
                var found = input.Window.IndexOf((byte)'\n');
                if (found >= 0)
                {
                    input.Take(found + 1);
                    break;
                }
                input.Take(input.Window.Length);
                if (!input.More())
                {
                    break;
                }
            }
        }
        else
        {
            input.Take(length + ending);
        }
        length = ending = 0;
    }

    private void SetLine(int bytes, int lineFeed)
    {
        length = bytes > 0 && input.Window[bytes - 1] == '\r' ? bytes - 1 : bytes;
        ending = bytes - length + lineFeed;
    }
}
