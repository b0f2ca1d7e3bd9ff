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
internal sealed class DiscordOutlet(
    IDiscord discord,
    OwnMessages messages,
    ServerAdmins admins,
    IOptions<DiscordOptions> options
) : IEditionOutlet
{
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
        var title = DiscordEmbeds.Pages(EditionReply.From(edition))[0].Title;
        var advice = string.Create(
            CultureInfo.InvariantCulture,
            $"Look in the channel; where it is missing, /edition day:{edition.Day:yyyy-MM-dd} shows it."
        );
        return await messages.FindAsync(Channel(target), title, edition.BuiltAt, advice, ct) is not null;
    }

    // Admins can mend what Discord refuses in their channel; an outage of Discord they cannot.
    public Task ReportAsync(string target, Exception failure, CancellationToken ct) =>
        (failure.InnerException as DiscordProblem ?? failure as DiscordProblem) is { NeedsAdmins: true }
            ? admins.TellAsync(Channel(target), failure.Message, ct)
            : Task.CompletedTask;

    private static DiscordMessage Message(Edition edition, ulong channel)
    {
        var reply = EditionReply.From(edition);
        return DiscordMessage.From(reply, new MessageLook { Line = reply.Again, Nonce = Nonce(edition, channel) });
    }

    // The same for every try: 8 digits of the day and 16 of the channel, of the 25 that Discord takes.
    private static string Nonce(Edition edition, ulong channel) =>
        string.Create(CultureInfo.InvariantCulture, $"{edition.Day:yyyyMMdd}{channel:x16}");

    private static ulong Channel(string target) => ulong.Parse(target, CultureInfo.InvariantCulture); // TargetsAsync wrote it
}
