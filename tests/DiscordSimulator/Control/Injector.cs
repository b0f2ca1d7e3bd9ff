using System.Text.Json;
using System.Text.Json.Nodes;
using PaperBot.DiscordSimulator.Control;
using PaperBot.DiscordSimulator.Rest;

namespace PaperBot.DiscordSimulator;

/// <summary>
/// Does what users do. Each method sends INTERACTION_CREATE and returns at once; the result says how the bot answered.
/// What a user could not do (an unknown command, a disabled button) throws <see cref="ArgumentException"/>.
/// </summary>
public sealed class Injector
{
    private static readonly IReadOnlyDictionary<string, object?> None = new Dictionary<string, object?>();
    private readonly SimulatorOptions options;
    private readonly World world;
    private readonly GatewayHub gateway;
    private readonly CommandTable commands;
    private readonly InteractionTable table;
    private readonly Snowflakes ids;

    internal Injector(
        SimulatorOptions options,
        World world,
        GatewayHub gateway,
        CommandTable commands,
        InteractionTable table,
        Snowflakes ids
    )
    {
        this.options = options;
        this.world = world;
        this.gateway = gateway;
        this.commands = commands;
        this.table = table;
        this.ids = ids;
    }

    /// <summary>A slash command; a subcommand is written after a space.</summary>
    /// <param name="values">Option values by name; their type follows the registered option.</param>
    public InjectedInteraction Slash(
        string command,
        IReadOnlyDictionary<string, object?>? values = null,
        AskedFrom? from = null
    )
    {
        var words = command.Split(' ');
        var data = CommandData.Of(Registered(words[0], 1, from), words, values ?? None, focused: null);
        CommandData.Resolve(data, id => ulong.TryParse(id, out var number) ? Channel(number) : null);
        return Send(2, data, from, commandType: 1);
    }

    /// <summary>Somebody has typed so much of one option.</summary>
    public InjectedInteraction Autocomplete(
        string command,
        string option,
        string typed,
        IReadOnlyDictionary<string, object?>? others = null,
        AskedFrom? from = null
    )
    {
        var words = command.Split(' ');
        var values = new Dictionary<string, object?>(others ?? None) { [option] = typed };
        return Send(4, CommandData.Of(Registered(words[0], 1, from), words, values, option), from, commandType: 1);
    }

    /// <summary>A command of a message's "Apps" menu.</summary>
    public InjectedInteraction MessageCommand(string command, SentMessage target, AskedFrom? from = null)
    {
        var data = new JsonObject
        {
            ["id"] = Registered(command, 3, from)["id"]?.ToString(),
            ["name"] = command,
            ["type"] = 3,
            ["target_id"] = $"{target.Id}",
            ["resolved"] = new JsonObject
            {
                ["messages"] = new JsonObject { [$"{target.Id}"] = target.Json.DeepClone() },
            },
        };
        return Send(2, data, from ?? new AskedFrom { Channel = Place(target) }, commandType: 3);
    }

    public InjectedInteraction Button(SentMessage message, string customId, AskedFrom? from = null) =>
        Component(message, customId, null, from);

    public InjectedInteraction Select(
        SentMessage message,
        string customId,
        IReadOnlyList<string> values,
        AskedFrom? from = null
    ) => Component(message, customId, values, from);

    /// <summary>Fills in and sends the modal that <paramref name="opener"/> was answered with.</summary>
    /// <param name="values">By custom id; several strings for a select.</param>
    public InjectedInteraction SubmitModal(
        InjectedInteraction opener,
        IReadOnlyDictionary<string, object?> values,
        AskedFrom? from = null
    )
    {
        var modal =
            opener.Modal
            ?? throw new ArgumentException("The interaction was not answered with a modal.", nameof(opener));
        from ??= new AskedFrom
        {
            Channel = world.ChannelTable.GetValueOrDefault(opener.ChannelId),
            User = opener.User,
            UserInstalled = opener.UserInstalled,
        };
        return Send(5, ModalData.Of(modal, values), from, source: opener.Source);
    }

    /// <summary>Ends an interaction's token before its 15 minutes.</summary>
    public void Expire(InjectedInteraction interaction) => table.Expire(interaction);

