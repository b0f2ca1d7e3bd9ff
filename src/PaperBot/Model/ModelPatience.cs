using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using PaperBot.Skills.Model;
using Polly;
using Polly.Timeout;

namespace PaperBot.Model;

/// <summary>How often and how long an endpoint is tried, and when it is left alone.</summary>
internal static class ModelPatience
{
    /// <summary>So long an endpoint that fails again and again is not asked.</summary>
    public static readonly TimeSpan LeftAlone = TimeSpan.FromSeconds(30);

    /// <summary>From so many requests within half a minute on, half of which failed, it is left alone.</summary>
    public const int Failures = 6;

    private const int Retries = 2;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    public static void Configure(
        ResiliencePipelineBuilder<HttpResponseMessage> pipeline,
        ResilienceHandlerContext context
    )
    {
        var clock = context.ServiceProvider.GetRequiredService<TimeProvider>();
        var patience = TimeSpan.FromSeconds(
            context.ServiceProvider.GetRequiredService<IOptions<ModelOptions>>().Value.TimeoutSeconds
        );
        pipeline.TimeProvider = clock;
        pipeline
            .AddRetry(
                new HttpRetryStrategyOptions
                {
                    MaxRetryAttempts = Retries,
                    Delay = TimeSpan.FromMilliseconds(400),
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    ShouldHandle = tried =>
                        ValueTask.FromResult(
                            IsPassing(tried.Outcome) && !(WaitOf(tried.Outcome.Result, clock) > LongestWait)
                        ),
                    DelayGenerator = tried => ValueTask.FromResult(WaitOf(tried.Outcome.Result, clock)),
                }
            )
            .AddCircuitBreaker(
                new HttpCircuitBreakerStrategyOptions
                {
                    SamplingDuration = TimeSpan.FromSeconds(30),
                    MinimumThroughput = Failures,
                    FailureRatio = 0.5,
                    BreakDuration = LeftAlone,
                    ShouldHandle = tried => ValueTask.FromResult(IsPassing(tried.Outcome)),
                }
            )
            // Two thirds: a request that hangs leaves time for another.
            .AddTimeout(new HttpTimeoutStrategyOptions { Timeout = patience * 2 / 3 });
    }

    // What may be otherwise a moment later.
    private static bool IsPassing(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException or IOException or TimeoutRejectedException
        || outcome.Result?.StatusCode
            is HttpStatusCode.RequestTimeout
                or HttpStatusCode.TooManyRequests
                or >= HttpStatusCode.InternalServerError;

    private static TimeSpan? WaitOf(HttpResponseMessage? answer, TimeProvider clock) =>
        answer?.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
            _ => null,
        };
}
