using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator;

/// <summary>The registered commands, by guild (none: global), as Discord answers them.</summary>
internal sealed class CommandTable
{
    private readonly Dictionary<ulong, List<JsonObject>> scopes = [];

    public List<JsonObject> All(ulong? guild)
    {
        lock (scopes)
        {
            return [.. scopes.GetValueOrDefault(guild ?? 0) ?? []];
        }
    }

    /// <summary>The command with the same name and type.</summary>
    public JsonObject? Find(ulong? guild, JsonObject body) =>
        Find(guild, body["name"]?.ToString() ?? "", body["type"]?.GetValue<int>() ?? 1);

    public JsonObject? Find(ulong? guild, string name, int type) =>
        All(guild).Find(c => c["name"]?.ToString() == name && c["type"]?.GetValue<int>() == type);

    public void Replace(ulong? guild, IEnumerable<JsonObject> commands)
    {
        var list = commands.ToList();
        lock (scopes)
        {
            scopes[guild ?? 0] = list;
        }
    }

    public void Put(ulong? guild, JsonObject made, JsonObject? old) =>
        Replace(guild, All(guild).Where(c => c != old).Append(made));

    public bool Remove(ulong? guild, string id)
    {
        var left = All(guild);
        var removed = left.RemoveAll(c => c["id"]?.ToString() == id) > 0;
        Replace(guild, left);
        return removed;
    }
}
