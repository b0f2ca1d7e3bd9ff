using System.ClientModel;
using System.ClientModel.Primitives;
using System.Reflection;
using Azure.AI.OpenAI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.AzureOpenAI;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI;
using OpenAI.Chat;
using PaperBot.Checkups;
using PaperBot.Skills.Model;

namespace PaperBot.Model;

internal static class ModelSetup
{
    private const string Client = "model";

    // OpenAI's library wants one; an endpoint that asks for none does not look at it.
    private const string NoKey = "none";

    /// <summary>The language model that is configured, by Semantic Kernel's own connectors; none where none is.</summary>
    public static IServiceCollection AddModel(this IServiceCollection services)
    {
        services.AddOptions<ModelConnection>().BindConfiguration("Model").ValidateOnStart();
        services.AddSingleton<IValidateOptions<ModelConnection>, ModelConnectionCheck>();
        services.AddSingleton<ModelWitness>();
        services.AddSingleton<ModelManners>();
        services
            .AddHttpClient(Client)
            .ConfigureHttpClient(http =>
            {
                http.DefaultRequestHeaders.UserAgent.ParseAdd(
                    $"PaperBot/{Assembly.GetExecutingAssembly().GetName().Version?.ToString(3)}"
                );
                http.Timeout = Timeout.InfiniteTimeSpan; // ModelPatience ends it
            })
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    ConnectTimeout = TimeSpan.FromSeconds(5),
                    PooledConnectionLifetime = TimeSpan.FromMinutes(10),
                    AllowAutoRedirect = false, // an answer that leads elsewhere, and the key with it, is none
                }
            )
            .AddHttpMessageHandler(() => new ModelRefusals())
            .AddHttpMessageHandler(provider => new ModelMannersHandler(provider.GetRequiredService<ModelManners>()))
            .AddResilienceHandler("patience", ModelPatience.Configure);
        services
            .AddHttpClient(Client)
            .AddHttpMessageHandler(provider => new AnswerGuard(
                new KeyEraser(provider.GetRequiredService<IOptions<ModelConnection>>().Value.Key()),
                provider.GetRequiredService<ModelWitness>().Hear
            ));
        services.AddSingleton(provider => new LanguageModel(
            provider.GetRequiredService<ModelLedger>(),
            provider.GetRequiredService<IOptions<ModelOptions>>(),
            provider.GetRequiredService<ILogger<LanguageModel>>(),
            Connect(provider),
            UsageOf
        ));
        services.AddSingleton<ModelAnnouncement>();
        services.AddHostedService<UsersForgotten>();
        services.AddSingleton<ICheckup, ModelCheckup>();
        return services;
    }

    private static IChatCompletionService? Connect(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<ModelOptions>>().Value;
        if (options.Provider == ModelProvider.None)
        {
            return null;
        }
        var connection = provider.GetRequiredService<IOptions<ModelConnection>>().Value;
        var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(Client);
        var key = new ApiKeyCredential(connection.Key() is { Length: > 0 } given ? given : NoKey);
        return options.Provider == ModelProvider.AzureOpenAI
            ? new AzureOpenAIChatCompletionService(
                options.Name,
                new AzureOpenAIClient(connection.Address(), key, Over(new AzureOpenAIClientOptions(), http))
            )
            : new OpenAIChatCompletionService(
                options.Name,
                new OpenAIClient(key, Over(new OpenAIClientOptions { Endpoint = connection.Address() }, http))
            );
    }

    // Repeating and giving up are ModelPatience's.
    private static TOptions Over<TOptions>(TOptions options, HttpClient http)
        where TOptions : ClientPipelineOptions
    {
        options.Transport = new HttpClientPipelineTransport(http);
        options.RetryPolicy = new ClientRetryPolicy(maxRetries: 0);
        options.NetworkTimeout = Timeout.InfiniteTimeSpan;
        return options;
    }

    private static (int Input, int Output)? UsageOf(IReadOnlyDictionary<string, object?>? metadata) =>
        metadata?.GetValueOrDefault("Usage") is ChatTokenUsage { InputTokenCount: >= 0, OutputTokenCount: >= 0 } usage
        && usage.InputTokenCount + usage.OutputTokenCount > 0
            ? (usage.InputTokenCount, usage.OutputTokenCount)
            : null;
}
