using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Digests;

/// <summary>Pure: whether two spellings can be the same person's name.</summary>
public static class AuthorNames
{
    /// <summary>
    /// The last name must be the same; of the other names each that both have must be, or be the other's initial: "A.
    /// Example", "Ada Example" and "Ada B. Example" are the same, "Bo Example" is another. A last name alone is no name.
    /// </summary>
    public static bool IsSame(string one, string other)
    {
        var (a, b) = (Words.Of(one).ToList(), Words.Of(other).ToList());
        if (a.Count == 0 || b.Count == 0 || a[^1] != b[^1])
        {
            return false;
        }
        if (a.Count == 1 || b.Count == 1)
        {
            return a.Count == b.Count;
        }
        return IsSameName(a[0], b[0]);
    }

    private static bool IsSameName(string one, string other) =>
        one == other || (one.Length == 1 && other[0] == one[0]) || (other.Length == 1 && one[0] == other[0]);
}
