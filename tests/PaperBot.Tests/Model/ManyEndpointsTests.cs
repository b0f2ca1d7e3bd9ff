using System.Text.Json.Nodes;
using PaperBot.Fakes;
using PaperBot.Skills.Model;

namespace PaperBot.Tests.Model;

/// <summary>What endpoints of all kinds are asked with, and what is learnt when one does not take it.</summary>
public sealed class ManyEndpointsTests
{
    private const string NoTemperature =
        "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.";
    private const string NewLimit =
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_endpoint_of_ones_own_is_told_the_limit_by_the_name_that_all_of_them_know(bool isStream)
    {
        await using var bot = new BotWithModel(_ => StubAnswer.Text("yes"));

        await (isStream ? bot.StreamAsync() : bot.ModelAsync());

        var asked = bot.Model.Requests.Single();
        Assert.Equal("/v1/chat/completions", asked.Path);
        Assert.Equal((BotWithModel.Key, "stub-model"), (asked.Key, asked.Model));
        Assert.Equal(700, (int)asked.Body["max_tokens"]!);
        Assert.Equal(0, (double)asked.Body["temperature"]!);
        Assert.Null(asked.Body["max_completion_tokens"]);
        Assert.Equal(isStream, (bool?)asked.Body["stream_options"]?["include_usage"] ?? false);
    }

    [Fact]
    public async Task Azure_is_asked_at_the_path_of_its_deployment_with_its_own_kind_of_key()
    {
        await using var bot = new BotWithModel(
            _ => StubAnswer.Text("yes"),
            Asking.With(("Model:Provider", "AzureOpenAI"))
        );

        var answer = await bot.ModelAsync();

        var asked = bot.Model.Requests.Single();
        Assert.Equal("yes", answer.Text);
        Assert.EndsWith("/openai/deployments/stub-model/chat/completions", asked.Path, StringComparison.Ordinal);
        Assert.Equal((BotWithModel.Key, 700), (asked.Key, (int)asked.Body["max_tokens"]!));
    }

    [Fact]
    public async Task An_endpoint_that_asks_for_no_key_is_sent_none_of_ours()
    {
        await using var bot = new BotWithModel(_ => StubAnswer.Text("yes"), Asking.With(("Model:ApiKey", null)));

        Assert.Equal("yes", (await bot.ModelAsync()).Text);
        Assert.Equal("none", bot.Model.Requests.Single().Key);
    }

    [Fact]
    public async Task The_key_may_stand_in_a_file()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "sk-from-a-file\n");
        await using var bot = new BotWithModel(
            _ => StubAnswer.Text("yes"),
            Asking.With(("Model:ApiKey", null), ("Model:ApiKeyFile", file))
        );

        await bot.ModelAsync();

        Assert.Equal("sk-from-a-file", bot.Model.Requests.Single().Key);
        File.Delete(file);
    }

    [Fact]
    public async Task A_model_that_thinks_first_is_asked_as_it_wants_to_be_and_this_is_remembered()
    {
        await using var bot = new BotWithModel(request =>
            request.Body["max_tokens"] is not null ? StubAnswer.Error(400, NewLimit)
            : request.Body["temperature"] is not null ? StubAnswer.Error(400, NoTemperature)
            : StubAnswer.Text("yes")
        );

        var first = await bot.ModelAsync();
        var second = await bot.ModelAsync();

        Assert.Equal(("yes", "yes"), (first.Text, second.Text));
        Assert.Equal(4, bot.Model.Requests.Count);
        // Its thoughts count as its answer: it has room for them.
        Assert.Equal(4 * 700, (int)bot.Model.Requests[^1].Body["max_completion_tokens"]!);
    }

    [Fact]
    public async Task An_endpoint_that_knows_no_schema_is_asked_without_one()
    {
        await using var bot = new BotWithModel(request =>
            request.Body["response_format"] is null
                ? StubAnswer.Text("{}")
                : StubAnswer.Error(422, "Unknown field response_format")
        );
        var call = Asking.Call() with { Schema = new AnswerSchema("loom", """{"type":"object"}""") };

        var answer = await bot.Get<LanguageModel>().AskAsync(call, CancellationToken.None);

        Assert.Equal(("{}", 2), (answer.Text, bot.Model.Requests.Count));
        var schema = bot.Model.Requests[0].Body["response_format"]!["json_schema"]!;
        Assert.Equal(("loom", true), ((string)schema["name"]!, (bool)schema["strict"]!));
        Assert.Equal("""{"type":"object"}""", schema["schema"]!.ToJsonString());
    }

    [Fact]
    public async Task An_endpoint_that_does_not_count_a_stream_is_asked_for_one_all_the_same()
    {
        await using var bot = new BotWithModel(request =>
            request.Body["stream_options"] is null
                ? StubAnswer.Text("yes") with
                {
                    Counts = false,
                }
                : StubAnswer.Error(400, "stream_options is not permitted")
        );

        Assert.Equal("yes", (await bot.StreamAsync()).Text);
    }

    [Fact]
    public async Task A_refusal_that_teaches_nothing_is_told_after_one_request()
    {
        await using var bot = new BotWithModel(_ => StubAnswer.Error(400, "I do not like looms."));

        var trouble = await bot.TroubleAsync();

        Assert.Equal(ModelTrouble.Refused, trouble.Trouble);
        Assert.Single(bot.Model.Requests);
    }

    [Fact]
    public async Task An_endpoint_that_refuses_whatever_it_is_sent_is_not_asked_for_ever()
    {
        await using var bot = new BotWithModel(_ =>
            StubAnswer.Error(
                400,
                "max_tokens, max_completion_tokens, temperature, response_format, stream_options: no, no, no."
            )
        );

        await bot.TroubleAsync();
        await bot.TroubleAsync();

        Assert.Equal(3, bot.Model.Requests.Count); // the second time nothing is left to learn
    }

    [Fact]
    public async Task What_was_learnt_of_one_parameter_leaves_the_others_as_they_were()
    {
        await using var bot = new BotWithModel(request =>
            request.Body["temperature"] is not null ? StubAnswer.Error(400, NoTemperature) : StubAnswer.Text("yes")
        );

        await bot.ModelAsync();

        var sent = bot.Model.Requests[^1].Body.AsObject();
        Assert.True(sent.ContainsKey("max_tokens"));
        Assert.True(JsonNode.DeepEquals(bot.Model.Requests[0].Body["messages"], sent["messages"]));
    }
}
