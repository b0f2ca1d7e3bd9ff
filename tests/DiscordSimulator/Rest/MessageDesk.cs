using System.Text.Json.Nodes;
using PaperBot.DiscordSimulator.Gateway;

namespace PaperBot.DiscordSimulator.Rest;

/// <summary>Makes, edits and deletes messages, for channels and for interactions alike.</summary>
internal sealed class MessageDesk(SimulatorOptions options, World world, GatewayHub gateway, Snowflakes ids)
{
    private const int Voice = 1 << 13;
    private const int Writable = SentMessage.Ephemeral | (1 << 2) | (1 << 12) | MessageLimits.ComponentsV2 | Voice;

    public static int FlagsOf(JsonObject body) =>
        body["flags"] is JsonValue value && value.TryGetValue<int>(out var flags) ? flags & Writable : 0;

    /// <summary>What the limits say against the body as a new message; null when nothing.</summary>
    /// <param name="before">The message that it changes; null for a new one.</param>
    public static RestAnswer? Refuse(
        JsonObject body,
        IReadOnlyList<SentFile> files,
        int already = 0,
        JsonObject? before = null
    )
    {
        var errors = new FormErrors();
        MessageLimits.Check(body, FlagsOf(body) | already, errors);
        if (errors.Any)
        {
            return errors.Answer;
        }
        if (Attachments.Refuse(body, files, before) is { } refused)
        {
            return refused;
        }
        return MessageLimits.IsEmpty(body) && files.Count == 0 && already == 0 ? DiscordErrors.EmptyMessage : null;
    }

    /// <summary>A message of the bot; private ones and those that are loading are not told to the channel.</summary>
    public SentMessage Post(
        ulong channel,
        JsonObject body,
        IReadOnlyList<SentFile> files,
        int type,
        int flags,
        JsonObject? more = null,
        ulong? id = null
    )
    {
        var own = id ?? ids.Next();
        var json = MessageJson.New(own, channel, world.BotJson(), options.Time.GetUtcNow(), type, flags);
        foreach (var (name, value) in more ?? [])
        {
            json[name] = value?.DeepClone();
        }
        json["mentions"] = new JsonArray([
            .. MessageJson.Called(body).Select(user => new SimulatedUser(user, $"user {user}").ToJson()),
        ]);
        var next = MessageJson.With(json, body);
        var given = Attachments.Put(next, body, files);
        return Keep(new SentMessage(own, channel, next, given));
    }

    /// <summary>For what has an id before it has a message.</summary>
    public ulong NewId() => ids.Next();

    /// <summary>A message of a user, as if typed into the channel.</summary>
    public SentMessage PostAs(SimulatedUser user, ulong channel, string content)
    {
        var id = ids.Next();
        var json = MessageJson.New(id, channel, user.ToJson(), options.Time.GetUtcNow(), 0, 0);
        json["content"] = content;
        return Keep(new SentMessage(id, channel, json));
    }

    public RestAnswer? Edit(SentMessage message, JsonObject body, IReadOnlyList<SentFile> files)
    {
        var flags = message.Flags & ~SentMessage.Loading;
        if (Refuse(body, files, flags | 1, message.Json) is { } refused)
        {
            return refused;
        }
        var next = MessageJson.With(message.Json, body);
        var given = Attachments.Put(next, body, files);
        next["flags"] = flags | (FlagsOf(body) & (MessageLimits.ComponentsV2 | (1 << 2)));
        if (MessageLimits.IsEmpty(next))
        {
            return DiscordErrors.EmptyMessage;
        }
        next["edited_timestamp"] = Snowflakes.Iso(options.Time.GetUtcNow());
        message.Become(next, given);
        Tell("MESSAGE_UPDATE", message);
        return null;
    }

    public void Delete(SentMessage message)
    {
        message.IsDeleted = true;
        if (
            world.ChannelTable.TryGetValue(message.ChannelId, out var channel)
            && channel.Remove(message)
            && world.BotIsIn(channel)
        )
        {
            gateway.Dispatch("MESSAGE_DELETE", Marker(message, channel), channel.GuildId);
        }
    }

    private SentMessage Keep(SentMessage message)
    {
        // A message that is not to be remembered lives as long as its interaction.
        if (options.Remember != Remember.Everything)
        {
            return message;
        }
        if (!message.IsPrivate && world.ChannelTable.TryGetValue(message.ChannelId, out var channel))
        {
            channel.Add(message);
            Tell("MESSAGE_CREATE", message);
        }
        return message;
    }

    private void Tell(string name, SentMessage message)
    {
        if (
            message.IsPrivate
            || !world.ChannelTable.TryGetValue(message.ChannelId, out var channel)
            || !world.BotIsIn(channel)
        )
        {
            return;
        }
        var json = (JsonObject)message.Json.DeepClone();
        if (channel.GuildId is { } guild)
        {
            json["guild_id"] = $"{guild}";
        }
        gateway.Offer(
            name,
            System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(json),
            channel.GuildId,
            channel.GuildId is null ? Intents.DirectMessages : Intents.GuildMessages
        );
    }

    private static JsonObject Marker(SentMessage message, Channel channel)
    {
        var json = new JsonObject { ["id"] = $"{message.Id}", ["channel_id"] = $"{message.ChannelId}" };
        if (channel.GuildId is { } guild)
        {
            json["guild_id"] = $"{guild}";
        }
        return json;
    }
}
