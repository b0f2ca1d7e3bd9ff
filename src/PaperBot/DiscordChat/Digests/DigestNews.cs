using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaperBot.Digests;

namespace PaperBot.DiscordChat.Digests;

/// <summary>Tells whoever keeps digests what becomes of servers and channels on Discord.</summary>
internal sealed partial class DigestNews(IServiceProvider services, ILogger<DigestNews> log)
{
    // Asked for when something happens and not in the constructor: who listens ends digests, for which it needs the platform,
    // and so this.
    private readonly Lazy<IReadOnlyList<IDigestEvents>> listeners = new(() =>
        [.. services.GetServices<IDigestEvents>()]
    );

    /// <summary>One event of the gateway; whatever it is.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public void Heard(string name, ReadOnlyMemory<byte> data)
    {
        if (
            listeners.Value.Count == 0
            || name is not ("GUILD_CREATE" or "GUILD_DELETE" or "CHANNEL_DELETE" or "THREAD_DELETE")
        )
        {
            return;
        }
        var (id, guild, unavailable) = Read(data.Span);
        switch (name)
        {
            case "GUILD_CREATE" when id is { } server:
                Joined(server);
                break;
            case "GUILD_DELETE" when id is { } server && !unavailable: // else it is only out of reach for a while
                Left(server);
                break;
            case "CHANNEL_DELETE" or "THREAD_DELETE" when id is { } channel && guild is { } server:
                Gone(server, channel);
                break;
        }
    }

    public void Joined(ulong server) => Tell(listener => listener.ServerIsThere(DiscordDigests.Platform, Id(server)));

    public void Left(ulong server) => Tell(listener => listener.ServerLeft(DiscordDigests.Platform, Id(server)));

    public void Gone(ulong server, ulong channel) =>
        Tell(listener => listener.ChannelGone(DiscordDigests.Platform, Id(server), Id(channel)));

    // Events must go on being read, whatever a listener does.
    private void Tell(Action<IDigestEvents> tell)
    {
        foreach (var listener in listeners.Value)
        {
            try
            {
                tell(listener);
            }
            catch (Exception e)
            {
                LogFailed(e);
            }
        }
    }

    // A server comes with all its channels and roles, which are not of interest here.
    private static (ulong? Id, ulong? Guild, bool Unavailable) Read(ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data);
        (ulong? Id, ulong? Guild, bool Unavailable) read = default;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return read;
        }
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isId, isGuild, isUnavailable) = (
                reader.ValueTextEquals("id"u8),
                reader.ValueTextEquals("guild_id"u8),
                reader.ValueTextEquals("unavailable"u8)
            );
            reader.Read();
            if ((isId || isGuild) && reader.TokenType == JsonTokenType.String)
            {
                ulong? value = ulong.TryParse(
                    reader.GetString(),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var id
                )
                    ? id
                    : null;
                read = isId ? read with { Id = value } : read with { Guild = value };
            }
            else if (isUnavailable)
            {
                read = read with { Unavailable = reader.TokenType == JsonTokenType.True };
            }
            reader.Skip();
        }
        return read;
    }

    private static string Id(ulong id) => id.ToString(CultureInfo.InvariantCulture);

    [LoggerMessage(LogLevel.Error, "What became of a server or channel on Discord could not be noted.")]
    private partial void LogFailed(Exception exception);
}
