using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Model;

/// <summary>The port to whatever knows how many tokens an endpoint counted for an answer; null where it did not count.</summary>
/// <param name="metadata">Of the answer, or of one piece of a streamed one.</param>
public delegate (int Input, int Output)? ModelUsage(IReadOnlyDictionary<string, object?>? metadata);

/// <summary>
/// The language model: one request to its answer, counted in the ledger whatever comes of it. It neither trusts nor
/// checks what is answered.
/// </summary>
/// <param name="chat">Semantic Kernel's connector; null where no model is configured.</param>
public sealed partial class LanguageModel(
    ModelLedger ledger,
    IOptions<ModelOptions> options,
    ILogger<LanguageModel> logger,
    IChatCompletionService? chat = null,
    ModelUsage? usage = null
) : IDisposable
{
    private const int LongestDetail = 300;

    // Far more than a model is asked for: what is beyond it is not shown while it grows.
    private const int LongestAnswer = 50_000;

    private readonly SemaphoreSlim places = new(options.Value.Concurrency);

    public bool IsConfigured => chat is not null;

    /// <summary>As it is configured; the endpoint may call itself otherwise.</summary>
    public string Name => options.Value.Name;

    /// <summary>How long all rounds of one answer may take together.</summary>
    public TimeSpan Patience => TimeSpan.FromSeconds(options.Value.TimeoutSeconds);

    /// <exception cref="ModelException">It has no answer.</exception>
    public Task<ModelAnswer> AskAsync(ModelCall call, CancellationToken ct) =>
        CountedAsync(
            call,
            async spent =>
            {
                var messages = await chat!.GetChatMessageContentsAsync( // CountedAsync looked
                    call.Messages,
                    SettingsOf(call),
                    call.Tools,
                    ct
                );
                spent.Begun = true;
                if (messages is not [var message, ..])
                {
                    throw new JsonException("There is no choice in the answer.");
                }
                spent.Take(usage?.Invoke(message.Metadata));
                spent.Write(TextOf(message));
                spent.Finish(message.Metadata);
                return message;
            },
            ct
        );

    /// <summary>The same, while <paramref name="soFar"/> hears the text as it grows.</summary>
    /// <exception cref="ModelException">It has no answer.</exception>
    public Task<ModelAnswer> StreamAsync(ModelCall call, Action<string> soFar, CancellationToken ct) =>
        CountedAsync(
            call,
            async spent =>
            {
                var text = spent.Text;
                var calls = new FunctionCallContentBuilder();
                await foreach (
                    var piece in chat!.GetStreamingChatMessageContentsAsync(
                        call.Messages,
                        SettingsOf(call),
                        call.Tools,
                        ct
                    )
                )
                {
                    spent.Begun = true;
                    spent.Write(piece.Content);
                    calls.Append(piece);
                    spent.Take(usage?.Invoke(piece.Metadata));
                    spent.Finish(piece.Metadata);
                    if (piece.Content is { Length: > 0 } && text.Length <= LongestAnswer)
                    {
                        soFar(text.ToString());
                    }
                }
                if (spent.Finished is null)
                {
                    throw new JsonException("The stream ended before the answer did.");
                }
                var message = new ChatMessageContent(
                    AuthorRole.Assistant,
                    [new TextContent(text.ToString()), .. calls.Build()]
                );
                spent.Write(TextOf(message)[text.Length..]); // the functions it asked for
                return message;
            },
            ct
        );

    public void Dispose() => places.Dispose();

    private async Task<ModelAnswer> CountedAsync(
        ModelCall call,
        Func<Spent, Task<ChatMessageContent>> ask,
        CancellationToken ct
    )
    {
        if (chat is null)
        {
            throw ModelException.NotConfigured();
        }
        await places.WaitAsync(ct);
        try
        {
            var reservation = ledger.Reserve(call.Skill, call.Payer, TokenEstimate.Of(call), call.MostTokens);
            var spent = new Spent(reservation);
            try
            {
                var message = await ask(spent);
                return new ModelAnswer(message, spent.Input, spent.Output)
                {
                    IsCut = string.Equals(spent.Finished, "length", StringComparison.OrdinalIgnoreCase),
                };
            }
            catch (Exception e) when (e is not ModelException && !ct.IsCancellationRequested)
            {
                var problem = Problem(e);
                spent.Begun |= e is not HttpOperationException || problem.Trouble == ModelTrouble.Late;
                LogFailed(call.Skill, problem.Detail);
                throw problem;
            }
            finally
            {
                // An endpoint that was reached and then given up has worked, and is paid, all the same.
                spent.Begun |= ct.IsCancellationRequested;
                ledger.Settle(reservation, spent.Input, spent.Output, spent.IsEstimate);
            }
        }
        finally
        {
            places.Release();
        }
    }

    // What the endpoint says of an error is told to the operator only, on one line.
    private ModelException Problem(Exception failure)
    {
        var status = (failure as HttpOperationException)?.StatusCode;
        var (trouble, sentence) = status switch
        {
            HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => (
                ModelTrouble.Limited,
                "The language model is not available just now"
            ),
            HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout => Late,
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => (
                ModelTrouble.Refused,
                "The language model does not let PaperBot in"
            ),
            >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError => (
                ModelTrouble.Refused,
                "The language model did not accept the question"
            ),
            _ when failure is OperationCanceledException or TimeoutException => Late,
            null when failure is HttpOperationException => (
                ModelTrouble.Broken,
                "The language model cannot be reached"
            ),
            _ => (ModelTrouble.Broken, "The language model gave no answer that can be used"),
        };
        var said = PaperText.Clean(failure.Message);
        var detail = said.Length > LongestDetail ? said[..LongestDetail] : said;
        return new ModelException(
            trouble,
            sentence,
            $"{Name}: {(status is null ? failure.GetType().Name : (int)status)} {detail}",
            failure
        );
    }

    // What it wrote: words, or the functions that it asks for.
    private static string TextOf(ChatMessageContent message) =>
        string.Concat(
            message.Items.OfType<FunctionCallContent>().Select(TokenEstimate.Written).Prepend(message.Content)
        );

    private static (ModelTrouble, string) Late => (ModelTrouble.Late, "The language model did not answer in time");

    // As names of Semantic Kernel's OpenAI connectors, which read them from any settings.
    private static PromptExecutionSettings SettingsOf(ModelCall call)
    {
        var settings = new PromptExecutionSettings
        {
            ExtensionData = new Dictionary<string, object> { ["max_tokens"] = call.MostTokens, ["temperature"] = 0.0 },
            FunctionChoiceBehavior =
                call.Tools is null ? null
                : call.MustAnswer ? FunctionChoiceBehavior.None()
                : FunctionChoiceBehavior.Auto(autoInvoke: false),
        };
        if (call.Schema is { } schema)
        {
            settings.ExtensionData["response_format"] = JsonSerializer.SerializeToElement(
                new
                {
                    type = "json_schema",
                    json_schema = new
                    {
                        name = schema.Name,
                        strict = true,
                        schema = JsonElement.Parse(schema.Json),
                    },
                }
            );
        }
        return settings;
    }

    // What the endpoint counted, or an estimate where it did not; nothing where it was never reached.
    private sealed class Spent(ModelReservation reserved)
    {
        // Counts so far from any estimate are a fault of the endpoint, and one such would use up a month's budget.
        private const int Beyond = 10;
        private const int Leeway = 2_000;

        private (int Input, int Output)? counted;

        /// <summary>The endpoint has worked: it answered, though perhaps nothing that can be used, or was given up while it did.</summary>
        public bool Begun { get; set; }

        /// <summary>What came of the answer.</summary>
        public StringBuilder Text { get; } = new();

        /// <summary>Why the answer ended, such as "stop" or "length"; null while it has not.</summary>
        public string? Finished { get; private set; }

        public bool IsEstimate => counted is null;

        public int Input => counted?.Input ?? (Begun ? reserved.InputTokens : 0);

        public int Output => counted?.Output ?? TokenEstimate.Of(Text.ToString());

        public void Finish(IReadOnlyDictionary<string, object?>? metadata) =>
            Finished = metadata?.GetValueOrDefault("FinishReason")?.ToString() ?? Finished;

        public void Write(string? text) => Text.Append(text);

        public void Take((int Input, int Output)? count)
        {
            if (
                count is var (input, output)
                && IsLikely(input, reserved.InputTokens)
                && IsLikely(output, reserved.OutputTokens)
            )
            {
                counted = count;
            }
        }

        private static bool IsLikely(int counted, int expected) => counted <= (long)expected * Beyond + Leeway;
    }

    [LoggerMessage(LogLevel.Warning, "The language model did not answer ({Skill}): {Detail}")]
    private partial void LogFailed(string skill, string detail);
}
