using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Fakes;
using PaperBot.Skills.Papers;
using PaperBot.Sources;

namespace PaperBot.Tests.Sources;

/// <summary>The sources as the program composes them, asking a server on this machine for papers of a real library.</summary>
internal sealed class LoopbackSources : IAsyncDisposable
{
    private readonly TempDatabase library = new(); // its clock: Tuesday, 6 January 2026, 12:00 UTC
    private readonly ServiceProvider services;
    private readonly PaperFetch fetch;
    private readonly CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(
        TestContext.Current.CancellationToken
    );
    private Task last = Task.CompletedTask;

    /// <param name="address">Of a server; that of <see cref="Server"/> if left out.</param>
    public LoopbackSources(string? address = null)
    {
        Clock = new SkippingClock(library.Clock.GetUtcNow(), SourcesSetup.AnswerLimit, SourceClient.Patience);
        (services, fetch) = Compose(address ?? Server.Address, Clock);
    }

    /// <summary>The same on a clock that stands still until it is moved.</summary>
    public LoopbackSources(TempDatabase clocked)
    {
        library.Dispose();
        library = clocked;
        Clock = new SkippingClock(library.Clock.GetUtcNow());
        (services, fetch) = Compose(Server.Address, library.Clock);
    }

    public LoopbackServer Server { get; } = new();

    public SkippingClock Clock { get; }

    public Task<FetchReport> FetchAsync(string source, DateOnly? day = null)
    {
        var fetching = fetch.FetchAsync(fetch.Sources.Single(one => one.Name == source), day, over.Token);
        last = fetching;
        return fetching;
    }

    /// <summary>What a source answers that has these papers today.</summary>
    public static string Papers(string source, params string[] ids)
    {
        string[] all = ids.Length > 0 ? ids : ["2601.01234"];
        return source == "arxiv"
            ? $"""
                <feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
                <title>cs.LG updates on arXiv.org</title><updated>2026-01-06T05:00:19+00:00</updated>{string.Concat(
                all.Select(id =>
                    $"<entry><id>oai:arXiv.org:{id}v1</id><title>Paper {id}</title><summary>We widget.</summary><published>2026-01-06T00:00:00-05:00</published><arxiv:announce_type>new</arxiv:announce_type></entry>"
                )
            )}</feed>
                """
            : $"[{string.Join(
                ',',
                all.Select(id =>
                    $$"""{"paper":{"id":"{{id}}","title":"Paper {{id}}","summary":"We widget.","submittedOnDailyAt":"2026-01-06T00:00:00.000Z"},"publishedAt":"2026-01-06T00:00:00.000Z"}"""
                )
            )}]";
    }

    public async ValueTask DisposeAsync()
    {
        // What a failed test left behind; nothing that it uses may be closed before it has ended.
        await over.CancelAsync();
        await last.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        over.Dispose();
        await Server.DisposeAsync();
        await services.DisposeAsync();
        library.Dispose();
    }

    private (ServiceProvider, PaperFetch) Compose(string address, TimeProvider clock)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Sources:HuggingFace:BaseUrl"] = address,
            ["Sources:Arxiv:ApiUrl"] = address,
            ["Sources:Arxiv:FeedUrl"] = address,
            ["Sources:Arxiv:Categories:0"] = "cs.LG",
            ["Sources:Contact"] = "papers@example.org",
        };
        var composed = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton(clock)
            .AddSingleton(library.Database)
            .AddSingleton(library.Intake)
            .AddSingleton<FetchMarks>()
            .AddSingleton<PaperFetch>()
            .AddSources()
            .BuildServiceProvider();
        return (composed, composed.GetRequiredService<PaperFetch>());
    }
}
