using System.Net;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using PaperBot.Skills.Papers;
using Polly;

namespace PaperBot.Sources;

internal static class SourcesSetup
{
    /// <summary>For a source to begin its answer.</summary>
    public static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(25);

    private const long LargestAnswer = 64 << 20; // a day's feed of 2,000 papers has 4 MB

    /// <summary>The sources, each with its own HTTP client, gate and patience.</summary>
    public static IServiceCollection AddSources(this IServiceCollection services)
    {
        services.AddOptions<SourcesOptions>().BindConfiguration("Sources").ValidateDataAnnotations().ValidateOnStart();
        AddSource<HuggingFaceSource>(services, "huggingface", TimeSpan.Zero, retryWhenLimited: true);
        // It counts requests over all machines that one controls, and a client that goes on after a 429 is shut out longer.
        AddSource<ArxivSource>(services, "arxiv", TimeSpan.FromSeconds(3), retryWhenLimited: false);
        return services;
    }

    private static void AddSource<TSource>(
        IServiceCollection services,
        string name,
        TimeSpan pause,
        bool retryWhenLimited
    )
        where TSource : class, IPaperSource
    {
        services.AddKeyedSingleton(
            name,
            (provider, _) => new SourceGate(pause, provider.GetRequiredService<TimeProvider>())
        );
        services
            .AddHttpClient(name)
            .ConfigureHttpClient(Introduce)
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    ConnectTimeout = TimeSpan.FromSeconds(10),
                    PooledConnectionLifetime = TimeSpan.FromMinutes(10),
                    AutomaticDecompression = DecompressionMethods.All,
                    MaxAutomaticRedirections = 3,
                }
            )
            .AddResilienceHandler(
                "patience",
                (pipeline, context) => BePatient(pipeline, context, pause, retryWhenLimited)
            );
        services.AddSingleton<IPaperSource>(provider =>
            ActivatorUtilities.CreateInstance<TSource>(
                provider,
                new SourceClient(
                    provider.GetRequiredService<IHttpClientFactory>().CreateClient(name),
                    provider.GetRequiredKeyedService<SourceGate>(name),
                    provider.GetRequiredService<TimeProvider>()
                )
            )
        );
    }

    private static void Introduce(IServiceProvider provider, HttpClient http)
    {
        var version = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3);
        var contact = provider.GetRequiredService<IOptions<SourcesOptions>>().Value.Contact;
        http.DefaultRequestHeaders.UserAgent.ParseAdd($"PaperBot/{version}");
        if (contact.Length > 0)
        {
            http.DefaultRequestHeaders.UserAgent.ParseAdd($"({contact})");
        }
        http.MaxResponseContentBufferSize = LargestAnswer;
        http.Timeout = Timeout.InfiniteTimeSpan; // SourceClient.Patience ends it, by the clock that the rest goes by
    }

    private static void BePatient(
        ResiliencePipelineBuilder<HttpResponseMessage> pipeline,
        ResilienceHandlerContext context,
        TimeSpan pause,
        bool retryWhenLimited
    )
    {
        var clock = context.ServiceProvider.GetRequiredService<TimeProvider>();
        pipeline.TimeProvider = clock;
        pipeline
            .AddRetry(
                new HttpRetryStrategyOptions
                {
                    MaxRetryAttempts = 3,
                    // A retry is a request like any other: not before the pause is over, which jitter would cut short.
                    Delay = pause > TimeSpan.Zero ? pause : TimeSpan.FromSeconds(1),
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = pause == TimeSpan.Zero,
                    ShouldHandle = tried => ValueTask.FromResult(IsWorthATry(tried, retryWhenLimited, clock)),
                    DelayGenerator = tried => ValueTask.FromResult(WaitFor(tried.Outcome.Result, pause, clock)),
                }
            )
            .AddTimeout(AnswerLimit);
    }

    // Null: as the strategy has it.
    private static TimeSpan? WaitFor(HttpResponseMessage? answer, TimeSpan pause, TimeProvider clock) =>
        answer is null || SourceClient.WaitOf(answer, clock.GetUtcNow()) is not { } wait ? null
        : wait < pause ? pause
        : wait;

    private static bool IsWorthATry(
        Polly.Retry.RetryPredicateArguments<HttpResponseMessage> tried,
        bool retryWhenLimited,
        TimeProvider clock
    )
    {
        if (tried.Outcome.Result is not { } answer)
        {
            // Once where a connection broke off; a machine without a network says so at once.
            return tried.AttemptNumber == 0
                && tried.Outcome.Exception
                    is HttpRequestException
                    {
                        HttpRequestError: not (HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError)
                    };
        }
        var limited = answer.StatusCode == HttpStatusCode.TooManyRequests;
        if (limited && !retryWhenLimited)
        {
            return false;
        }
        // What a source asks for is waited for once; one that asks again wants to be left alone.
        return (limited || (int)answer.StatusCode >= 500 || answer.StatusCode == HttpStatusCode.RequestTimeout)
            && (
                SourceClient.WaitOf(answer, clock.GetUtcNow()) is not { } wait
                || (wait <= SourceClient.LongestWait && tried.AttemptNumber == 0)
            );
    }
}
