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

    /// <summary>What the user may do in the channel.</summary>
    public Permissions MemberPermissions { get; init; } = Permissions.Usual;

    /// <summary>The bot is not a member here: the user has installed it for themselves.</summary>
    public bool UserInstalled { get; init; }

    /// <summary>0 guild, 1 direct message with the bot, 2 other private channel; null tells it from the channel.</summary>
    public int? Context { get; init; }

    internal Channel In(World world) => Channel ?? world.Guilds[0].General;

    internal SimulatedUser By(World world) => User ?? world.Tester;

    /// <summary>The members that every interaction has besides its id, token and data.</summary>
    internal JsonObject Envelope(World world)
    {
        var channel = In(world);
        var user = By(world);
        var json = new JsonObject
        {
            ["application_id"] = $"{world.Bot.Id}",
            ["version"] = 1,
            ["locale"] = Locale,
            ["channel_id"] = $"{channel.Id}",
            ["channel"] = PartialChannel(channel),
            ["context"] = Context ?? (channel.GuildId is null ? 1 : 0),
            ["app_permissions"] = $"{(ulong)(UserInstalled ? Permissions.Usual : channel.BotPermissions)}",
            ["authorizing_integration_owners"] = Owners(channel, user),
            ["entitlements"] = new JsonArray(),
            ["entitlement_sku_ids"] = new JsonArray(),
            ["attachment_size_limit"] = 10_485_760,
        };
        if (channel.GuildId is { } guild)
        {
            var locale = world.GuildTable.GetValueOrDefault(guild)?.Locale ?? "en-US";
            var member = WorldJson.Member(user, bot: false);
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
            json["user"] = user.ToJson();
        }
        return json;
    }

    internal JsonObject Owners(Channel channel, SimulatedUser user) =>
        UserInstalled
            ? new JsonObject { ["1"] = $"{user.Id}" }
            : new JsonObject { ["0"] = channel.GuildId is { } guild ? $"{guild}" : "0" };

    private JsonObject PartialChannel(Channel channel) =>
        new()
        {
            ["id"] = $"{channel.Id}",
            ["type"] = channel.Type,
            ["name"] = channel.Name,
            ["guild_id"] = channel.GuildId is { } guild ? $"{guild}" : null,
            ["permissions"] = $"{(ulong)MemberPermissions}",
        };
}
