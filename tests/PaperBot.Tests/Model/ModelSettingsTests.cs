using PaperBot.Cli;
using PaperBot.Fakes;
using PaperBot.Tests.Cli;

namespace PaperBot.Tests.Model;

/// <summary>Settings that cannot be meant stop the program with a sentence that says what to do.</summary>
public sealed class ModelSettingsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("paperbot-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("Model:Name", null, "Model:Name is missing")]
    [InlineData("Model:Name", "two\nlines", "Model:Name is no model's name")]
    [InlineData("Model:TimeoutSeconds", "26", "must be at least 5 seconds less than Chat:TimeLimitSeconds (30)")]
    [InlineData("Model:TimeoutSeconds", "0", "Model:TimeoutSeconds must be a whole number of seconds from 1 to 300.")]
    [InlineData("Model:Concurrency", "0", "Model:Concurrency must be a whole number from 1 to 100.")]
    [InlineData("Model:Endpoint", "ftp://127.0.0.1/v1", "Model:Endpoint must be an address that begins with https://")]
    [InlineData("Model:Endpoint", "127.0.0.1/v1", "Model:Endpoint must be an address that begins with https://")]
    [InlineData("Model:Endpoint", "http://models.example.org/v1", "would travel in the clear; use https://.")]
    [InlineData("Model:Endpoint", "http://8.8.8.8/v1", "would travel in the clear; use https://.")]
    [InlineData("Model:Endpoint", "http://172.32.0.1/v1", "would travel in the clear; use https://.")]
    [InlineData("Model:Endpoint", "https://me:secret@127.0.0.1/v1", "give a key with Model:ApiKey instead.")]
    [InlineData("Model:ApiKey", "sk-ü", "Model:ApiKey holds a character that no key has.")]
    [InlineData("Model:ApiKeyFile", "/nowhere/at/all", "Model:ApiKeyFile (/nowhere/at/all) cannot be read.")]
    public void A_setting_is_refused_with_what_to_do(string setting, string? value, string sentence)
    {
        var others = setting == "Model:ApiKeyFile" ? Asking.With(("Model:ApiKey", null)) : [];
        others[setting] = value;

        var said = Refusal(others);

        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OpenAI", null, null, "Model:ApiKey is missing: OpenAI asks for one")]
    [InlineData("AzureOpenAI", null, "sk-key", "Model:Endpoint is missing: the address of your Azure OpenAI resource")]
    [InlineData("AzureOpenAI", "https://x.openai.azure.com", null, "Model:ApiKey is missing")]
    public void A_provider_is_refused_that_lacks_something(
        string provider,
        string? endpoint,
        string? key,
        string sentence
    )
    {
        var said = Refusal(
            Asking.With(("Model:Provider", provider), ("Model:Endpoint", endpoint), ("Model:ApiKey", key))
        );

        Assert.Contains(sentence, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:11434/v1")]
    [InlineData("http://ollama:11434/v1")]
    [InlineData("http://192.168.1.20:1234/v1")]
    [InlineData("http://10.0.0.2/v1")]
    [InlineData("http://172.31.0.1/v1")]
    [InlineData("http://[::1]:8000/v1")]
    [InlineData("http://[fd00::1]:8000/v1")]
    [InlineData("http://gpu.local/v1")]
    [InlineData("https://models.example.org/v1")]
    public async Task An_endpoint_nearby_or_behind_TLS_is_accepted(string endpoint)
    {
        await using var bot = new BotWithModel(_ => StubAnswer.Text("yes"), Asking.With(("Model:Endpoint", endpoint)));

        Assert.Contains(
            $"Answers are written by stub-model at {new Uri(endpoint).Authority}",
            bot.Get<PaperBot.Model.ModelAnnouncement>().Sentence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_model_that_is_switched_off_may_be_set_up_by_half()
    {
        await using var bot = new BotWithModel(
            _ => StubAnswer.Text("yes"),
            Asking.With(("Model:Provider", "None"), ("Model:Name", null), ("Model:Endpoint", null))
        );

        Assert.StartsWith(
            "No language model",
            bot.Get<PaperBot.Model.ModelAnnouncement>().Sentence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_key_in_a_settings_file_stops_the_program_and_is_not_shown()
    {
        await File.WriteAllTextAsync(
            Path.Combine(folder, "appsettings.json"),
            """{"Model":{"ApiKey":"sk-very-secret-key-0123456789"}}"""
        );

        var run = await ChildProgram.RunAsync(folder, ["chat"], "/help\n");

        Assert.Equal(2, run.Code);
        Assert.Equal(
            "Model:ApiKey stands in appsettings.json, which is no place for a secret. Take it out and set PAPERBOT__Model__ApiKey in the environment.\n",
            run.Errors
        );
    }

    [Fact]
    public async Task A_provider_that_there_is_none_of_is_told_with_those_that_there_are()
    {
        var run = await ChildProgram.RunAsync(folder, ["chat", "--Model:Provider", "Olama"], "/help\n");

        Assert.Equal(1, run.Code);
        Assert.StartsWith(
            "The setting Model:Provider is 'Olama', which is not None, OpenAI or AzureOpenAI.",
            run.Errors,
            StringComparison.Ordinal
        );
        Assert.Single(run.Errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Several_wrong_settings_are_told_one_at_a_time()
    {
        var run = await ChildProgram.RunAsync(
            folder,
            ["chat", "--Model:Concurrency", "0", "--Daily:Papers", "99"],
            "/help\n"
        );

        Assert.Equal(1, run.Code);
        Assert.Single(run.Errors.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("None", "No language model is configured: PaperBot's own engine answers everything.")]
    [InlineData("OpenAI", "Answers are written by llama3.1 at 127.0.0.1:9 and checked against the abstracts;")]
    public async Task Who_writes_is_said_once_at_the_start(string provider, string sentence)
    {
        using var serving = ChildProgram.Start(
            folder,
            [],
            new Dictionary<string, string>
            {
                ["PAPERBOT__Model__Provider"] = provider,
                ["PAPERBOT__Model__Name"] = "llama3.1",
                ["PAPERBOT__Model__Endpoint"] = "http://127.0.0.1:9/v1",
            }
        );
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var said = "";
        while (
            !said.Contains(sentence, StringComparison.Ordinal)
            && await serving.StandardError.ReadLineAsync(limit.Token) is { } line
        )
        {
            said += line + "\n";
        }
        serving.Kill(entireProcessTree: true);

        Assert.Contains(sentence, said, StringComparison.Ordinal);
    }

    private static string Refusal(Dictionary<string, string?> settings) =>
        SettingsProblem.Sentence(
            Assert.ThrowsAny<Exception>(() => new BotWithModel(_ => StubAnswer.Text("yes"), settings))
        )!; // a refusal that is no sentence fails the test
}
