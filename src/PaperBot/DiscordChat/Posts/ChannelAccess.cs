using System.Globalization;
using System.Text.Json;

namespace PaperBot.DiscordChat.Posts;

/// <summary>What posts need in a channel (https://discord.com/developers/docs/topics/permissions).</summary>
[Flags]
internal enum ChannelPermissions : ulong
{
    None = 0,
    ViewChannel = 1UL << 10,
    SendMessages = 1UL << 11,
    EmbedLinks = 1UL << 14,

    /// <summary>For pictures, such as that of the week.</summary>
    AttachFiles = 1UL << 15,

    /// <summary>To see, after a try that was cut off, whether the post arrived.</summary>
    ReadMessageHistory = 1UL << 16,

    /// <summary>For a thread under a message; posts of forums do not need it.</summary>
    CreatePublicThreads = 1UL << 35,

    /// <summary>For what is said in a thread or under a forum's post later, such as a paper's new version.</summary>
    SendMessagesInThreads = 1UL << 38,

    /// <summary>Without these nothing can be posted.</summary>
    Post = ViewChannel | SendMessages | EmbedLinks | ReadMessageHistory,

    /// <summary>Publishing own messages to other servers needs no more than sending them.</summary>
    All = Post | AttachFiles | CreatePublicThreads | SendMessagesInThreads,
}

/// <summary>Pure: what somebody may do in a channel, by Discord's own rule.</summary>
internal static class ChannelAccess
{
    private const ulong Administrator = 1UL << 3;
    private const int OfRole = 0;

    /// <summary>Where the bot is invited with exactly what it needs.</summary>
    public static Uri Invitation(ulong application) =>
        new(
            $"https://discord.com/oauth2/authorize?client_id={application}&scope=bot+applications.commands&permissions={(ulong)ChannelPermissions.All}"
        );

    /// <param name="guild">With its roles.</param>
    /// <param name="member">Of the guild.</param>
    /// <param name="channel">Of the guild, with its overwrites.</param>
    /// <param name="user">The member's id.</param>
    public static ChannelPermissions Missing(JsonElement guild, JsonElement member, JsonElement channel, ulong user)
    {
        if (guild.IdOf("owner_id") == user)
        {
            return ChannelPermissions.None;
        }
        var everyone = guild.IdOf("id");
        var roles = member.ListOf("roles").Select(role => Number(role.ToString())).ToHashSet();
        var allowed = guild
            .ListOf("roles")
            .Where(role => role.IdOf("id") is { } id && (id == everyone || roles.Contains(id)))
            .Aggregate(0UL, (sum, role) => sum | Number(role.TextOf("permissions")));
        if ((allowed & Administrator) != 0)
        {
            return ChannelPermissions.None;
        }
        // Everybody's overwrite, then those of the roles together, then the member's own.
        var overwrites = channel.ListOf("permission_overwrites").ToList();
        allowed = Apply(allowed, overwrites.Where(one => IsFor(one, OfRole, everyone)));
        allowed = Apply(
            allowed,
            overwrites.Where(one =>
                one.NumberOf("type") == OfRole && one.IdOf("id") is { } id && id != everyone && roles.Contains(id)
            )
        );
        allowed = Apply(allowed, overwrites.Where(one => IsFor(one, 1, user)));
        return ChannelPermissions.All & ~(ChannelPermissions)allowed;
    }

    /// <summary>As Discord's settings call them, one after the other.</summary>
    public static string Names(ChannelPermissions permissions, bool inForum = false) =>
        string.Join(", ", List(permissions, inForum));

    /// <summary>As Discord's settings call them; in a forum's settings two have other names.</summary>
    public static IReadOnlyList<string> List(ChannelPermissions permissions, bool inForum = false) =>
        [
            .. new[]
            {
                (ChannelPermissions.ViewChannel, "View Channel"),
                (ChannelPermissions.SendMessages, inForum ? "Create Posts" : "Send Messages"),
                (ChannelPermissions.EmbedLinks, "Embed Links"),
                (ChannelPermissions.AttachFiles, "Attach Files"),
                (ChannelPermissions.ReadMessageHistory, "Read Message History"),
                (ChannelPermissions.CreatePublicThreads, "Create Public Threads"),
                (
                    ChannelPermissions.SendMessagesInThreads,
                    inForum ? "Send Messages in Posts" : "Send Messages in Threads"
                ),
            }
                .Where(named => permissions.HasFlag(named.Item1))
                .Select(named => named.Item2),
        ];

    private static ulong Apply(ulong allowed, IEnumerable<JsonElement> overwrites)
    {
        var (allow, deny) = (0UL, 0UL);
        foreach (var one in overwrites)
        {
            allow |= Number(one.TextOf("allow"));
            deny |= Number(one.TextOf("deny"));
        }
        return (allowed & ~deny) | allow;
    }

    private static bool IsFor(JsonElement overwrite, int type, ulong? id) =>
        overwrite.NumberOf("type") == type && overwrite.IdOf("id") == id;

    private static ulong Number(string? text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
