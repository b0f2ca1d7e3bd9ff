using System.Globalization;
using System.Text.Json.Nodes;

namespace PaperBot.DiscordSimulator.Rest;

/// <summary>Threads under messages and the posts of forums (resources/channel, topics/threads).</summary>
internal sealed class ThreadRoutes(
    SimulatorOptions options,
    World world,
    GatewayHub gateway,
    MessageRoutes messages,
    MessageDesk desk
)
{
    private const int HasThread = 1 << 5;
    private const int MostTags = 5;
    private const int LongestName = 100;
    private readonly Lock starting = new();

    /// <summary>A thread under a message; a message has one at most.</summary>
    public RestAnswer Start(RestRequest request, string channel, string message)
    {
        if (messages.Find(channel, message, Permissions.CreatePublicThreads, out var found) is { } refused)
        {
            return refused;
        }
        var parent = world.ChannelTable[found.ChannelId];
        if (parent.Type is not (0 or Channel.Announcement))
        {
            return DiscordErrors.WrongChannelType;
        }
        var errors = new FormErrors();
        errors.Text(request.Object, "", "name", LongestName, 1);
        if (errors.Any)
        {
            return errors.Answer;
        }
        lock (starting)
        {
            if ((found.Flags & HasThread) != 0)
            {
                return DiscordErrors.ThreadExists;
            }
            var next = (JsonObject)found.Json.DeepClone();
            next["flags"] = found.Flags | HasThread;
            found.Become(next);
        }
        var thread = Add(parent, found.Id, request.Object["name"]!.ToString(), []);
        return new RestAnswer(201, WorldJson.Channel(thread, world.Bot.Id));
    }

    /// <summary>A post of a forum: a thread with its first message, which has the same id.</summary>
    public RestAnswer Post(RestRequest request, string channel)
    {
        var body = request.Object;
        var message = body["message"] as JsonObject ?? [];
        var needed = Permissions.SendMessages;
        needed |= message["embeds"] is JsonArray { Count: > 0 } ? Permissions.EmbedLinks : Permissions.None;
        needed |= request.Files.Count > 0 ? Permissions.AttachFiles : Permissions.None;
        if (messages.Enter(channel, needed, out var forum) is { } closed)
        {
            return closed;
        }
        if (forum.Type != Channel.Forum)
        {
            return DiscordErrors.WrongChannelType;
        }
        if (Problem(forum, body, out var tags) is { } problem)
        {
            return problem;
        }
        if (MessageDesk.Refuse(message, request.Files) is { } refused)
        {
            return refused;
        }
        var id = desk.NewId();
        var thread = Add(forum, id, body["name"]!.ToString(), tags);
        var flags = MessageDesk.FlagsOf(message) & ~SentMessage.Ephemeral;
        var first = desk.Post(id, message, request.Files, 0, flags, id: id);
        var answer = WorldJson.Channel(thread, world.Bot.Id);
        answer["message"] = first.Json.DeepClone();
        return new RestAnswer(201, answer);
    }

    /// <summary>The open threads of a guild that the bot sees, newest first.</summary>
    public RestAnswer Active(string guild)
    {
        if (!ulong.TryParse(guild, out var id) || !world.GuildTable.ContainsKey(id))
        {
            return DiscordErrors.UnknownGuild;
        }
        return List(
            world.Threads(guild: id).Where(thread => thread.Thread!.ArchivedAt is null && IsSeen(thread)) // a thread has it
        );
    }

    /// <summary>Threads of a channel that were put away, the last one first.</summary>
    public RestAnswer Archived(RestRequest request, string channel)
    {
        if (messages.Enter(channel, Permissions.ReadMessageHistory, out var here) is { } refused)
        {
            return refused;
        }
        var before = request.Text("before") is { } text
            ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)
            : DateTimeOffset.MaxValue;
        var limit = (int)Math.Clamp(request.Number("limit") ?? 50, 2, 100);
        var found = world
            .Threads(parent: here)
            .Where(thread => thread.Thread!.ArchivedAt < before) // a thread has it
            .OrderByDescending(thread => thread.Thread!.ArchivedAt)
            .ToList();
        return List(found.Take(limit), found.Count > limit);
    }

    private RestAnswer? Problem(Channel forum, JsonObject body, out IReadOnlyList<ulong> tags)
    {
        tags = [];
        var errors = new FormErrors();
        errors.Text(body, "", "name", LongestName, 1);
        var given = (body["applied_tags"] as JsonArray ?? []).Select(tag => ulong.Parse(tag!.ToString())).ToList();
        if (given.Count > MostTags)
        {
            errors.Add("applied_tags", "BASE_TYPE_MAX_LENGTH", $"Must be {MostTags} or fewer in length.");
        }
        if (body["message"] is not JsonObject)
        {
            errors.Add("message", "BASE_TYPE_REQUIRED", "This field is required");
        }
        if (errors.Any)
        {
            return errors.Answer;
        }
        var chosen = forum.Tags.Where(tag => given.Contains(tag.Id)).ToList();
        if (chosen.Count < given.Count)
        {
            return DiscordErrors.UnknownTag;
        }
        if (chosen.Any(tag => tag.IsModerated) && !forum.BotPermissions.HasFlag(Permissions.ManageThreads))
        {
            return DiscordErrors.MissingPermissions;
        }
        tags = given;
        return forum.RequiresTag && given.Count == 0 ? DiscordErrors.TagRequired : null;
    }

    private Channel Add(Channel parent, ulong id, string name, IReadOnlyList<ulong> tags)
    {
        var state = new ThreadState(world.Bot.Id, options.Time.GetUtcNow()) { Tags = tags };
        var thread = world.AddThread(parent, id, name, state);
        var json = WorldJson.Channel(thread, world.Bot.Id);
        json["newly_created"] = true;
        gateway.Dispatch("THREAD_CREATE", json, thread.GuildId);
        return thread;
    }

    private static bool IsSeen(Channel thread) => thread.BotPermissions.HasFlag(Permissions.ViewChannel);

    private RestAnswer List(IEnumerable<Channel> threads, bool more = false) =>
        RestAnswer.Ok(
            new JsonObject
            {
                ["threads"] = new JsonArray([.. threads.Select(thread => WorldJson.Channel(thread, world.Bot.Id))]),
                ["members"] = new JsonArray(),
                ["has_more"] = more,
            }
        );
}
