using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using PaperBot.Chat;
using PaperBot.Digests;
using PaperBot.Fakes;
using PaperBot.Skills.Digests;

namespace PaperBot.Tests.Commands.Digests;

/// <summary>The whole program with a library of its own, and two servers with channels in place of Discord.</summary>
internal sealed class BotWithDigests : IDisposable
{
    public const string Papers = "111111111111111111";
    public const string Random = "222222222222222222";
    public const string Foreign = "999999999999999999";
    private const string Server = "1";
    private const string OtherServer = "2";

    private readonly TempDatabase library = new();
    private readonly IHost host;

    public BotWithDigests(DateTimeOffset? now = null)
    {
        Clock = new FakeTimeProvider(now ?? new DateTimeOffset(2026, 11, 25, 10, 0, 0, TimeSpan.Zero)); // a Wednesday
        Channels.Add(Papers, Server, "papers");
        Channels.Add(Random, Server, "random");
        Channels.Add(Foreign, OtherServer, "secret-plans");
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddJsonFile(Path.Combine(SharedFiles.RepositoryRoot, "appsettings.json"));
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Library:Path"] = library.File,
                ["Library:Sample"] = "false",
                ["Chat:CommandsPerMinute"] = "1000",
                ["Sources:HuggingFace:BaseUrl"] = "http://127.0.0.1:9",
                ["Sources:Arxiv:ApiUrl"] = "http://127.0.0.1:9",
                ["Sources:Arxiv:FeedUrl"] = "http://127.0.0.1:9",
            }
        );
        builder.Services.AddPaperBot();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.RemoveAll<IDigestPlatform>().AddSingleton<IDigestPlatform>(Channels);
        builder.Services.RemoveAll<IDigestPreview>().AddSingleton<IDigestPreview>(new Previews(this));
        host = builder.Build();
    }

    public static Asker Manager { get; } =
        new("discord", "7")
        {
            Server = Server,
            Channel = Papers,
            MayManage = true,
        };

    /// <summary>Who manages the other server.</summary>
    public static Asker Stranger { get; } = Manager with { Id = "8", Server = OtherServer, Channel = Foreign };

    public static Asker Operator { get; } = new("terminal", "operator", IsOperator: true);

    public FakeTimeProvider Clock { get; }

    public FakeChannels Channels { get; } = new();

    /// <summary>What every preview says.</summary>
    public DigestContent Preview { get; set; } = new(new DateOnly(2026, 11, 25), [], "A quiet day.");

    public DigestStore Store => Get<DigestStore>();

    public TempDatabase Library => library;

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public Task<Reply> AskAsync(string line, Asker? asker = null) =>
        Get<CommandDispatcher>().DispatchAsync(line, asker ?? Manager, CancellationToken.None);

    /// <summary>As somebody reads it in a terminal.</summary>
    public async Task<string> ReadAsync(string line, Asker? asker = null) =>
        string.Join('\n', PaperBot.TerminalChat.TerminalMessage.Lines(await AskAsync(line, asker)));

    public void Dispose()
    {
        host.Dispose();
        library.Dispose();
    }

    private sealed class Previews(BotWithDigests bot) : IDigestPreview
    {
        public Task<DigestContent> PreviewAsync(Digest digest, CancellationToken ct) => Task.FromResult(bot.Preview);
    }
}
