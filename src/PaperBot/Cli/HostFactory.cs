using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace PaperBot.Cli;

/// <summary>
/// Builds the program for a verb. Settings come from appsettings.json beside the program, appsettings.json in the
/// working directory, the environment (<c>PAPERBOT__Section__Key</c>) and the command line; later ones win.
/// </summary>
internal sealed class HostFactory(
    IReadOnlyDictionary<string, string?> arguments,
    Func<IServiceCollection, IServiceCollection>? discord = null
)
{
    public const string EnvironmentPrefix = "PAPERBOT__";

    /// <param name="quiet">Only warnings are logged, unless the environment or the command line says otherwise.</param>
    /// <exception cref="OptionsValidationException">A setting is wrong.</exception>
    /// <exception cref="WrongUsageException">There is no such setting.</exception>
    public IHost Build(bool quiet)
    {
        var builder = Host.CreateEmptyApplicationBuilder(
            new HostApplicationBuilderSettings
            {
                ApplicationName = "PaperBot",
                ContentRootPath = Directory.GetCurrentDirectory(),
            }
        );
        builder.Configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true);
        KnownSettings.Check(
            builder.Configuration,
            arguments.Keys,
            Environment.GetEnvironmentVariables().Keys.Cast<string>()
        );
        builder.Configuration.AddJsonFile(
            Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json"),
            optional: true
        );
        KnownSettings.CheckSecrets(builder.Configuration);
        if (quiet)
        {
            builder.Configuration.AddInMemoryCollection([new("Logging:LogLevel:Default", "Warning")]);
        }
        builder.Configuration.AddEnvironmentVariables(EnvironmentPrefix);
        builder.Configuration.AddInMemoryCollection(arguments);
        AddLogging(builder);
        builder.Services.AddPaperBot(discord);
        var host = builder.Build();
        host.Services.GetRequiredService<IStartupValidator>().Validate();
        return host;
    }

    // Everything to stderr: stdout belongs to answers.
    private static void AddLogging(HostApplicationBuilder builder)
    {
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.AddSimpleConsole(format =>
        {
            format.SingleLine = true;
            format.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
            format.UseUtcTimestamp = true;
            format.ColorBehavior = Console.IsErrorRedirected
                ? LoggerColorBehavior.Disabled
                : LoggerColorBehavior.Default;
        });
    }
}
