using System.Globalization;
using Microsoft.Extensions.Options;

namespace PaperBot.DiscordChat;

/// <summary>Section <c>Discord</c>.</summary>
internal sealed class DiscordOptions
{
    /// <summary>The bot token of the developer portal; without it PaperBot does not go to Discord. A secret.</summary>
    public string? Token { get; set; }

    /// <summary>Where Discord's REST API is, without the version; plain http only on this machine.</summary>
    public Uri RestUrl { get; set; } = new("https://discord.com/api");

    /// <summary>The gateway; asked from <c>/gateway/bot</c> where it is not set. Plain ws only on this machine.</summary>
    public Uri? GatewayUrl { get; set; }

    /// <summary>Ids of the channels that get the daily post.</summary>
    public IReadOnlyList<string> Channels { get; set; } = [];

    /// <summary>Commands are registered in this server alone, where a change shows at once.</summary>
    public ulong? TestGuildId { get; set; }

    public bool IsOn => !string.IsNullOrWhiteSpace(Token);

    /// <summary>Where the daily post goes, each once.</summary>
    public IReadOnlyList<ulong> ReadChannels() =>
        [
            .. Channels
                .Where(id => !string.IsNullOrWhiteSpace(id))
                .Select(id => ulong.Parse(id.Trim(), CultureInfo.InvariantCulture))
                .Distinct(),
        ];
}

/// <summary>One sentence for a setting that cannot be meant.</summary>
internal sealed class DiscordOptionsCheck : IValidateOptions<DiscordOptions>
{
    public ValidateOptionsResult Validate(string? name, DiscordOptions options) =>
        Problem(options) is { } problem ? ValidateOptionsResult.Fail(problem) : ValidateOptionsResult.Success;

    private static string? Problem(DiscordOptions options)
    {
        if (options.Token?.Trim() is { Length: > 0 } token)
        {
            if (token.StartsWith("Bot ", StringComparison.OrdinalIgnoreCase))
            {
                return "Discord:Token begins with \"Bot \"; give the token alone.";
            }
            if (token.Any(letter => letter is <= ' ' or > '~'))
            {
                return "Discord:Token holds a character that no token has. Copy it again from the developer portal, Bot, Reset Token.";
            }
        }
        if (options.Channels.FirstOrDefault(id => !string.IsNullOrWhiteSpace(id) && !IsId(id.Trim())) is { } wrong)
        {
            return $"Discord:Channels holds '{wrong}', which is no channel id: 17 to 20 digits, copied in Discord with a right click on the channel (Settings, Advanced, Developer Mode must be on).";
        }
        return Problem("Discord:RestUrl", options.RestUrl, "https", "http")
            ?? (options.GatewayUrl is { } gateway ? Problem("Discord:GatewayUrl", gateway, "wss", "ws") : null);
    }

    private static bool IsId(string id) =>
        id.Length is >= 17 and <= 20 && ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    // The token travels with every request, so it must not travel in the clear.
    private static string? Problem(string setting, Uri address, string secure, string plain) =>
        !address.IsAbsoluteUri || (address.Scheme != secure && address.Scheme != plain)
            ? $"{setting} must be an address that begins with {secure}://."
        : address.Scheme == plain && !address.IsLoopback
            ? $"{setting} may be {plain}:// only on this machine, because the token would travel in the clear; use {secure}://."
        : null;
}
