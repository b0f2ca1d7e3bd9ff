using Microsoft.Extensions.Options;
using PaperBot.DiscordChat;
using PaperBot.DiscordChat.Rest;
using PaperBot.Fakes;

namespace PaperBot.Tests.DiscordChat.Rest;

/// <summary>The sender with Discord's answers made up, on a clock on which no wait takes time.</summary>
internal sealed class SenderRun : IDisposable
{
    public const string Token = "bot-token-that-nobody-may-see";
    public const string Interaction = "interaction-token-that-nobody-may-see";

    public static readonly DiscordRequest Post = new(
        HttpMethod.Post,
        "channels/1/messages",
        "channels/*/messages",
        "1",
        "{}"u8.ToArray()
    )
    {
        IsRepeatable = true,
    };

    public static readonly DiscordRequest FollowUp = new(
        HttpMethod.Post,
        $"webhooks/1/{Interaction}",
        "webhooks/*/*",
        Interaction,
        "{}"u8.ToArray()
    )
    {
        IsInteraction = true,
    };

    public static readonly DiscordRequest FirstAnswer = new(
        HttpMethod.Post,
        $"interactions/1/{Interaction}/callback",
        "interactions/*/*/callback",
        "",
        "{}"u8.ToArray()
    )
    {
        IsInteraction = true,
        IsRepeatable = true,
    };

    private readonly HttpClient http;
    private readonly RateLimits limits;
    private readonly DiscordSender sender;

    public SenderRun()
    {
        http = new HttpClient(Discord) { Timeout = Timeout.InfiniteTimeSpan };
        limits = new RateLimits(Clock);
        var options = new DiscordOptions { Token = Token, RestUrl = new Uri("https://discord.test/api") };
        sender = new DiscordSender(http, limits, Options.Create(options), Clock, Log);
        Rest = new DiscordRest(sender);
    }

    public RestClock Clock { get; } = new();

    public ListLog<DiscordSender> Log { get; } = new();

    public ScriptedDiscord Discord { get; } = new();

    /// <summary>The calls of the API, over this sender.</summary>
    public DiscordRest Rest { get; }

    public Task<DiscordAnswer> SendAsync(DiscordRequest request, CancellationToken ct = default) =>
        sender.SendAsync(request, ct).WaitAsync(TimeSpan.FromSeconds(20), CancellationToken.None); // the sender must heed it

    public Task<DiscordProblem> RefusedAsync(DiscordRequest request) =>
        Assert.ThrowsAsync<DiscordProblem>(() => SendAsync(request));

    public void Dispose()
    {
        limits.Dispose();
        http.Dispose();
    }
}
