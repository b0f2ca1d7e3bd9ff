namespace PaperBot.Skills.Language;

/// <summary>
/// Names of features as numbers, so that reading a sentence makes no strings. The weights are stored under these numbers:
/// whoever changes a line here trains them again.
/// </summary>
internal static class FeatureHash
{
    /// <summary>FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/, over characters.</summary>
    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 16777619u;
        }
        return hash;
    }

    /// <summary>One number of two, in order; the last steps are MurmurHash3's, so that every bit counts.</summary>
    public static uint Join(uint first, uint second)
    {
        var hash = (first * 0x9E3779B1u) + second;
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6Bu;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }
}
