using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator;

/// <summary>Guilds, channels, members and roles as Discord writes them.</summary>
internal static class WorldJson
{
    private const int RequireTag = 1 << 4;
    private const string Joined = "2026-01-01T00:00:00.000000+00:00";

    public static JsonObject Channel(Channel channel, ulong bot)
    {
        var json = new JsonObject
        {
            ["id"] = $"{channel.Id}",
            ["type"] = channel.Type,
            ["flags"] = 0,
            ["last_message_id"] = channel.Messages is [.., var last] ? $"{last.Id}" : null,
        };
        if (channel.GuildId is not { } guild)
        {
            json["recipients"] = new JsonArray();
            return json;
        }
        json["guild_id"] = $"{guild}";
        json["name"] = channel.Name;
        if (channel is { Thread: { } thread, Parent: { } parent })
        {
            AddThread(json, channel, parent, thread);
            return json;
        }
        if (channel.Type == DiscordSimulator.Channel.Forum)
        {
            AddForum(json, channel);
        }
        json["position"] = 0;
        json["parent_id"] = null;
        json["topic"] = null;
        json["nsfw"] = false;
        json["rate_limit_per_user"] = 0;
        // The bot's permissions here as an overwrite for it, so that computing them from roles gives what the channel says.
        json["permission_overwrites"] = new JsonArray(
            new JsonObject
            {
                ["id"] = $"{bot}",
                ["type"] = 1,
                ["allow"] = $"{(ulong)channel.BotPermissions}",
                ["deny"] = $"{(ulong)(Permissions.Usual & ~channel.BotPermissions)}",
            }
        );
        return json;
    }

    private static void AddThread(JsonObject json, Channel channel, Channel parent, ThreadState thread)
    {
        json["parent_id"] = $"{parent.Id}";
        json["owner_id"] = $"{thread.Owner}";
        json["rate_limit_per_user"] = 0;
        json["message_count"] = channel.Messages.Count;
        json["total_message_sent"] = channel.Messages.Count;
        json["member_count"] = 1;
        json["thread_metadata"] = new JsonObject
        {
            ["archived"] = thread.ArchivedAt is not null,
            ["archive_timestamp"] = Snowflakes.Iso(thread.ArchivedAt ?? thread.CreatedAt),
            ["auto_archive_duration"] = 4320,
            ["locked"] = thread.IsLocked,
            ["create_timestamp"] = Snowflakes.Iso(thread.CreatedAt),
        };
        if (parent.Type == DiscordSimulator.Channel.Forum)
        {
            json["applied_tags"] = new JsonArray([.. thread.Tags.Select(tag => JsonValue.Create($"{tag}"))]);
        }
    }

    private static void AddForum(JsonObject json, Channel channel)
    {
        json["flags"] = channel.RequiresTag ? RequireTag : 0;
        json["available_tags"] = new JsonArray([
            .. channel.Tags.Select(tag => new JsonObject
            {
                ["id"] = $"{tag.Id}",
                ["name"] = tag.Name,
                ["moderated"] = tag.IsModerated,
                ["emoji_id"] = null,
                ["emoji_name"] = null,
            }),
        ]);
        json["default_reaction_emoji"] = null;
        json["default_thread_rate_limit_per_user"] = 0;
        json["default_sort_order"] = null;
        json["default_forum_layout"] = 0;
    }

    public static JsonObject Member(SimulatedUser user, bool bot, JsonArray? roles = null) =>
        new()
        {
            ["user"] = user.ToJson(bot),
            ["nick"] = null,
            ["avatar"] = null,
            ["banner"] = null,
            ["roles"] = roles ?? [],
            ["joined_at"] = Joined,
            ["premium_since"] = null,
            ["deaf"] = false,
            ["mute"] = false,
            ["flags"] = 0,
            ["pending"] = false,
            ["communication_disabled_until"] = null,
        };

    public static JsonObject EveryoneRole(Guild guild) => Role(guild.Id, "@everyone", Permissions.Usual);

