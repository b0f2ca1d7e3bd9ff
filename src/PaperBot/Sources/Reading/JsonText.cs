using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace PaperBot.Sources.Reading;

/// <summary>
/// The text of a JSON string, whatever stands in it: <see cref="JsonElement.GetString"/> throws at half a surrogate pair
/// ("\ud800") and at bytes that are no UTF-8.
/// </summary>
internal static class JsonText
{
    public static string Of(JsonElement text) => Of(JsonMarshal.GetRawUtf8Value(text)[1..^1]);

    /// <param name="raw">What stands between the quotation marks.</param>
    public static string Of(ReadOnlySpan<byte> raw) => raw.Contains((byte)'\\') ? Unescaped(raw) : LenientText.Of(raw);

    private static string Unescaped(ReadOnlySpan<byte> raw)
    {
        var letters = ArrayPool<char>.Shared.Rent(raw.Length);
        try
        {
            var length = 0;
            while (raw.IndexOf((byte)'\\') is >= 0 and var escape)
            {
                length += LenientText.Write(raw[..escape], letters.AsSpan(length));
                raw = raw[escape..];
                letters[length++] = Escaped(raw, out var used);
                raw = raw[used..];
            }
            length += LenientText.Write(raw, letters.AsSpan(length));
            return new string(letters, 0, length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(letters);
        }
    }

    private static char Escaped(ReadOnlySpan<byte> raw, out int used)
    {
        used = Math.Min(2, raw.Length);
        var sign = raw.Length > 1 ? (char)raw[1] : '\\';
        if (
            sign == 'u'
            && raw.Length >= 6
            && ushort.TryParse(raw[2..6], NumberStyles.AllowHexSpecifier, null, out var code)
        )
        {
            used = 6;
            return (char)code;
        }
        return sign switch
        {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'b' => '\b',
            'f' => '\f',
            _ => sign,
        };
    }
}
