using System.Text.Json;

namespace PaperBot.Sources.Reading;

/// <summary>Where JSON is broken.</summary>
internal static class JsonProblem
{
    /// <summary>The offset at which a parser gave up.</summary>
    public static int Offset(ReadOnlySpan<byte> bytes, JsonException? problem)
    {
        var offset = 0;
        for (var line = problem?.LineNumber ?? 0; line > 0; line--)
        {
            var end = bytes[offset..].IndexOf((byte)'\n');
            if (end < 0)
            {
                return bytes.Length;
            }
            offset += end + 1;
        }
        return (int)Math.Min(bytes.Length, offset + (problem?.BytePositionInLine ?? 0));
    }
}