    /// <summary>A slash command without options as bytes around its id and token: the light way for load.</summary>
    internal (byte[] Head, byte[] Middle, byte[] Tail) Template(
        string command,
        IReadOnlyDictionary<string, object?>? values,
        AskedFrom from
    )
    {
        var words = command.Split(' ');
        var json = from.Envelope(world, from.Owners(world));
        json["type"] = 2;
        json["id"] = "<id>";
        json["token"] = "<token>";
        json["data"] = CommandData.Of(Registered(words[0], 1, from), words, values ?? None, focused: null);
        var text = json.ToJsonString(
            new JsonSerializerOptions
            {
                Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
        var parts = text.Split(["<id>", "<token>"], StringSplitOptions.None);
        return (Bytes(parts[0]), Bytes(parts[1]), Bytes(parts[2]));
    }

    internal InjectedInteraction SendTemplate((byte[] Head, byte[] Middle, byte[] Tail) template, Channel channel)
    {
        var id = ids.Next();
        var token = NewToken(id);
        var interaction = new InjectedInteraction(id, token, 2, options.Time)
        {
            AnswerWithin = options.AnswerWithin,
            CommandType = 1,
            ChannelId = channel.Id,
            GuildId = channel.GuildId,
        };
        table.Add(interaction);
        byte[] data = [.. template.Head, .. Bytes($"{id}"), .. template.Middle, .. Bytes(token), .. template.Tail];
        interaction.Passages = gateway.Offer("INTERACTION_CREATE", data, channel.GuildId);
        return interaction;
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private InjectedInteraction Component(
        SentMessage message,
        string customId,
        IReadOnlyList<string>? values,
        AskedFrom? from
    )
    {
        var component =
            MessageLimits.All(message.Json["components"]).FirstOrDefault(c => c["custom_id"]?.ToString() == customId)
            ?? throw new ArgumentException($"The message has no component '{customId}'.", nameof(customId));
        if (component["disabled"]?.GetValue<bool>() == true)
        {
            throw new ArgumentException($"The component '{customId}' is disabled.", nameof(customId));
        }
        var data = new JsonObject
        {
            ["id"] = component["id"]?.DeepClone(),
            ["custom_id"] = customId,
            ["component_type"] = component["type"]?.DeepClone(),
        };
        if (values is not null)
        {
            data["values"] = new JsonArray([.. values.Select(v => JsonValue.Create(v))]);
        }
        return Send(3, data, from ?? new AskedFrom { Channel = Place(message) }, source: message);
    }

    private InjectedInteraction Send(
        int type,
        JsonObject data,
        AskedFrom? asked,
        int commandType = 0,
        SentMessage? source = null
    )
    {
        var from = asked ?? new AskedFrom();
        var channel = from.In(world);
        var user = from.By(world);
        var id = ids.Next();
        var token = NewToken(id);
        // What is pressed belongs to whose installation answered before, whoever presses it.
        var before = source?.Json["interaction_metadata"]?["authorizing_integration_owners"] as JsonObject;
        var owners = before ?? from.Owners(world);
        var ownUser = !owners.ContainsKey("0");
        var json = from.Envelope(world, (JsonObject)owners.DeepClone());
        json["id"] = $"{id}";
        json["token"] = token;
        json["type"] = type;
        json["data"] = data;
        if (source is not null)
        {
            json["message"] = source.Json.DeepClone();
        }
        var interaction = new InjectedInteraction(id, token, type, options.Time)
        {
            AnswerWithin = options.AnswerWithin,
            CommandType = commandType,
            ChannelId = channel.Id,
            GuildId = channel.GuildId,
            User = user,
            Source = source,
            UserInstalled = ownUser,
            ForcedPrivate =
                ownUser && channel.GuildId is not null && !from.MemberPermissions.HasFlag(Permissions.UseExternalApps),
            Metadata = Metadata(id, type, user, (JsonObject)owners.DeepClone(), source),
        };
        table.Add(interaction);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(json);
        interaction.Passages = gateway.Offer("INTERACTION_CREATE", bytes, channel.GuildId);
        return interaction;
    }

    private static JsonObject Metadata(ulong id, int type, SimulatedUser user, JsonObject owners, SentMessage? source)
    {
        var metadata = new JsonObject
        {
            ["id"] = $"{id}",
            ["type"] = type,
            ["user"] = user.ToJson(),
            ["authorizing_integration_owners"] = owners,
        };
        switch (type)
        {
            case 3 when source is not null:
                metadata["interacted_message_id"] = $"{source.Id}";
                break;
            case 5:
                metadata["triggering_interaction_metadata"] = Metadata(
                    id,
                    2,
                    user,
                    (JsonObject)owners.DeepClone(),
                    null
                );
                break;
        }
        return metadata;
    }

    private JsonObject Registered(string name, int type, AskedFrom? from)
    {
        var asked = from ?? new AskedFrom();
        var guild = asked.In(world).GuildId;
        var command =
            (guild is null ? null : commands.Find(guild, name, type))
            ?? commands.Find(null, name, type)
            ?? throw new ArgumentException($"No command '{name}' of type {type} is registered.", nameof(name));
        return
            Offers(command, "integration_types", asked.Owners(world).ContainsKey("0") ? 0 : 1)
            && Offers(command, "contexts", asked.ContextIn(world))
            ? command
            : throw new ArgumentException($"The command '{name}' is not offered there.", nameof(name));
    }

    // Commands of a guild have no such lists; null is all.
    private static bool Offers(JsonObject command, string list, int value) =>
        command[list] is not JsonArray offered || offered.Any(one => one?.GetValue<int>() == value);

    private JsonObject? Channel(ulong id) =>
        world.ChannelTable.TryGetValue(id, out var channel) ? WorldJson.Channel(channel, world.Bot.Id) : null;

    private Channel? Place(SentMessage message) => world.ChannelTable.GetValueOrDefault(message.ChannelId);

    // As opaque as Discord's, and unique because the id is in it.
    private static string NewToken(ulong id) => $"aW50ZXJhY3Rpb246{id}{(uint)(id * 2654435761):x8}";
}
