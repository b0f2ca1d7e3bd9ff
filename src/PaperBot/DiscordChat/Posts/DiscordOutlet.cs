using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PaperBot.Chat;
using PaperBot.Daily;
using PaperBot.DiscordChat.Messages;
using PaperBot.DiscordChat.Rest;
using PaperBot.Skills.Editions;

namespace PaperBot.DiscordChat.Posts;

/// <summary>
/// Posts editions to the channels of <c>Discord:Channels</c>. Discord recognises a message that comes twice within some
/// minutes by its nonce; after that, the channel itself is looked through.
/// </summary>
internal sealed class DiscordOutlet(DiscordRest rest, ServerAdmins admins, IOptions<DiscordOptions> options)
    : IEditionOutlet
{
    private const int PageOfMessages = 100; // the most that Discord gives
    private const int MostPages = 30;
    private static readonly TimeSpan ClockDoubt = TimeSpan.FromHours(1); // our clock and Discord's may differ

    private ulong? me;

    public string Name => "discord";

    public Task<IReadOnlyList<string>> TargetsAsync(CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<string>>(
            options.Value.IsOn ? [.. options.Value.ReadChannels().Select(channel => $"{channel}")] : []
        );

    public async Task PublishAsync(Edition edition, string target, CancellationToken ct)
    {
        var channel = Channel(target);
        try
        {
            await rest.PostAsync(channel, Message(edition, channel), ct);
        }
        catch (DiscordProblem e) when (!e.MayHaveArrived)
        {
            throw new NotDeliveredException(e.Message, e);
        }
    }

    public async Task<bool> WasPublishedAsync(Edition edition, string target, CancellationToken ct)
    {
        var channel = Channel(target);
        var own = me ??= await OwnIdAsync(ct);
        var title = DiscordEmbeds.Pages(EditionReply.From(edition))[0].Title;
        var after = Snowflake(edition.BuiltAt - ClockDoubt);
        for (var page = 0; page < MostPages; page++)
        {
            using var messages = await rest.MessagesAsync(channel, after, PageOfMessages, ct);
            var list = messages.RootElement.EnumerateArray().ToList();
            if (list.Exists(message => IsPost(message, own, title)))
            {
                return true;
            }
            if (list.Count == 0 && page == 0)
            {
                await MustReadAsync(channel, own, ct);
            }
            if (list.Count < PageOfMessages)
            {
                return false;
            }
            after = list.Max(message => message.IdOf("id") ?? 0);
        }
        return false;
    }

    public Task ReportAsync(string target, string problem, CancellationToken ct) =>
        admins.TellAsync(Channel(target), problem, ct);

    // A channel whose history is closed to PaperBot looks empty; that is no answer to whether the post is there.
    private async Task MustReadAsync(ulong channel, ulong own, CancellationToken ct)
    {
        using var found = await rest.ChannelAsync(channel, ct);
        if (found.RootElement.IdOf("guild_id") is not { } id)
        {
            return;
        }
        using var guild = await rest.GuildAsync(id, ct);
        using var member = await rest.MemberAsync(id, own, ct);
        var missing = ChannelAccess.Missing(guild.RootElement, member.RootElement, found.RootElement, own);
        if (missing.HasFlag(ChannelPermissions.ReadMessageHistory))
        {
            throw new DiscordProblem(
                "PaperBot cannot see whether its last try arrived. Give its role Read Message History in that channel."
            );
        }
    }

    private async Task<ulong> OwnIdAsync(CancellationToken ct)
    {
        using var user = await rest.MeAsync(ct);
        return user.RootElement.IdOf("id")
            ?? throw new DiscordProblem("Discord does not say who PaperBot is. Check Discord:RestUrl and the proxy.");
    }

    private static ReadOnlyMemory<byte> Message(Edition edition, ulong channel)
    {
        var reply = EditionReply.From(edition);
        return DiscordMessage.Json(reply, new MessageLook { Line = reply.Again, Nonce = Nonce(edition, channel) });
    }

    // The same for every try: 8 digits of the day and 16 of the channel, of the 25 that Discord takes.
    private static string Nonce(Edition edition, ulong channel) =>
        string.Create(CultureInfo.InvariantCulture, $"{edition.Day:yyyyMMdd}{channel:x16}");

    private static bool IsPost(JsonElement message, ulong own, string title) =>
        message.PartOf("author")?.IdOf("id") == own
        && message.ListOf("embeds").Any(embed => embed.TextOf("title") == title);

    // https://discord.com/developers/docs/reference#snowflakes
    private static ulong Snowflake(DateTimeOffset at) =>
        (ulong)Math.Max(0, at.ToUnixTimeMilliseconds() - 1_420_070_400_000) << 22;

    private static ulong Channel(string target) => ulong.Parse(target, CultureInfo.InvariantCulture); // TargetsAsync wrote it
}
