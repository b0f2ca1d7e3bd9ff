namespace PaperBot.Benchmarks;

/// <summary>What follows a verb and its file: names with a value each, in any order.</summary>
internal static class NamedArguments
{
    /// <returns>The value of each name, in the order of the names; null where none was given; an empty list for a misuse.</returns>
    public static string?[] Read(string[] rest, params string[] names)
    {
        var values = new string?[names.Length];
        for (var i = 0; i < rest.Length; i += 2)
        {
            var name = Array.IndexOf(names, rest[i]);
            if (name < 0 || i + 1 == rest.Length || values[name] is not null)
            {
                return [];
            }
            values[name] = rest[i + 1];
        }
        return values;
    }
}
