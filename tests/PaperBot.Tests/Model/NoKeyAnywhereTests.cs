using System.Text;
using System.Text.Json.Nodes;
using PaperBot.Fakes;
using PaperBot.Skills.Model;
using PaperBot.Tests.Cli;

namespace PaperBot.Tests.Model;

/// <summary>An endpoint may echo the key in whatever it answers: nobody ever sees it.</summary>
public sealed class NoKeyAnywhereTests : IDisposable
{
    // With letters that JSON and addresses write otherwise.
    private const string Key = "sk-a+b/c=d&e'f<g>\"h\\i~0123456789";

    private readonly string folder = Directory.CreateTempSubdirectory("paperbot-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(200)]
    [InlineData(302)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task An_echo_reaches_neither_log_nor_exception_nor_doctor(int status)
    {
        foreach (var echo in Echoes())
        {
            await using var bot = new BotWithModel(
                request => new StubAnswer(status, "")
                {
                    Raw = echo(request),
                    Header = ("Location", $"http://127.0.0.1:9/?key={Uri.EscapeDataString(Key)}"),
                },
                Asking.With(("Model:ApiKey", Key)),
                new SkippingClock(DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(20) * 2 / 3)
            );

            var whole = await Record.ExceptionAsync(() => bot.ModelAsync());
            var streamed = await Record.ExceptionAsync(() => bot.StreamAsync());
            var findings = await bot.CheckAsync();

            AssertHolds(bot.Model.Requests[0].Key);
            AssertHoldsNot(string.Join('\n', bot.Log));
            AssertHoldsNot($"{whole} {(whole as ModelException)?.Detail} {streamed}");
            AssertHoldsNot(string.Join('\n', findings));
        }
    }

    [Fact]
    public async Task An_echo_in_an_answer_is_taken_out_of_it_and_out_of_the_name_of_the_model()
    {
        await using var bot = new BotWithModel(
            request => StubAnswer.Text("ready") with { Model = $"loom {request.Key}" },
            Asking.With(("Model:ApiKey", Key))
        );

        await bot.ModelAsync();
        await bot.StreamAsync();
        var findings = await bot.CheckAsync();

        Assert.Contains("***", findings[^1].Words, StringComparison.Ordinal);
        AssertHoldsNot(string.Join('\n', bot.Log) + string.Join('\n', findings));
    }

    [Fact]
    public async Task An_echo_in_what_the_model_writes_is_taken_out_piece_by_piece()
    {
        await using var bot = new BotWithModel(
            request =>
                request.IsStream
                    ? new StubAnswer(200, "")
                    {
                        Raw = Event(request.Key, null) + Event("", "stop") + "data: [DONE]\n\n",
                    }
                    : StubAnswer.Text($"The key is {request.Key}."),
            Asking.With(("Model:ApiKey", Key))
        );

        var whole = await bot.ModelAsync();
        var streamed = await bot.StreamAsync();

        Assert.Equal(("The key is ***.", "***"), (whole.Text, streamed.Text));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(500)]
    [InlineData(302)]
    [InlineData(200)]
    public async Task The_program_itself_shows_no_key_however_much_it_logs(int status)
    {
        await using var model = new ModelStub(request => new StubAnswer(status, "")
        {
            Raw = $$$"""{"error":{"message":"Authorization: Bearer {{{request.Key}}}"}}""",
            Header = ("Location", $"http://127.0.0.1:9/{request.Key}"),
        });

        var doctor = await RunAsync(model, "doctor");
        var chat = await RunAsync(model, "chat", "--json");

        Assert.Contains("BAD  Model: stub-model at 127.0.0.1", doctor.Output, StringComparison.Ordinal);
        Assert.NotEmpty(doctor.Errors); // it did log
        Assert.Contains("own engine", chat.Output, StringComparison.Ordinal);
        Assert.All(
            [doctor.Output, doctor.Errors, chat.Output, chat.Errors],
            said => Assert.DoesNotContain(BotWithModel.Key, said, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("sk-key with-a-blank")]
    [InlineData("sk-key\nof-two-lines")]
    public async Task A_key_that_none_can_be_is_refused_without_being_shown(string key)
    {
        await using var model = new ModelStub("ready");

        var run = await ChildProgram.RunAsync(folder, ["doctor"], environment: Settings(model, key));

        Assert.Equal(1, run.Code);
        Assert.Equal("Model:ApiKey holds a character that no key has. Copy it again.\n", run.Errors);
        Assert.Empty(model.Requests);
    }

    // As it is, as JSON in two ways, in an address, in a broken document, and in another encoding.
    private static IEnumerable<Func<StubRequest, string>> Echoes() =>
        [
            request => $"Bearer {request.Key} is not known",
            request => new JsonObject { ["error"] = Message(request.Key) }.ToJsonString(),
            request =>
                $$$"""{"error":{"message":"{{{request.Key.Replace("\\", @"\\").Replace("/", @"\/").Replace("\"", "\\\"")}}}"}}""",
            request => $"<a href='/login?key={Uri.EscapeDataString(request.Key)}'>",
            request => $$"""{"error":"{{request.Key}}""",
            request => Encoding.UTF8.GetString(Encoding.Unicode.GetBytes($"Bearer {request.Key}")),
            request => $"data: {{\"error\":{{\"message\":\"{request.Key}\"}}}}\n\n",
        ];

    // A piece of a streamed answer.
    private static string Event(string text, string? end)
    {
        var choice = new JsonObject
        {
            ["index"] = 0,
            ["delta"] = new JsonObject { ["content"] = text },
            ["finish_reason"] = end,
        };
        return $"data: {new JsonObject { ["id"] = "1", ["choices"] = new JsonArray(choice) }.ToJsonString()}\n\n";
    }

    private static JsonObject Message(string key) => new() { ["message"] = $"No: {key}" };

    private static void AssertHolds(string text) => Assert.Contains(Key, text, StringComparison.Ordinal);

    // Nor its end, which has no letters that are written in several ways.
    private static void AssertHoldsNot(string text)
    {
        Assert.DoesNotContain(Key, text, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789", text, StringComparison.Ordinal);
    }

    private Task<ChildProgram.Outcome> RunAsync(ModelStub model, params string[] verb) =>
        ChildProgram.RunAsync(
            folder,
            verb,
            "/summarize EfficientNet\n",
            new Dictionary<string, string>(Settings(model, BotWithModel.Key))
            {
                ["PAPERBOT__Logging__LogLevel__Default"] = "Trace",
                ["PAPERBOT__Logging__LogLevel__Microsoft"] = "Trace",
                ["PAPERBOT__Logging__LogLevel__System"] = "Trace",
                ["PAPERBOT__Logging__LogLevel__Polly"] = "Trace",
            }
        );

    private static Dictionary<string, string> Settings(ModelStub model, string key) =>
        new()
        {
            ["PAPERBOT__Model__Provider"] = "OpenAI",
            ["PAPERBOT__Model__Endpoint"] = model.Address,
            ["PAPERBOT__Model__Name"] = "stub-model",
            ["PAPERBOT__Model__ApiKey"] = key,
        };
}
