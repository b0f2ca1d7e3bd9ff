using Microsoft.SemanticKernel.ChatCompletion;

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

    public static int Of(ChatHistory messages) => messages.Sum(message => Of(message.Content) + AroundMessage);
}
