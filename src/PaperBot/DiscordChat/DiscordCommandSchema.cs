using System.Text;
using System.Text.Json;
using PaperBot.Chat;
using PaperBot.DiscordChat.Interactions;
using PaperBot.DiscordChat.Messages;

namespace PaperBot.DiscordChat;

/// <summary>
/// Pure: the commands as Discord registers them, and whether it has them so already
/// (https://discord.com/developers/docs/interactions/application-commands).
/// </summary>
internal static class DiscordCommandSchema
{
    private const int ChatInput = 1;
    private const int OnMessage = 3;
    private const int Subcommand = 1;
    private const int TextOption = 3;
    private const int NumberOption = 4;
    private const int ChannelOption = 7;
    private const string ManageServer = "32";
    private static readonly int[] PostableChannels = [0, 5, 15]; // text, announcements, forum
    private const int LongestText = 1_000; // of an option; Discord allows 6,000, no question needs them

    // Of these Discord has an opinion of its own where PaperBot says nothing, as in a test server.
    private static readonly string[] Where = ["contexts", "integration_types"];

    // What PaperBot says, and what it means by saying nothing; the rest of what Discord answers is its own.
    private static readonly string[] Said =
    [
        "type",
        "name",
        "name_localizations",
        "description",
        "description_localizations",
        "options",
        "required",
        "choices",
        "value",
        "min_value",
        "max_value",
        "max_length",
        "autocomplete",
        "channel_types",
        "default_member_permissions",
        "nsfw",
        .. Where,
    ];

    /// <summary>How many they are, with the one on messages.</summary>
    public static int Count(IReadOnlyList<ICommand> commands) => Groups(commands).Count() + 1;

    /// <param name="commands">All of them.</param>
    /// <param name="isTest">For one server: there, Discord takes no word on where they can be installed.</param>
    public static ReadOnlyMemory<byte> All(IReadOnlyList<ICommand> commands, bool isTest) =>
        MessageJson.Of(json =>
        {
            json.WriteStartArray();
            foreach (var group in Groups(commands))
            {
                Write(json, [.. group], group.Key, isTest);
            }
            WriteOnMessage(json, isTest);
            json.WriteEndArray();
        });

    /// <summary>Whether what Discord has says the same as what it would be told; orders of keys and its own fields do not count.</summary>
    public static bool IsSame(JsonElement has, ReadOnlyMemory<byte> wanted)
    {
        using var json = JsonDocument.Parse(wanted);
        var saysWhere = json.RootElement.EnumerateArray().Any(command => command.TryGetProperty(Where[0], out _));
        return has.ValueKind == JsonValueKind.Array
            && Canonical(has, saysWhere) == Canonical(json.RootElement, saysWhere);
    }

    private static IEnumerable<IGrouping<string, ICommand>> Groups(IReadOnlyList<ICommand> commands) =>
        commands.GroupBy(command => command.Name.Split(' ')[0]);

