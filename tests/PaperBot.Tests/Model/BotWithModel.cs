using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Chat;
using PaperBot.Fakes;
using PaperBot.Skills.Papers;

namespace PaperBot.Tests.Model;

/// <summary>The whole program but its platforms, with a library of its own and a stub of a model behind real HTTP.</summary>
internal sealed class BotWithModel : IAsyncDisposable
{
    public const string Key = "sk-very-secret-key-0123456789";

    private readonly TempDatabase library = new();
    private readonly Dictionary<string, string?> settings;
    private readonly TimeProvider? clock;
    private readonly LogLines log = new();
    private IHost host;

    /// <param name="clock">In place of the computer's; null for that.</param>
    public BotWithModel(
        Func<StubRequest, StubAnswer> answer,
        IReadOnlyDictionary<string, string?>? more = null,
        TimeProvider? clock = null
    )
    {
        this.clock = clock;
        Model = new ModelStub(answer);
        settings = new Dictionary<string, string?>
        {
            ["Library:Path"] = library.File,
            ["Library:Sample"] = "false",
            ["Model:Provider"] = "OpenAI",
            ["Model:Endpoint"] = Model.Address,
            ["Model:Name"] = "stub-model",
            ["Model:ApiKey"] = Key,
            ["Sources:HuggingFace:BaseUrl"] = "http://127.0.0.1:9",
            ["Sources:Arxiv:ApiUrl"] = "http://127.0.0.1:9",
            ["Sources:Arxiv:FeedUrl"] = "http://127.0.0.1:9",
        };
        foreach (var (name, value) in more ?? new Dictionary<string, string?>())
        {
            settings[name] = value;
        }
        host = Build();
    }

    public ModelStub Model { get; }

    public static Asker Someone { get; } = new("test", "7") { Server = "99" };

    /// <summary>Every line of every level, with exceptions.</summary>
    public IReadOnlyCollection<string> Log => log.Lines;

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public IServiceProvider Services => host.Services;

    public async Task KeepAsync(params PaperRecord[] papers) => await library.KeepAsync(papers);

    public Task<Reply> AskAsync(string line, Asker? asker = null) =>
        Get<CommandDispatcher>().DispatchAsync(line, asker ?? Someone, CancellationToken.None);

    /// <summary>The program ends and starts again, with the same library.</summary>
    public void Restart(IReadOnlyDictionary<string, string?>? more = null)
    {
        host.Dispose();
        foreach (var (name, value) in more ?? new Dictionary<string, string?>())
        {
            settings[name] = value;
        }
        host = Build();
    }

    public async ValueTask DisposeAsync()
    {
        host.Dispose();
        await Model.DisposeAsync();
        library.Dispose();
    }

    private IHost Build()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddJsonFile(Path.Combine(SharedFiles.RepositoryRoot, "appsettings.json"));
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddPaperBot();
        if (clock is not null)
        {
            builder.Services.AddSingleton(clock);
        }
        var built = builder.Build();
        built.Services.GetRequiredService<IStartupValidator>().Validate();
        return built;
    }
}
