using System.Net;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using PaperBot.Checkups;
using PaperBot.Skills.Model;

namespace PaperBot.Model;

/// <summary>Whether the model answers: tries a tiny completion.</summary>
internal sealed class ModelCheckup(
    LanguageModel model,
    ModelWitness witness,
    IOptions<ModelConnection> connection,
    TimeProvider clock
) : ICheckup
{
    private const string About = "Model";

    // A word, and the thoughts of a model that thinks first.
    private const int MostTokens = 300;

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken ct)
    {
        if (!model.IsConfigured)
        {
            return
            [
                new(
                    Grade.Good,
                    About,
                    "none is configured (Model:Provider); PaperBot's own engine answers everything."
                ),
            ];
        }
        using var time = new CancellationTokenSource(model.Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, time.Token);
        try
        {
            var begun = clock.GetTimestamp();
            var question = new ChatHistory();
            question.AddUserMessage("Answer with the word ready.");
            var answer = await model.AskAsync(
                new ModelCall("doctor", Payer.PaperBot, question) { MostTokens = MostTokens },
                either.Token
            );
            var seconds = clock.GetElapsedTime(begun).TotalSeconds;
            return
            [
                answer.Text.Trim().Length > 0
                    ? new(Grade.Good, About, $"{Where()} answered in {seconds:0.0} s.")
                    : new(
                        Grade.Hint,
                        About,
                        $"{Where()} answered with nothing{(answer.IsCut ? $" within {MostTokens} tokens" : "")}. Does it think before it answers? Try another model."
                    ),
                .. witness.Other is { } other
                    ? new[]
                    {
                        new Finding(
                            Grade.Hint,
                            About,
                            $"the endpoint says that {other} answered, not {model.Name}. Check Model:Name."
                        ),
                    }
                    : [],
            ];
        }
        catch (ModelException e)
        {
            return
            [
                new(Grade.Bad, About, $"{Where()}: {Advice(e)} Meanwhile PaperBot's own engine answers. ({e.Detail})"),
            ];
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            return
            [
                new(
                    Grade.Bad,
                    About,
                    $"{Where()} did not answer within {model.Patience.TotalSeconds:0} s. Is it still loading? Try again, or raise Model:TimeoutSeconds."
                ),
            ];
        }
    }

    private string Where() => $"{model.Name} at {connection.Value.Address().Authority}";

    private static string Advice(ModelException e) =>
        e.Trouble switch
        {
            ModelTrouble.Refused => (e.InnerException as HttpOperationException)?.StatusCode switch
            {
                HttpStatusCode.NotFound =>
                    "the endpoint does not know the model or the path. Check Model:Name and Model:Endpoint (most end with /v1).",
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                    "the key is not accepted, or may not use this model. Check Model:ApiKey.",
                _ => "the endpoint does not accept the request. Check that it speaks OpenAI's chat completions.",
            },
            ModelTrouble.Limited =>
                "the endpoint has too much to do, or its quota is used up. Wait, or check the account.",
            ModelTrouble.Late =>
                "it did not answer in time. Is it still loading? Try again, or raise Model:TimeoutSeconds.",
            ModelTrouble.Budget =>
                "this month's budget is used up. Raise Model:MonthlyCost or Model:MonthlyTokens, or wait.",
            _ => e.InnerException is HttpOperationException { StatusCode: null }
                ? "it cannot be reached. Is it running? Check Model:Endpoint."
                : "what it answers is not OpenAI's protocol, or it is broken. Check Model:Endpoint (most end with /v1).",
        };
}