    private static void Write(Utf8JsonWriter json, IReadOnlyList<ICommand> commands, string name, bool isTest)
    {
        var first = commands[0];
        json.WriteStartObject();
        json.WriteNumber("type"u8, ChatInput);
        json.WriteString("name"u8, name);
        json.WriteString("description"u8, first.GroupDescription ?? first.Description);
        WriteTexts(json, name);
        if (first.Name == name)
        {
            WriteOptions(json, first);
        }
        else
        {
            json.WriteStartArray("options"u8);
            foreach (var command in commands)
            {
                json.WriteStartObject();
                json.WriteNumber("type"u8, Subcommand);
                json.WriteString("name"u8, command.Name[(name.Length + 1)..]);
                json.WriteString("description"u8, command.Description);
                WriteTexts(json, command.Name);
                WriteOptions(json, command);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        if (commands.All(command => command.NeedsManager))
        {
            json.WriteString("default_member_permissions"u8, ManageServer);
        }
        WriteWhere(json, isTest, commands.All(command => command.InServersOnly));
        json.WriteEndObject();
    }

    private static void WriteOptions(Utf8JsonWriter json, ICommand command)
    {
        if (command.Options.Count == 0)
        {
            return;
        }
        json.WriteStartArray("options"u8);
        foreach (var option in command.Options.OrderByDescending(option => option.Required)) // Discord wants these first
        {
            Write(json, command.Name, option);
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string command, CommandOption option)
    {
        json.WriteStartObject();
        json.WriteNumber(
            "type"u8,
            option.Kind switch
            {
                OptionKind.Number => NumberOption,
                OptionKind.Channel => ChannelOption,
                _ => TextOption,
            }
        );
        json.WriteString("name"u8, option.Name);
        json.WriteString("description"u8, option.Description);
        WriteTexts(json, $"{command} {option.Name}");
        if (option.Required)
        {
            json.WriteBoolean("required"u8, true);
        }
        switch (option.Kind)
        {
            case OptionKind.Number:
                json.WriteNumber("min_value"u8, option.Least);
                json.WriteNumber("max_value"u8, option.Most);
                break;
            case OptionKind.Choice:
                json.WriteStartArray("choices"u8);
                foreach (var choice in option.Choices)
                {
                    json.WriteStartObject();
                    json.WriteString("name"u8, choice);
                    json.WriteString("value"u8, choice);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                break;
            case OptionKind.Paper:
                json.WriteBoolean("autocomplete"u8, true);
                json.WriteNumber("max_length"u8, LongestText);
                break;
            case OptionKind.Text:
                if (option.Suggest is not null)
                {
                    json.WriteBoolean("autocomplete"u8, true);
                }
                json.WriteNumber("max_length"u8, LongestText);
                break;
            case OptionKind.Channel:
                json.WriteStartArray("channel_types"u8);
                foreach (var type in PostableChannels)
                {
                    json.WriteNumberValue(type);
                }
                json.WriteEndArray();
                break;
        }
        json.WriteEndObject();
    }

    private static void WriteOnMessage(Utf8JsonWriter json, bool isTest)
    {
        json.WriteStartObject();
        json.WriteNumber("type"u8, OnMessage);
        json.WriteString("name"u8, InteractionHandler.OnMessage);
        WriteMap(json, "name_localizations"u8, DiscordTexts.Names(InteractionHandler.OnMessage));
        WriteWhere(json, isTest, inServersOnly: false);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string of)
    {
        WriteMap(json, "name_localizations"u8, DiscordTexts.Names(of));
        WriteMap(json, "description_localizations"u8, DiscordTexts.Descriptions(of));
    }

    private static void WriteMap(
        Utf8JsonWriter json,
        ReadOnlySpan<byte> name,
        IEnumerable<(string Locale, string Text)> texts
    )
    {
        json.WriteStartObject(name);
        foreach (var (locale, text) in texts)
        {
            json.WriteString(locale, text);
        }
        json.WriteEndObject();
    }

    // In servers and by people who installed it for themselves; there, in direct messages and in group chats. What is about
    // a server is only of use in one.
    private static void WriteWhere(Utf8JsonWriter json, bool isTest, bool inServersOnly)
    {
        if (isTest)
        {
            return;
        }
        json.WriteStartArray("integration_types"u8);
        json.WriteNumberValue(0);
        if (!inServersOnly)
        {
            json.WriteNumberValue(1);
        }
        json.WriteEndArray();
        json.WriteStartArray("contexts"u8);
        json.WriteNumberValue(0);
        if (!inServersOnly)
        {
            json.WriteNumberValue(1);
            json.WriteNumberValue(2);
        }
        json.WriteEndArray();
    }

    private static string Canonical(JsonElement commands, bool saysWhere) =>
        string.Join(
            '\n',
            commands
                .EnumerateArray()
                .Select(command => Canonical(command, isMap: false, saysWhere))
                .Order(StringComparer.Ordinal)
        );

    // Empty, false and null say the same as nothing.
    private static string Canonical(JsonElement value, bool isMap, bool saysWhere)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var text = new StringBuilder("{");
                foreach (
                    var property in value
                        .EnumerateObject()
                        .Where(property =>
                            isMap || (Said.Contains(property.Name) && (saysWhere || !Where.Contains(property.Name)))
                        )
                        .OrderBy(property => property.Name, StringComparer.Ordinal)
                )
                {
                    var inner = Canonical(
                        property.Value,
                        property.Name.EndsWith("_localizations", StringComparison.Ordinal),
                        saysWhere
                    );
                    if (inner is not ("" or "{}" or "[]" or "false" or "\"\""))
                    {
                        text.Append(property.Name).Append(':').Append(inner).Append(';');
                    }
                }
                return text.Append('}').ToString();
            case JsonValueKind.Array:
                var items = value.EnumerateArray().Select(item => Canonical(item, isMap: false, saysWhere));
                // Lists of numbers are sets (contexts, integration_types); the order of options and choices is seen.
                var isSet = value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number);
                return $"[{string.Join(',', isSet ? items.Order(StringComparer.Ordinal) : items)}]";
            case JsonValueKind.Number:
                return value.GetDouble().ToString(System.Globalization.CultureInfo.InvariantCulture);
            case JsonValueKind.String:
                return JsonSerializer.Serialize(value.GetString());
            case JsonValueKind.True:
                return "true";
            case JsonValueKind.False:
                return "false";
            default:
                return "";
        }
    }
}
