using System.Collections.Concurrent;
using System.Text.Json;

namespace PaperBot.DiscordSimulator;

/// <summary>What each "#/components/…" of a document points at, looked up once: the document has a thousand schemas.</summary>
internal sealed class SchemaLinks(JsonElement root)
{
    private readonly ConcurrentDictionary<string, JsonElement> known = [];

    public JsonElement Target(string reference) => known.GetOrAdd(reference, Find);

    private JsonElement Find(string reference)
    {
        var found = root;
        foreach (var step in reference.Split('/').Skip(1))
        {
            found = found.GetProperty(step);
        }
        return found;
    }
}
