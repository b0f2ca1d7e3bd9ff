using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaperBot.DiscordChat.Interactions;
using PaperBot.DiscordChat.Rest;
using PaperBot.Skills.Papers;

namespace PaperBot.Benchmarks.Discord;

/// <summary>What one question costs between the gateway's bytes and the HTTP request, without sockets: bytes allocated and time.</summary>
internal static class AnswerAllocations
{
    private const int WarmUp = 3_000;
    private const int Measured = 10_000;

    public static async Task<int> RunAsync()
    {
        using var library = new BenchLibrary();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"));
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Library:Path"] = library.Database.Path, ["Discord:Token"] = "token" }
        );
        builder.Services.AddPaperBot();
        builder.Services.AddSingleton(services =>
            ActivatorUtilities.CreateInstance<DiscordSender>(services, new HttpClient(new AcceptAll()))
        );
        using var host = builder.Build();
        await host.Services.GetRequiredService<SampleLibrary>().LoadIfEmptyAsync();
        var handler = host.Services.GetRequiredService<InteractionHandler>();
        var rest = host.Services.GetRequiredService<DiscordRest>();
        foreach (var (command, options) in Asked)
        {
            await AskAsync(handler, rest, command, options, WarmUp, from: 1);
            var (bytes, watch) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.StartNew());
            await AskAsync(handler, rest, command, options, Measured, from: 1 + WarmUp);
            var each = (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)Measured;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"/{command}: {each / 1_000:0.0} kB and {watch.Elapsed.TotalMilliseconds * 1_000 / Measured:0} µs a question"
                )
            );
        }
        return 0;
    }

    private static readonly (string Command, string Options)[] Asked =
    [
        ("help", ""),
        ("summarize", """{"type":3,"name":"paper","value":"EfficientNet"}"""),
        ("search", """{"type":3,"name":"words","value":"graph networks"}"""),
        ("trending", ""),
    ];

    private static long lastId = 1;

    private static async Task AskAsync(
        InteractionHandler handler,
        DiscordRest rest,
        string command,
        string options,
        int times,
        int from
    )
    {
        for (var i = 0; i < times; i++)
        {
            var user = 1_000_000 + (from + i) % 5_000;
            var json =
                $$$"""{"id":"{{{++lastId}}}","application_id":"1","type":2,"token":"t","locale":"en-US","context":0,"guild_id":"2","channel_id":"3","member":{"user":{"id":"{{{user}}}","username":"u"}},"data":{"id":"4","name":"{{{command}}}","type":1,"options":[{{{options}}}]}}""";
            var interaction = Interaction.Parse(Encoding.UTF8.GetBytes(json))!; // it is one
            await handler.HandleAsync(
                interaction,
                new RestAnswers(rest, interaction, Stopwatch.GetTimestamp()),
                CancellationToken.None
            );
        }
    }

    private sealed class AcceptAll : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            if (request.Content is { } content)
            {
                await content.CopyToAsync(Stream.Null, ct);
            }
            return new HttpResponseMessage(HttpStatusCode.NoContent);
        }
    }
}
