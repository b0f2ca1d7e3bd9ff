using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator;

/// <summary>Who asks, where, in which language: the context of an injected interaction. Left out: the first guild.</summary>
public sealed record AskedFrom
{
    /// <summary>The channel; null takes the first guild's general channel.</summary>
    public Channel? Channel { get; init; }

    /// <summary>Null takes <see cref="World.Tester"/>.</summary>
    public SimulatedUser? User { get; init; }

    /// <summary>The user's language, for example "de" or "zh-CN".</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>
    /// What the user may do in the channel. Without <see cref="Permissions.UseExternalApps"/> only they see what an app
    /// answers that they have installed for themselves.
    /// </summary>
    public Permissions MemberPermissions { get; init; } = Permissions.Usual;

    /// <summary>
    /// The bot is not a member here: the user has installed it for themselves. It is so in <see cref="World.Group"/> in any
    /// case.
    /// </summary>
    public bool UserInstalled { get; init; }

    /// <summary>0 guild, 1 direct message with the bot, 2 other private channel; null tells it from the channel.</summary>
    public int? Context { get; init; }

    internal Channel In(World world) => Channel ?? world.Guilds[0].General;

    internal SimulatedUser By(World world) => User ?? world.Tester;

    internal int ContextIn(World world)
    {
        var channel = In(world);
        return Context
            ?? (
                channel.GuildId is not null ? 0
                : world.BotIsIn(channel) ? 1
                : 2
            );
    }

    /// <summary>By whose installation the bot is asked: "0" a guild's, "1" a user's.</summary>
    internal JsonObject Owners(World world) =>
        UserInstalled || In(world) == world.Group
            ? new JsonObject { ["1"] = $"{By(world).Id}" }
            : new JsonObject { ["0"] = $"{In(world).GuildId ?? 0}" };

    /// <summary>The members that every interaction has besides its id, token and data.</summary>
    internal JsonObject Envelope(World world, JsonObject owners)
    {
        var channel = In(world);
        var json = new JsonObject
        {
            ["application_id"] = $"{world.Bot.Id}",
            ["version"] = 1,
            ["locale"] = Locale,
            ["channel_id"] = $"{channel.Id}",
            ["channel"] = PartialChannel(channel),
            ["context"] = ContextIn(world),
            ["app_permissions"] = $"{(ulong)AppPermissions(world)}",
            ["authorizing_integration_owners"] = owners,
            ["entitlements"] = new JsonArray(),
            ["entitlement_sku_ids"] = new JsonArray(),
            ["attachment_size_limit"] = 10_485_760,
        };
        if (channel.GuildId is { } guild)
        {
            var locale = world.GuildTable.GetValueOrDefault(guild)?.Locale ?? "en-US";
            var roles = MemberPermissions.HasFlag(Permissions.ManageGuild)
                ? new JsonArray(JsonValue.Create($"{WorldJson.ManagersOf(guild)}"))
                : [];
            var member = WorldJson.Member(By(world), bot: false, roles);
            member["permissions"] = $"{(ulong)MemberPermissions}";
            json["guild_id"] = $"{guild}";
            json["guild_locale"] = locale;
            json["guild"] = new JsonObject
            {
                ["id"] = $"{guild}",
                ["locale"] = locale,
                ["features"] = new JsonArray(),
            };
            json["member"] = member;
        }
        else
        {
            json["user"] = By(world).ToJson();
        }
        return json;
    }

    // In private channels Discord names these few.
    private Permissions AppPermissions(World world)
    {
        const Permissions Private = Permissions.AttachFiles | Permissions.EmbedLinks | Permissions.MentionEveryone;
        var channel = In(world);
        return channel.GuildId is not null
            ? UserInstalled
                ? Permissions.Usual
                : channel.BotPermissions
            : world.BotIsIn(channel)
                ? Private | Permissions.UseExternalEmojis
                : Private;
    }

    private JsonObject PartialChannel(Channel channel)
    {
        var json = new JsonObject { ["id"] = $"{channel.Id}", ["type"] = channel.Type };
        if (channel.GuildId is { } guild)
        {
            json["guild_id"] = $"{guild}";
            json["permissions"] = $"{(ulong)MemberPermissions}";
        }
        if (channel.Name.Length > 0)
        {
            json["name"] = channel.Name;
        }
        return json;
    }
}
