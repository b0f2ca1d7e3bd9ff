using System.Collections.Concurrent;
using System.Text.Json;

namespace PaperBot.DiscordSimulator.Spec;

/// <summary>The operations of a prepared description, by method and path.</summary>
internal sealed class SpecOperations
{
    private readonly JsonElement document;
    private readonly SpecSchemas schemas;
    private readonly List<(string[] Segments, JsonElement Item)> paths = [];
    private readonly ConcurrentDictionary<(string Method, string[] Segments), SpecOperation> known = [];

    public SpecOperations(JsonElement document)
    {
        this.document = document;
        schemas = new SpecSchemas(document.GetProperty("components").GetProperty("schemas"));
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            paths.Add((path.Name.Split('/', StringSplitOptions.RemoveEmptyEntries), path.Value));
        }
    }

    // Of several paths that fit, the one with most literal parts is meant: @original, @me.
    public SpecOperation? Find(string method, string path)
    {
        var verb = method.ToLowerInvariant();
        var given = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var (segments, item) = paths
            .Where(one => Fits(one.Segments, given) && one.Item.TryGetProperty(verb, out _))
            .OrderByDescending(one => one.Segments.Zip(given).Count(pair => pair.First == pair.Second))
            .FirstOrDefault();
        return segments is null
            ? null
            : known.GetOrAdd((verb, segments), key => new SpecOperation(key.Method, segments, item, document, schemas));
    }

    private static bool Fits(string[] segments, string[] given) =>
        segments.Length == given.Length
        && segments.Zip(given).All(pair => pair.First[0] == '{' || pair.First == pair.Second);
}
