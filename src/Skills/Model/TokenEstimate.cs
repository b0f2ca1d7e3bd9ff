using Microsoft.SemanticKernel;

namespace PaperBot.Skills.Model;

/// <summary>Pure: about how many tokens a text has, for reservations and for endpoints that do not count.</summary>
internal static class TokenEstimate
{
    // English has about four characters a token, other scripts fewer; a message has a few tokens around it.
    // https://help.openai.com/en/articles/4936856-what-are-tokens-and-how-to-count-them
    private const int CharactersPerToken = 4;
    private const int AroundMessage = 4;

    public static int Of(string? text) =>
        text is null
            ? 0
            : (text.Sum(letter => letter < 0x250 ? 1 : CharactersPerToken) + CharactersPerToken - 1)
                / CharactersPerToken;

    /// <summary>Of everything that is sent: messages, the functions that are told of, the schema.</summary>
    public static int Of(ModelCall call) =>
        call.Messages.Sum(message => message.Items.Sum(Of) + AroundMessage)
        + Of(call.Schema?.Json)
        + (call.Tools?.Plugins.GetFunctionsMetadata() ?? []).Sum(Of);

    /// <summary>A function that is asked for, as the endpoint writes it.</summary>
    public static string Written(FunctionCallContent call) =>
        $"{call.FunctionName} {string.Join(' ', (call.Arguments ?? []).Select(argument => $"{argument.Key}: {argument.Value}"))}";

    private static int Of(KernelContent content) =>
        content switch
        {
            TextContent text => Of(text.Text),
            FunctionResultContent result => Of(result.Result?.ToString()),
            FunctionCallContent call => Of(Written(call)),
            _ => 0,
        };

    private static int Of(KernelFunctionMetadata function) =>
        AroundMessage
        + Of(function.Name)
        + Of(function.Description)
        + function.Parameters.Sum(parameter => AroundMessage + Of(parameter.Name) + Of(parameter.Description));
}
