using System.Globalization;
using Microsoft.Extensions.Options;
using PaperBot.Chat;
using PaperBot.Daily;
using PaperBot.DiscordChat.Messages;
using PaperBot.Skills.Editions;

namespace PaperBot.DiscordChat.Posts;

/// <summary>
/// Posts editions to the channels of <c>Discord:Channels</c>. Discord recognises a message that comes twice within some
/// minutes by its nonce; after that, the channel itself is looked through.
/// </summary>
internal sealed class DiscordOutlet(IDiscord discord, ServerAdmins admins, IOptions<DiscordOptions> options)
    : IEditionOutlet
{
    private const int PageOfMessages = 100; // the most that Discord gives
    private const int MostPages = 100; // as many as Discord lets be read within the time that an outlet has
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
            await discord.PostAsync(channel, Message(edition, channel), ct);
        }
        catch (DiscordProblem e) when (!e.MayHaveArrived)
        {
            throw new NotDeliveredException(e.Message, e);
        }
    }

    public async Task<bool> WasPublishedAsync(Edition edition, string target, CancellationToken ct)
    {
        var channel = Channel(target);
        var own = me ??= await discord.OwnIdAsync(ct);
        var title = DiscordEmbeds.Pages(EditionReply.From(edition))[0].Title;
        var after = Snowflake(edition.BuiltAt - ClockDoubt);
        for (var page = 0; page < MostPages; page++)
        {
            var list = await discord.MessagesAsync(channel, after, PageOfMessages, ct);
            if (list.Any(message => message.Author == own && message.EmbedTitles.Contains(title)))
            {
                return true;
            }
            if (list.Count == 0 && page == 0)
            {
                await MustReadAsync(channel, ct);
            }
            if (list.Count < PageOfMessages)
            {
                return false;
            }
            after = list.Max(message => message.Id);
        }
        throw new DiscordProblem(
            string.Create(
                CultureInfo.InvariantCulture,
                $"At least {MostPages * PageOfMessages:N0} messages came since {(edition.BuiltAt - ClockDoubt).UtcDateTime:yyyy-MM-dd HH:mm} UTC, so PaperBot cannot tell whether its post is among them. Look in the channel; where it is missing, /edition day:{edition.Day:yyyy-MM-dd} shows it."
            )
        );
    }

    // Admins can mend what Discord refuses in their channel; an outage of Discord they cannot.
    public Task ReportAsync(string target, Exception failure, CancellationToken ct) =>
        (failure.InnerException as DiscordProblem ?? failure as DiscordProblem) is { NeedsAdmins: true }
            ? admins.TellAsync(Channel(target), failure.Message, ct)
            : Task.CompletedTask;

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

    private static DiscordMessage Message(Edition edition, ulong channel)
    {
        var reply = EditionReply.From(edition);
        return DiscordMessage.From(reply, new MessageLook { Line = reply.Again, Nonce = Nonce(edition, channel) });
    }

    // The same for every try: 8 digits of the day and 16 of the channel, of the 25 that Discord takes.
    private static string Nonce(Edition edition, ulong channel) =>
        string.Create(CultureInfo.InvariantCulture, $"{edition.Day:yyyyMMdd}{channel:x16}");

    // https://discord.com/developers/docs/reference#snowflakes
    private static ulong Snowflake(DateTimeOffset at) =>
        (ulong)Math.Max(0, at.ToUnixTimeMilliseconds() - 1_420_070_400_000) << 22;

    private static ulong Channel(string target) => ulong.Parse(target, CultureInfo.InvariantCulture); // TargetsAsync wrote it
}
