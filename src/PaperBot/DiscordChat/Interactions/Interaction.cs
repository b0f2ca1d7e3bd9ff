using System.Globalization;
using System.Text.Json;
using PaperBot.Skills.Papers;

namespace PaperBot.DiscordChat.Interactions;

/// <summary>Kinds of interactions (https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-type).</summary>
internal enum InteractionKind
{
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    Modal = 5,
}

/// <summary>What somebody did with PaperBot on Discord.</summary>
internal sealed record Interaction
{
    private const int BotDirectMessage = 1;
    private const int Subcommand = 1;
    private const ulong Administrator = 1UL << 3;
    private const ulong ManageServer = 1UL << 5;

    public required ulong Id { get; init; }

    /// <summary>Good for answers for 15 minutes. A secret.</summary>
    public required string Token { get; init; }

    public required ulong Application { get; init; }
    public required InteractionKind Kind { get; init; }

    /// <summary>Who did it.</summary>
    public required ulong User { get; init; }

    public ulong? Guild { get; init; }
    public ulong? Channel { get; init; }

    /// <summary>The asker's name, as others there read it.</summary>
    public string UserName { get; init; } = "";

    /// <summary>The asker may manage the server, or is one of its admins.</summary>
    public bool MayManage { get; init; }

    /// <summary>The asker's language, such as "de" or "pt-BR".</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>Of a command or an autocomplete: its name, of a group's with that of the group before it.</summary>
    public string Command { get; init; } = "";

    /// <summary>Of a command or an autocomplete: what was given to its options.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>Of an autocomplete: the option that is being typed.</summary>
    public string Focused { get; init; } = "";

    /// <summary>Of a command on a message: the text and links of that message.</summary>
    public string? Target { get; init; }

    /// <summary>Of a component: its id, or what was picked from it. Of a form: its id; what was filled in is in <see cref="Values"/>.</summary>
    public string CustomId { get; init; } = "";

    /// <summary>Of a component: what the message's menus offer, each label with what it stands for.</summary>
    public IReadOnlyList<(string Label, string Value)> Offered { get; init; } = [];

    /// <summary>It happened in a conversation with the bot alone.</summary>
    public bool IsDirect { get; init; }

    /// <summary>Of a component: the message that it is on can be seen by the asker alone.</summary>
    public bool OnPrivate { get; init; }

    /// <summary>Of a component: whose question the message answers; null where that is not known.</summary>
    public ulong? AskedBy { get; init; }

    /// <returns>Null where it is none that can be answered.</returns>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static Interaction? Parse(ReadOnlyMemory<byte> received)
    {
        using var json = JsonDocument.Parse(received);
        var root = json.RootElement;
        if (
            root.IdOf("id") is not { } id
            || root.IdOf("application_id") is not { } application
            || root.TextOf("token") is not { Length: > 0 } token
            || root.NumberOf("type") is not { } kind
            || (root.PartOf("member") ?? root).PartOf("user")?.IdOf("id") is not { } user
        )
        {
            return null;
        }
        var read = new Interaction
        {
            Id = id,
            Token = token,
            Application = application,
            Kind = (InteractionKind)kind,
            User = user,
            Guild = root.IdOf("guild_id"),
            Channel = root.IdOf("channel_id"),
            UserName = NameOf(root),
            MayManage = (PermissionsOf(root) & (ManageServer | Administrator)) != 0,
            Locale = root.TextOf("locale") ?? "en-US",
            IsDirect = root.NumberOf("context") == BotDirectMessage,
        };
        var data = root.PartOf("data") ?? default;
        return read.Kind switch
        {
            InteractionKind.Component => WithComponent(read, root, data),
            InteractionKind.Modal => WithComponent(read, root, data) with { Values = Filled(data) },
            _ => WithCommand(read, data),
        };
    }

    /// <param name="words">Its contents, and the addresses and descriptions of its embeds.</param>
    public static string TargetText(IEnumerable<string?> words) => string.Join('\n', words.OfType<string>());

    // The name in the server, else the one that the person chose, else the unique one.
    private static string NameOf(JsonElement root)
    {
        var member = root.PartOf("member");
        var user = (member ?? root).PartOf("user");
        return PaperText.Clean(member?.TextOf("nick") ?? user?.TextOf("global_name") ?? user?.TextOf("username") ?? "");
    }

    private static ulong PermissionsOf(JsonElement root) =>
        ulong.TryParse(
            root.PartOf("member")?.TextOf("permissions"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var permissions
        )
            ? permissions
            : 0;

    private static Interaction WithCommand(Interaction read, JsonElement data)
    {
        var name = data.TextOf("name") ?? "";
        if (
            data.ListOf("options").FirstOrDefault(option => option.NumberOf("type") == Subcommand) is var chosen
            && chosen.TextOf("name") is { } word
        )
        {
            (name, data) = ($"{name} {word}", chosen);
        }
        var options = data.ListOf("options").Where(option => option.TextOf("name") is not null).ToList();
        return read with
        {
            Command = name,
            Values = options
                .Where(option => option.PartOf("value") is not null)
                .DistinctBy(option => option.TextOf("name"))
                .ToDictionary(option => option.TextOf("name")!, option => option.PartOf("value").ToString()!), // both asked for
            Focused =
                options
                    .Where(option => option.PartOf("focused") is { ValueKind: JsonValueKind.True })
                    .Select(option => option.TextOf("name"))
                    .FirstOrDefault()
                ?? "",
            Target = TargetText(data),
        };
    }

    private static Interaction WithComponent(Interaction read, JsonElement root, JsonElement data)
    {
        var message = root.PartOf("message") ?? default;
        return read with
        {
            CustomId =
                data.ListOf("values").Select(value => value.ToString()).FirstOrDefault()
                ?? data.TextOf("custom_id")
                ?? "",
            OnPrivate = ((message.NumberOf("flags") ?? 0) & Messages.MessageJson.Ephemeral) != 0,
            AskedBy = message.PartOf("interaction_metadata")?.PartOf("user")?.IdOf("id"),
            Offered =
            [
                .. message
                    .ListOf("components")
                    .SelectMany(row => row.ListOf("components"))
                    .SelectMany(part => part.ListOf("options"))
                    .Select(option => (option.TextOf("label") ?? "", option.TextOf("value") ?? "")),
            ],
        };
    }

    private static Dictionary<string, string> Filled(JsonElement form) =>
        form.ListOf("components")
            .Select(row => row.PartOf("component") ?? default)
            .Where(line => line.TextOf("custom_id") is not null && line.TextOf("value") is not null)
            .DistinctBy(line => line.TextOf("custom_id"))
            .ToDictionary(line => line.TextOf("custom_id")!, line => line.TextOf("value")!); // both asked for

    // The message's own words and those that it forwards, and where its embeds lead to.
    private static string? TargetText(JsonElement data)
    {
        if (
            data.TextOf("target_id") is not { } target
            || data.PartOf("resolved")?.PartOf("messages")?.PartOf(target) is not { } message
        )
        {
            return null;
        }
        return TargetText(
            message
                .ListOf("message_snapshots")
                .Select(snapshot => snapshot.PartOf("message") ?? default)
                .Prepend(message)
                .SelectMany(said =>
                    said.ListOf("embeds")
                        .SelectMany(embed => new[] { embed.TextOf("url"), embed.TextOf("description") })
                        .Prepend(said.TextOf("content"))
                )
        );
    }
}
