using System.Globalization;
using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator.Rest;

/// <summary>Collects what is wrong with a body in Discord's nested shape: path → _errors → [{code, message}].</summary>
internal sealed class FormErrors
{
    private readonly JsonObject root = [];

    public bool Any => root.Count > 0;

    public RestAnswer Answer => DiscordErrors.InvalidForm(root);

    /// <summary>Adds one error; the path is written "embeds.0.title".</summary>
    public void Add(string path, string code, string message)
    {
        var node = root;
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (node[step] is not JsonObject next)
            {
                node[step] = next = [];
            }
            node = next;
        }
        if (node["_errors"] is not JsonArray errors)
        {
            node["_errors"] = errors = [];
        }
        errors.Add(new JsonObject { ["code"] = code, ["message"] = message });
    }

    /// <summary>A text of at most so many UTF-16 units; with a least length it must be there.</summary>
    public void Text(JsonObject owner, string path, string name, int most, int least = 0)
    {
        var at = path.Length == 0 ? name : $"{path}.{name}";
        if (owner[name] is null)
        {
            if (least > 0)
            {
                Add(at, "BASE_TYPE_REQUIRED", "This field is required");
            }
            return;
        }
        if (owner[name] is not JsonValue value || !value.TryGetValue<string>(out var text))
        {
            Add(at, "STRING_TYPE_CONVERT", "Could not interpret value as string.");
        }
        else if (least > 0 && (text.Length < least || text.Length > most))
        {
            var words = string.Create(CultureInfo.InvariantCulture, $"Must be between {least} and {most} in length.");
            Add(at, "BASE_TYPE_BAD_LENGTH", words);
        }
        else if (text.Length > most)
        {
            Add(at, "BASE_TYPE_MAX_LENGTH", $"Must be {most} or fewer in length.");
        }
    }

    /// <summary>The objects of a list that may hold so many; others are told and left out.</summary>
    public IEnumerable<(JsonObject Item, string Path)> List(
        JsonObject owner,
        string path,
        string name,
        int most,
        int least = 0
    )
    {
        var at = path.Length == 0 ? name : $"{path}.{name}";
        if (owner[name] is null)
        {
            yield break;
        }
        if (owner[name] is not JsonArray list)
        {
            Add(at, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            yield break;
        }
        if (list.Count > most || list.Count < least)
        {
            var code = least > 0 ? "BASE_TYPE_BAD_LENGTH" : "BASE_TYPE_MAX_LENGTH";
            Add(
                at,
                code,
                least > 0 ? $"Must be between {least} and {most} in length." : $"Must be {most} or fewer in length."
            );
        }
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is JsonObject item)
            {
                yield return (item, $"{at}.{i}");
            }
            else
            {
                Add($"{at}.{i}", "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
            }
        }
    }
}