    /// <summary>Of those who may manage the server; see <see cref="AskedFrom.MemberPermissions"/>.</summary>
    public static JsonObject ManagerRole(Guild guild) =>
        Role(ManagersOf(guild.Id), "managers", Permissions.Usual | Permissions.ManageGuild);

    /// <summary>The id of that role.</summary>
    public static ulong ManagersOf(ulong guild) => guild + 1;

    private static JsonObject Role(ulong id, string name, Permissions permissions) =>
        new()
        {
            ["id"] = $"{id}",
            ["name"] = name,
            ["permissions"] = $"{(ulong)permissions}",
            ["position"] = 0,
            ["color"] = 0,
            ["colors"] = new JsonObject
            {
                ["primary_color"] = 0,
                ["secondary_color"] = null,
                ["tertiary_color"] = null,
            },
            ["hoist"] = false,
            ["managed"] = false,
            ["mentionable"] = false,
            ["icon"] = null,
            ["unicode_emoji"] = null,
            ["flags"] = 0,
        };

    public static JsonObject Guild(Guild guild, SimulatedUser owner) =>
        new()
        {
            ["id"] = $"{guild.Id}",
            ["name"] = guild.Name,
            ["icon"] = null,
            ["description"] = null,
            ["home_header"] = null,
            ["splash"] = null,
            ["discovery_splash"] = null,
            ["features"] = new JsonArray(),
            ["banner"] = null,
            ["owner_id"] = $"{owner.Id}",
            ["application_id"] = null,
            ["region"] = "us-central",
            ["afk_channel_id"] = null,
            ["afk_timeout"] = 300,
            ["system_channel_id"] = null,
            ["system_channel_flags"] = 0,
            ["widget_enabled"] = false,
            ["widget_channel_id"] = null,
            ["verification_level"] = 0,
            ["roles"] = new JsonArray(EveryoneRole(guild), ManagerRole(guild)),
            ["default_message_notifications"] = 0,
            ["mfa_level"] = 0,
            ["explicit_content_filter"] = 0,
            ["max_presences"] = null,
            ["max_members"] = 500_000,
            ["max_stage_video_channel_users"] = 50,
            ["max_video_channel_users"] = 25,
            ["vanity_url_code"] = null,
            ["premium_tier"] = 0,
            ["premium_subscription_count"] = 0,
            ["preferred_locale"] = guild.Locale,
            ["rules_channel_id"] = null,
            ["safety_alerts_channel_id"] = null,
            ["public_updates_channel_id"] = guild.AdminChannel is { } admins ? $"{admins.Id}" : null,
            ["premium_progress_bar_enabled"] = false,
            ["nsfw"] = false,
            ["nsfw_level"] = 0,
            ["emojis"] = new JsonArray(),
            ["stickers"] = new JsonArray(),
            ["incidents_data"] = null,
        };

    /// <summary>The guild as the gateway announces it: with channels and members.</summary>
    public static JsonObject GuildCreate(Guild guild, World world)
    {
        var json = Guild(guild, world.Tester);
        json["joined_at"] = Joined;
        json["large"] = false;
        json["unavailable"] = false;
        json["member_count"] = 2;
        json["members"] = new JsonArray(Member(world.Bot, bot: true), Member(world.Tester, bot: false));
        json["channels"] = new JsonArray([.. guild.Channels.Select(c => Channel(c, world.Bot.Id))]);
        json["threads"] = new JsonArray();
        json["presences"] = new JsonArray();
        json["voice_states"] = new JsonArray();
        json["stage_instances"] = new JsonArray();
        json["guild_scheduled_events"] = new JsonArray();
        json["soundboard_sounds"] = new JsonArray();
        return json;
    }

    public static JsonObject MyGuild(Guild guild) =>
        new()
        {
            ["id"] = $"{guild.Id}",
            ["name"] = guild.Name,
            ["icon"] = null,
            ["banner"] = null,
            ["owner"] = false,
            ["permissions"] = $"{(ulong)Permissions.Usual}",
            ["features"] = new JsonArray(),
        };
}
