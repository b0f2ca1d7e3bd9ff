using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator.Rest;

/// <summary>Messages in channels (resources/message).</summary>
internal sealed class MessageRoutes(SimulatorOptions options, World world, MessageDesk desk)
{
    private const int Crossposted = 1;
    private static readonly TimeSpan NonceLife = TimeSpan.FromMinutes(3);
    private readonly ConcurrentDictionary<(ulong Channel, string Nonce), (SentMessage Message, long At)> nonces = [];
    private readonly Lock posting = new();

    public void ForgetNonces() => nonces.Clear();

    public RestAnswer List(RestRequest request, string channel)
    {
        if (Enter(channel, Permissions.None, out var here) is { } refused)
        {
            return refused;
        }
        var before = request.Number("before") ?? ulong.MaxValue;
        var after = request.Number("after") ?? 0;
        var limit = (int)Math.Clamp(request.Number("limit") ?? 50, 1, 100);
        // Newest first; with "after", those that come next after it.
        var within = here.Messages.Where(m => m.Id < before && m.Id > after);
        var found =
            !here.BotPermissions.HasFlag(Permissions.ReadMessageHistory) ? []
            : request.Number("after") is not null ? within.Take(limit).Reverse()
            : within.Reverse().Take(limit);
        return RestAnswer.Ok(new JsonArray([.. found.Select(m => m.Json.DeepClone())]));
    }

    public RestAnswer Get(string channel, string message) =>
        Find(channel, message, Permissions.ReadMessageHistory, out var found) ?? RestAnswer.Ok(found.Json.DeepClone());

    public RestAnswer Post(RestRequest request, string channel)
    {
        var body = request.Object;
        var needed = Permissions.SendMessages;
        needed |= body["embeds"] is JsonArray { Count: > 0 } ? Permissions.EmbedLinks : Permissions.None;
        needed |= request.Files.Count > 0 ? Permissions.AttachFiles : Permissions.None;
        if (Enter(channel, needed, out var here, writes: true) is { } closed)
        {
            return closed;
        }
        if (here.Type is not (0 or 1 or 5 or 10 or 11 or 12))
        {
            return DiscordErrors.WrongChannelType;
        }
        if (MessageDesk.Refuse(body, request.Files) is { } refused)
        {
            return refused;
        }
        var nonce = body["nonce"]?.ToString();
        var enforced = body["enforce_nonce"] is JsonValue value && value.TryGetValue<bool>(out var yes) && yes;
        lock (posting)
        {
            if (enforced && nonce is not null && Known(here, nonce) is { } same)
            {
                return RestAnswer.Ok(same.Json.DeepClone());
            }
            var message = desk.Post(
                here.Id,
                body,
                request.Files,
                0,
                MessageDesk.FlagsOf(body) & ~SentMessage.Ephemeral,
                More(body)
            );
            if (nonce is not null)
            {
                nonces[(here.Id, nonce)] = (message, options.Time.GetTimestamp());
            }
            return RestAnswer.Ok(message.Json.DeepClone());
        }
    }

    public RestAnswer Edit(RestRequest request, string channel, string message)
    {
        if (Find(channel, message, Permissions.None, out var found) is { } refused)
        {
            return refused;
        }
        return IsOwn(found)
            ? desk.Edit(found, request.Object, request.Files) ?? RestAnswer.Ok(found.Json.DeepClone())
            : DiscordErrors.NotYourMessage;
    }

    public RestAnswer Delete(string channel, string message)
    {
        if (Find(channel, message, Permissions.None, out var found) is { } refused)
        {
            return refused;
        }
        if (!IsOwn(found) && !world.ChannelTable[found.ChannelId].BotPermissions.HasFlag(Permissions.ManageMessages))
        {
            return DiscordErrors.MissingPermissions;
        }
        desk.Delete(found);
        return RestAnswer.Nothing;
    }

    public RestAnswer Crosspost(string channel, string message)
    {
        if (Find(channel, message, Permissions.SendMessages, out var found) is { } refused)
        {
            return refused;
        }
        var here = world.ChannelTable[found.ChannelId];
        if (here.Type != Channel.Announcement)
        {
            return DiscordErrors.WrongChannelType;
        }
        if (!IsOwn(found) && !here.BotPermissions.HasFlag(Permissions.ManageMessages))
        {
            return DiscordErrors.MissingPermissions;
        }
        if ((found.Flags & Crossposted) != 0)
        {
            return DiscordErrors.AlreadyCrossposted;
        }
        var next = (JsonObject)found.Json.DeepClone();
        next["flags"] = found.Flags | Crossposted;
        found.Become(next);
        here.Crossposts++;
        return RestAnswer.Ok(next.DeepClone());
    }

    /// <summary>Finds a channel that the bot sees and may do all of this in.</summary>
    /// <param name="writes">A message is to be sent: a thread needs its own permission, and is opened again by it.</param>
    public RestAnswer? Enter(string id, Permissions needed, out Channel channel, bool writes = false)
    {
        channel = null!; // Read only where null is returned.
        if (!ulong.TryParse(id, out var number) || !world.ChannelTable.TryGetValue(number, out var found))
        {
            return DiscordErrors.UnknownChannel;
        }
        if (!world.BotIsIn(found))
        {
            return DiscordErrors.MissingAccess;
        }
        channel = found;
        if (!found.BotPermissions.HasFlag(Permissions.ViewChannel))
        {
            return DiscordErrors.MissingAccess;
        }
        if (writes && found.IsThread)
        {
            needed = (needed & ~Permissions.SendMessages) | Permissions.SendMessagesInThreads;
        }
        if (!found.BotPermissions.HasFlag(needed))
        {
            return DiscordErrors.MissingPermissions;
        }
        return writes && found.Thread is { } thread ? OpenAgain(found, thread) : null;
    }

    private static RestAnswer? OpenAgain(Channel found, ThreadState thread)
    {
        if (thread.IsLocked && !found.BotPermissions.HasFlag(Permissions.ManageThreads))
        {
            return thread.ArchivedAt is null ? DiscordErrors.ThreadLocked : DiscordErrors.ThreadArchived;
        }
        thread.ArchivedAt = null;
        return null;
    }

    public RestAnswer? Find(string channel, string id, Permissions needed, out SentMessage message)
    {
        message = null!; // Read only where null is returned.
        if (Enter(channel, needed, out var here) is { } refused)
        {
            return refused;
        }
        if (!ulong.TryParse(id, out var number) || here.Find(number) is not { } found)
        {
            return DiscordErrors.UnknownMessage;
        }
        message = found;
        return null;
    }

    private bool IsOwn(SentMessage message) => message.Json["author"]?["id"]?.ToString() == $"{world.Bot.Id}";

    private SentMessage? Known(Channel channel, string nonce) =>
        nonces.TryGetValue((channel.Id, nonce), out var known) && options.Time.GetElapsedTime(known.At) < NonceLife
            ? known.Message
            : null;

    private static JsonObject More(JsonObject body)
    {
        var more = new JsonObject();
        if (body["nonce"] is { } nonce)
        {
            more["nonce"] = nonce.DeepClone();
        }
        if (body["message_reference"] is JsonObject reference)
        {
            more["message_reference"] = reference.DeepClone();
            more["type"] = 19;
        }
        return more;
    }
}
