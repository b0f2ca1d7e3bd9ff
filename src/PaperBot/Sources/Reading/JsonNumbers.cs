namespace PaperBot.Sources.Reading;

/// <summary>Numbers that JSON does not have and Python writes all the same, for values that are missing.</summary>
internal static class JsonNumbers
{
    /// <returns>The record with null in their place; null where there are none.</returns>
    public static byte[]? WithoutNaN(ReadOnlySpan<byte> record)
    {
        if (record.IndexOf("NaN"u8) < 0 && record.IndexOf("Infinity"u8) < 0)
        {
            return null;
        }
        var corrected = new List<byte>(record.Length + 16);
        var inText = false;
        for (var i = 0; i < record.Length; i++)
        {
            if (!inText && Length(record[i..]) is > 0 and var length)
            {
                corrected.AddRange("null"u8);
                i += length - 1;
                continue;
            }
            corrected.Add(record[i]);
            if (inText && record[i] == '\\' && i + 1 < record.Length)
            {
                corrected.Add(record[++i]);
            }
            else if (record[i] == '"')
            {
                inText = !inText;
            }
        }
        return [.. corrected];
    }

    private static int Length(ReadOnlySpan<byte> value) =>
        value.StartsWith("NaN"u8) ? 3
        : value.StartsWith("Infinity"u8) ? 8
        : value.StartsWith("-Infinity"u8) ? 9
        : 0;
}
