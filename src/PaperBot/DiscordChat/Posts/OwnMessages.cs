using System.Globalization;

namespace PaperBot.DiscordChat.Posts;

/// <summary>
/// Looks, after a try that was cut off, for what PaperBot itself has written. Nothing found means that it is not there;
/// where that cannot be told, it is a <see cref="DiscordProblem"/>.
/// </summary>
internal sealed class OwnMessages(IDiscord discord)
{
    private const int PageOfMessages = 100; // the most that Discord gives
    private const int MostPages = 100; // as many as Discord lets be read within the time that an outlet has
    private static readonly TimeSpan ClockDoubt = TimeSpan.FromHours(1); // our clock and Discord's may differ

    /// <param name="title">Of the first embed.</param>
    /// <param name="since">By our clock.</param>
    /// <param name="advice">What to do where the channel is too busy to be looked through.</param>
    /// <returns>The message's id; null where there is none.</returns>
    public async Task<ulong?> FindAsync(
        ulong channel,
        string title,
        DateTimeOffset since,
        string advice,
        CancellationToken ct
    )
    {
        var own = await discord.OwnIdAsync(ct);
        var after = Snowflake(since - ClockDoubt);
        for (var page = 0; page < MostPages; page++)
        {
            var list = await discord.MessagesAsync(channel, after, PageOfMessages, ct);
            if (
                list.FirstOrDefault(message => message.Author == own && message.EmbedTitles.Contains(title)) is
                { } found
            )
            {
                return found.Id;
            }
            if (list.Count == 0 && page == 0)
            {
                await MustReadAsync(channel, ct);
            }
            if (list.Count < PageOfMessages)
            {
                return null;
            }
            after = list.Max(message => message.Id);
        }
        throw new DiscordProblem(
            string.Create(
                CultureInfo.InvariantCulture,
                $"At least {MostPages * PageOfMessages:N0} messages came since {(since - ClockDoubt).UtcDateTime:yyyy-MM-dd HH:mm} UTC, so PaperBot cannot tell whether its post is among them. {advice}"
            )
        );
    }

    /// <param name="server">In which the forum is.</param>
    /// <param name="name">Of the post.</param>
    /// <param name="since">By our clock.</param>
    /// <returns>The post's id; null where there is none.</returns>
    public async Task<ulong?> FindPostAsync(
        ulong server,
        ulong forum,
        string name,
        DateTimeOffset since,
        CancellationToken ct
    )
    {
        var own = await discord.OwnIdAsync(ct);
        var after = Snowflake(since - ClockDoubt);
        var open = await discord.OpenThreadsAsync(server, forum, ct);
        if (open.FirstOrDefault(IsIt) is { } found)
        {
            return found.Id;
        }
        DateTimeOffset? before = null;
        for (var page = 0; page < MostPages; page++)
        {
            var list = await discord.ArchivedPostsAsync(forum, before, ct);
            if (list.FirstOrDefault(IsIt) is { } archived)
            {
                return archived.Id;
            }
            before = list.Min(thread => thread.ArchivedAt);
            // A post is put away after it is made: what was put away before cannot be it.
            if (list.Count == 0 || before is null || before < since - ClockDoubt)
            {
                return null;
            }
        }
        throw new DiscordProblem(
            "So many posts were closed in that forum lately that PaperBot cannot tell whether its own is among them. Look there; /edition shows what it should say."
        );

        bool IsIt(FoundThread thread) =>
            thread.Parent == forum && thread.Owner == own && thread.Id > after && thread.Name == name;
    }

    // A channel whose history is closed to PaperBot looks empty; that is no answer to whether the post is there.
    private async Task MustReadAsync(ulong channel, CancellationToken ct)
    {
        var missing = (await discord.ChannelAsync(channel, ct)).Missing;
        if (missing.HasFlag(ChannelPermissions.ReadMessageHistory))
        {
            throw new DiscordProblem(
                "PaperBot cannot see whether its last try arrived. Give its role Read Message History in that channel."
            )
            {
                NeedsAdmins = true,
            };
        }
    }

    // https://discord.com/developers/docs/reference#snowflakes
    private static ulong Snowflake(DateTimeOffset at) =>
        (ulong)Math.Max(0, at.ToUnixTimeMilliseconds() - 1_420_070_400_000) << 22;
}
