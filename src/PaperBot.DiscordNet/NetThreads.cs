using Discord;
using PaperBot.DiscordChat;
using PaperBot.DiscordChat.Messages;
using ForumTag = Discord.ForumTag;

namespace PaperBot.DiscordNet;

/// <summary>Threads, posts of forums and publications over Discord.Net.</summary>
internal sealed class NetThreads(NetClients clients)
{
    private const int MostArchived = 100;

    public async Task<ulong> StartAsync(ulong channel, ulong message, string name, CancellationToken ct)
    {
        var place = await ChannelAsync<ITextChannel>(channel, ct);
        var under = await MessageAsync(place, message, ct);
        var type = place is INewsChannel ? ThreadType.NewsThread : ThreadType.PublicThread;
        var thread = await NetProblem.GuardAsync(
            place.CreateThreadAsync(name, type, message: under, options: Until(ct)),
            "POST channels/*/messages/*/threads",
            ct
        );
        return thread.Id;
    }

    public async Task<ulong> PostAsync(
        ulong forum,
        string name,
        IReadOnlyList<ulong> tags,
        DiscordMessage message,
        CancellationToken ct
    )
    {
        message = message.WithoutFiles(); // a forum shows no more than its first lines
        var place = await ChannelAsync<IForumChannel>(forum, ct);
        ForumTag[] given = [.. place.Tags.Where(tag => tags.Contains(tag.Id))];
        if (given.Length < tags.Count)
        {
            throw DiscordProblem.Refused("POST channels/*/threads", 404, DiscordProblem.UnknownTag, "Unknown tag");
        }
        NetRestClient.Quieten(message.Quiet); // for what is sent below in this flow
        var post = await NetProblem.GuardAsync(
            place.CreatePostAsync(
                name,
                text: NetMessage.Text(message),
                embed: NetMessage.Embed(message),
                components: NetMessage.Components(message),
                allowedMentions: NetMessage.Mentions(message),
                tags: given,
                options: Until(ct)
            ),
            "POST channels/*/threads",
            ct
        );
        return post.Id;
    }

    public async Task PublishAsync(ulong channel, ulong message, CancellationToken ct)
    {
        var place = await ChannelAsync<INewsChannel>(channel, ct);
        var published = await MessageAsync(place, message, ct);
        await NetProblem.GuardAsync(published.CrosspostAsync(Until(ct)), "POST channels/*/messages/*/crosspost", ct);
    }

    public async Task<IReadOnlyList<FoundThread>> OpenAsync(ulong forum, CancellationToken ct)
    {
        var place = await ChannelAsync<IForumChannel>(forum, ct);
        var threads = await NetProblem.GuardAsync(
            place.GetActiveThreadsAsync(Until(ct)),
            "GET guilds/*/threads/active",
            ct
        );
        return [.. threads.Select(ThreadOf)];
    }

    public async Task<IReadOnlyList<FoundThread>> ArchivedAsync(
        ulong forum,
        DateTimeOffset? before,
        CancellationToken ct
    )
    {
        var place = await ChannelAsync<IForumChannel>(forum, ct);
        var threads = await NetProblem.GuardAsync(
            place.GetPublicArchivedThreadsAsync(MostArchived, before, Until(ct)),
            "GET channels/*/threads/archived/public",
            ct
        );
        return [.. threads.Select(ThreadOf)];
    }

    private static FoundThread ThreadOf(IThreadChannel thread) =>
        new(
            thread.Id,
            thread.CategoryId ?? 0, // Discord.Net calls a thread's channel so
            thread.OwnerId,
            thread.Name,
            thread.IsArchived ? thread.ArchiveTimestamp : null
        );

    private async Task<T> ChannelAsync<T>(ulong channel, CancellationToken ct)
        where T : class
    {
        var rest = await clients.RestAsync(ct);
        var found = await NetProblem.GuardAsync(rest.GetChannelAsync(channel, Until(ct)), "GET channels/*", ct);
        return found as T
            ?? throw DiscordProblem.Refused(
                "POST channels/*",
                400,
                DiscordProblem.WrongChannelType,
                "Cannot execute action on this channel type"
            );
    }

    private static async Task<IUserMessage> MessageAsync(IMessageChannel channel, ulong id, CancellationToken ct)
    {
        IMessage? message = null;
        await NetProblem.GuardAsync(ReadAsync(), "GET channels/*/messages/*", ct);
        return message as IUserMessage
            ?? throw DiscordProblem.Refused("GET channels/*/messages/*", 404, DiscordProblem.UnknownMessage, "");

        async Task ReadAsync() => message = await channel.GetMessageAsync(id, options: Until(ct));
    }

    private static RequestOptions Until(CancellationToken ct) => new() { CancelToken = ct };
}
