using System.Text;
using System.Text.Unicode;

namespace PaperBot.Sources.Reading;

/// <summary>
/// UTF-8 to text. Bytes that are no UTF-8 are read as Windows-1252, which is what files with such bytes are nearly always
/// written in, so that "M\xFCller" is Müller and no letter is lost.
/// </summary>
internal static class LenientText
{
    public static readonly Encoding Encoding = System.Text.Encoding.GetEncoding(
        "utf-8",
        EncoderFallback.ReplacementFallback,
        new WindowsFallback()
    );

    public static string Of(ReadOnlySpan<byte> bytes) =>
        Utf8.IsValid(bytes) ? System.Text.Encoding.UTF8.GetString(bytes) : Encoding.GetString(bytes);

    /// <returns>How many characters were written; never more than there are bytes.</returns>
    public static int Write(ReadOnlySpan<byte> bytes, Span<char> text) =>
        Utf8.IsValid(bytes) ? System.Text.Encoding.UTF8.GetChars(bytes, text) : Encoding.GetChars(bytes, text);

    private sealed class WindowsFallback : DecoderFallback
    {
        public override int MaxCharCount => 3;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new WindowsBuffer();
    }

    private sealed class WindowsBuffer : DecoderFallbackBuffer
    {
        // What Windows-1252 has in the place of Latin-1's control characters 0x80 to 0x9F; five are not used.
        private const string Controls = "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";

        private byte[] unknown = [];
        private int next;

        public override int Remaining => unknown.Length - next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            unknown = bytesUnknown;
            next = 0;
            return unknown.Length > 0;
        }

        public override char GetNextChar()
        {
            if (next >= unknown.Length)
            {
                return '\0';
            }
            var value = unknown[next++];
            return value is >= 0x80 and <= 0x9F ? Controls[value - 0x80] : (char)value;
        }

        public override bool MovePrevious()
        {
            if (next == 0)
            {
                return false;
            }
            next--;
            return true;
        }

        public override void Reset()
        {
            unknown = [];
            next = 0;
        }
    }
}
