using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.SemanticKernel;
using PaperBot.Fakes;
using PaperBot.Skills.Ask;
using PaperBot.Skills.Compare;
using PaperBot.Skills.Details;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Summarize;
using PaperBot.Skills.Trending;
using PaperBot.Skills.Trends;
using PaperBot.Skills.Versions;

namespace PaperBot.Skills.Tests;

public sealed class SkillPluginsTests : IDisposable
{
    private readonly TempDatabase library = new();
    private readonly ServiceProvider services;
    private readonly Kernel kernel = new();

    public SkillPluginsTests()
    {
        var settings = new Dictionary<string, string?> { ["Library:Path"] = library.File };
        services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSkills()
            .BuildServiceProvider();
        kernel.Plugins.Add(SkillPlugins.Create(services));
    }

    public void Dispose()
    {
        services.Dispose();
        library.Dispose();
    }

    [Fact]
    public async Task A_model_can_call_every_skill_with_strings()
    {
        Assert.True(await services.GetRequiredService<SampleLibrary>().LoadIfEmptyAsync(CancellationToken.None));

        var trending = await InvokeAsync<TrendingList>("trending", ("period", "day"), ("count", "3"));
        var summary = await InvokeAsync<Summary>("summarize", ("paper", "EfficientNet"));
        var comparison = await InvokeAsync<Comparison>(
            "compare",
            ("a", "Wide Residual Networks"),
            ("b", "Deep Layer Aggregation")
        );
        var details = await InvokeAsync<PaperDetails>("paper", ("paper", "Wide Residual Networks"));
        var hits = await InvokeAsync<object>("search", ("words", "neural architecture search"));
        var answer = await InvokeAsync<Answer>("ask", ("question", "How does EfficientNet scale depth and width?"));
        var related = await InvokeAsync<object>("related", ("paper", "EfficientNet"));
        var changes = await InvokeAsync<PaperChanges>("changes", ("paper", "EfficientNet"));
        var trends = await InvokeAsync<TrendReport>("trends", ("topics", "neural networks, search"), ("weeks", "4"));

        Assert.Equal(3, trending.Papers.Count);
        Assert.Null(changes.Change);
        Assert.StartsWith("EfficientNet", summary.Paper.Title, StringComparison.Ordinal);
        Assert.Equal(2, comparison.Papers.Count);
        Assert.Equal("Wide Residual Networks", details.Paper.Title);
        Assert.NotNull(hits);
        Assert.NotNull(related);
        Assert.NotEmpty(answer.Sentences);
        Assert.Equal(["neural networks", "search"], trends.Topics.Select(topic => topic.Topic));
        Assert.Equal(9, kernel.Plugins[SkillPlugins.Name].FunctionCount);
    }

    [Fact]
    public void Every_function_and_parameter_is_described_to_the_model()
    {
        foreach (var function in kernel.Plugins[SkillPlugins.Name])
        {
            Assert.NotEmpty(function.Description);
            Assert.All(function.Metadata.Parameters, parameter => Assert.NotEmpty(parameter.Description));
        }
    }

    private async Task<T> InvokeAsync<T>(string function, params (string Name, string Value)[] arguments)
    {
        var given = new KernelArguments();
        foreach (var (name, value) in arguments)
        {
            given[name] = value;
        }
        var result = await kernel.InvokeAsync(SkillPlugins.Name, function, given);
        return result.GetValue<T>() ?? throw new InvalidOperationException($"{function} answered nothing.");
    }
}
