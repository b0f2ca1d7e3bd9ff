using System.Buffers;

namespace PaperBot.Sources.Reading;

/// <summary>Walks through the bytes of a JSON document outside of its records, and finds the next after a broken one.</summary>
internal sealed class JsonCursor(Input input)
{
    private static readonly SearchValues<byte> Structure = SearchValues.Create(" \t\r\n,:[]{}\""u8);

    // The last byte before the window that is no blank, and whether a line began since.
    private byte before;
    private bool atLineStart = true;

    public void Take(int count)
    {
        var taken = input.Window[..count];
        var last = taken.LastIndexOfAnyExcept(" \t\r\n"u8);
        if (last >= 0)
        {
            before = taken[last];
            atLineStart = false;
        }
        atLineStart |= taken[(last + 1)..].Contains((byte)'\n');
        input.Take(count);
    }

    public void SkipBlanks()
    {
        while (true)
        {
            var first = input.Window.IndexOfAnyExcept(" \t\r\n"u8);
            Take(first < 0 ? input.Window.Length : first);
            if (first >= 0 || !input.More())
            {
                return;
            }
        }
    }

    /// <summary>Goes to the next brace that looks like the beginning of an object.</summary>
    public bool SeekObject()
    {
        while (true)
        {
            var brace = input.Window.IndexOf((byte)'{');
            Take(brace < 0 ? input.Window.Length : brace);
            if (brace < 0)
            {
                if (!input.More())
                {
                    return false;
                }
                continue;
            }
            if ((atLineStart || before is (byte)',' or (byte)'[') && IsBeforeName())
            {
                return true;
            }
            Take(1);
        }
    }

    // A brace inside of a text can have no quotation mark behind it, only an escaped one.
    private bool IsBeforeName()
    {
        while (true)
        {
            var next = input.Window[1..].IndexOfAnyExcept(" \t\r\n"u8);
            if (next >= 0)
            {
                return input.Window[next + 1] == '"';
            }
            if (!input.More())
            {
                return false;
            }
        }
    }

    /// <summary>How many bytes the text has that begins here.</summary>
    /// <returns>Whether it ends, on its line and within the longest window.</returns>
    public bool MeasureText(out int length)
    {
        length = 1;
        while (true)
        {
            var rest = input.Window[length..];
            var stop = rest.IndexOfAny((byte)'"', (byte)'\\', (byte)'\n');
            if (stop >= 0 && rest[stop] != '\\')
            {
                length += rest[stop] == '"' ? stop + 1 : stop;
                return rest[stop] == '"';
            }
            if (stop >= 0 && stop + 2 <= rest.Length)
            {
                length += stop + 2;
                continue;
            }
            length += stop < 0 ? rest.Length : stop;
            if (!input.More())
            {
                length = input.Window.Length;
                return false;
            }
        }
    }

    /// <summary>How many bytes the number or word has that begins here.</summary>
    public int MeasureLiteral()
    {
        while (true)
        {
            var end = input.Window.IndexOfAny(Structure);
            if (end >= 0 || !input.Double())
            {
                return end < 0 ? input.Window.Length : end;
            }
        }
    }
}
