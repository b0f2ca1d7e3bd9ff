using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Discord;
using Discord.Rest;

namespace PaperBot.DiscordNet;

/// <summary>Pure: commands as PaperBot describes them to Discord.Net's kind and back, so that both compare alike.</summary>
internal static class NetCommands
{
    private const int OnMessage = 3;

    /// <param name="command">One of those that <see cref="DiscordChat.DiscordCommandSchema"/> writes.</param>
    public static ApplicationCommandProperties From(JsonElement command)
    {
        var name = command.GetProperty("name").GetString();
        if (command.GetProperty("type").GetInt32() == OnMessage)
        {
            return new MessageCommandBuilder
            {
                Name = name,
                IntegrationTypes = Numbers<ApplicationIntegrationType>(command, "integration_types"),
                ContextTypes = Numbers<InteractionContextType>(command, "contexts"),
            }
                .WithNameLocalizations(Texts(command, "name_localizations"))
                .Build();
        }
        var properties = new SlashCommandBuilder
        {
            Name = name,
            Description = command.GetProperty("description").GetString(),
            IntegrationTypes = Numbers<ApplicationIntegrationType>(command, "integration_types"),
            ContextTypes = Numbers<InteractionContextType>(command, "contexts"),
            DefaultMemberPermissions = command.TryGetProperty("default_member_permissions", out var who)
                ? (GuildPermission)ulong.Parse(who.GetString() ?? "0", CultureInfo.InvariantCulture)
                : null,
        }
            .WithNameLocalizations(Texts(command, "name_localizations"))
            .WithDescriptionLocalizations(Texts(command, "description_localizations"))
            .Build();
        properties.Options = List(command, "options").Select(Option).ToList();
        return properties;
    }

    /// <summary>What Discord has, as its REST API would have said it.</summary>
    public static string Json(IEnumerable<RestApplicationCommand> commands) =>
        new JsonArray([.. commands.Select(Command)]).ToJsonString();

    // Not by Discord.Net's builder: it gives every option an empty list of options, which Discord's description forbids.
    private static ApplicationCommandOptionProperties Option(JsonElement option) =>
        new()
        {
            Name = option.GetProperty("name").GetString(),
            Description = option.GetProperty("description").GetString(),
            Type = (ApplicationCommandOptionType)option.GetProperty("type").GetInt32(),
            IsRequired = Is(option, "required"),
            IsAutocomplete = Is(option, "autocomplete") is true,
            MinValue = option.TryGetProperty("min_value", out var least) ? least.GetDouble() : null,
            MaxValue = option.TryGetProperty("max_value", out var most) ? most.GetDouble() : null,
            MaxLength = option.TryGetProperty("max_length", out var longest) ? longest.GetInt32() : null,
            NameLocalizations = Texts(option, "name_localizations"),
            DescriptionLocalizations = Texts(option, "description_localizations"),
            Choices = Choices(option),
            ChannelTypes = option.TryGetProperty("channel_types", out var types)
                ? [.. types.EnumerateArray().Select(type => (ChannelType)type.GetInt32())]
                : null,
            Options = option.TryGetProperty("options", out var inner)
                ? [.. inner.EnumerateArray().Select(Option)]
                : null,
        };

    private static List<ApplicationCommandOptionChoiceProperties>? Choices(JsonElement option) =>
        option.TryGetProperty("choices", out var choices)
            ?
            [
                .. choices
                    .EnumerateArray()
                    .Select(choice => new ApplicationCommandOptionChoiceProperties
                    {
                        Name = choice.GetProperty("name").GetString(),
                        Value = choice.GetProperty("value").GetString(),
                    }),
            ]
            : null;

    private static JsonNode Command(RestApplicationCommand command) =>
        new JsonObject
        {
            ["type"] = (int)command.Type,
            ["name"] = command.Name,
            ["description"] = command.Description,
            ["name_localizations"] = Texts(command.NameLocalizations),
            ["description_localizations"] = Texts(command.DescriptionLocalizations),
            ["options"] = new JsonArray([.. (command.Options ?? []).Select(Option)]),
            ["nsfw"] = command.IsNsfw,
            ["default_member_permissions"] =
                command.DefaultMemberPermissions.RawValue == 0
                    ? null
                    : command.DefaultMemberPermissions.RawValue.ToString(CultureInfo.InvariantCulture),
            ["integration_types"] = new JsonArray([
                .. (command.IntegrationTypes ?? []).Select(type => (JsonNode)(int)type),
            ]),
            ["contexts"] = new JsonArray([.. (command.ContextTypes ?? []).Select(type => (JsonNode)(int)type)]),
        };

    private static JsonNode Option(RestApplicationCommandOption option) =>
        new JsonObject
        {
            ["type"] = (int)option.Type,
            ["name"] = option.Name,
            ["description"] = option.Description,
            ["name_localizations"] = Texts(option.NameLocalizations),
            ["description_localizations"] = Texts(option.DescriptionLocalizations),
            ["required"] = option.IsRequired,
            ["autocomplete"] = option.IsAutocomplete,
            ["min_value"] = option.MinValue,
            ["max_value"] = option.MaxValue,
            ["max_length"] = option.MaxLength,
            ["channel_types"] = new JsonArray([.. (option.ChannelTypes ?? []).Select(type => (JsonNode)(int)type)]),
            ["options"] = new JsonArray([.. (option.Options ?? []).Select(Option)]),
            ["choices"] = new JsonArray([
                .. (option.Choices ?? []).Select(choice => new JsonObject
                {
                    ["name"] = choice.Name,
                    ["value"] = $"{choice.Value}",
                }),
            ]),
        };

    private static JsonObject Texts(IReadOnlyDictionary<string, string>? texts) =>
        new(
            (texts ?? new Dictionary<string, string>()).Select(text =>
                KeyValuePair.Create(text.Key, (JsonNode?)text.Value)
            )
        );

    private static Dictionary<string, string> Texts(JsonElement of, string name) =>
        of.TryGetProperty(name, out var texts)
            ? texts.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString() ?? "")
            : [];

    private static IEnumerable<JsonElement> List(JsonElement of, string name) =>
        of.TryGetProperty(name, out var list) ? list.EnumerateArray() : [];

    private static HashSet<T>? Numbers<T>(JsonElement of, string name)
        where T : struct, Enum =>
        of.TryGetProperty(name, out var numbers)
            ? [.. numbers.EnumerateArray().Select(number => (T)(object)number.GetInt32())]
            : null;

    private static bool? Is(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) ? value.ValueKind == JsonValueKind.True : null;
}
