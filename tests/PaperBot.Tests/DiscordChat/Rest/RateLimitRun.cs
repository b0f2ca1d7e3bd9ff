using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using PaperBot.DiscordChat.Rest;

namespace PaperBot.Tests.DiscordChat.Rest;

/// <summary>Rate limits on a clock that the test moves.</summary>
internal sealed class RateLimitRun : IDisposable
{
    public RateLimitRun() => Limits = new RateLimits(Clock);

    public JumpingClock Clock { get; } = new();

    public RateLimits Limits { get; }

    public static DiscordRequest FirstAnswer { get; } =
        new(HttpMethod.Post, "interactions/1/t/callback", "interactions/*/*/callback", "", default)
        {
            IsInteraction = true,
        };

    public static DiscordRequest To(string channel, string route = "channels/*/messages", string method = "POST") =>
        new(HttpMethod.Parse(method), $"channels/{channel}/messages", route, channel, default);

    public static RateLimitWords Words(int remaining, double resetAfter, double window = 0, string bucket = "b") =>
        new(200, bucket, 5, remaining, window, TimeSpan.FromSeconds(resetAfter), null);

    public static RateLimitWords Refused(double retryAfter, params (string, string)[] headers) =>
        Read(429, FormattableString.Invariant($$"""{"message":"Slow.","retry_after":{{retryAfter}}}"""), headers);

    public static RateLimitWords Read(int status, string body, params (string Name, string Value)[] headers)
    {
        using var answer = new HttpResponseMessage((HttpStatusCode)status);
        foreach (var (name, value) in headers)
        {
            answer.Headers.TryAddWithoutValidation(name, value);
        }
        return RateLimitWords.Read(status, answer.Headers, Encoding.UTF8.GetBytes(body));
    }

    public async Task KnowAsync(
        DiscordRequest request,
        int remaining,
        double resetAfter,
        double window = 0,
        string bucket = "b"
    ) => Limits.Learn(await EnterAsync(request), Words(remaining, resetAfter, window, bucket));

    public Task<RateLimits.Turn> Enter(DiscordRequest request) => Limits.EnterAsync(request, CancellationToken.None);

    public Task<RateLimits.Turn> EnterAsync(DiscordRequest request) =>
        Enter(request).WaitAsync(TimeSpan.FromSeconds(20));

    // Whether a turn was granted is known at once; the task that says so may end a moment later.
    public List<Task<RateLimits.Turn>> Many(int count, DiscordRequest request) =>
        [.. Enumerable.Range(0, count).Select(_ => Enter(request))];

    public void Dispose() => Limits.Dispose();

    /// <summary>A clock on the wall that somebody sets; time itself goes on as it was.</summary>
    public sealed class JumpingClock : FakeTimeProvider
    {
        public TimeSpan Jump { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Jump;

        public override long GetTimestamp() => base.GetUtcNow().UtcTicks;
    }
}
