using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace PaperBot.Skills.Model;

/// <summary>One request to the model.</summary>
/// <param name="Skill">On which account of the ledger it goes, such as "summarize".</param>
/// <param name="Payer">Likewise.</param>
/// <param name="Messages">The prompt; abstracts in it are delimited data.</param>
public sealed record ModelCall(string Skill, Payer Payer, ChatHistory Messages)
{
    /// <summary>The longest answer, in tokens.</summary>
    public int MostTokens { get; init; } = 700;

    /// <summary>What the answer must look like; null for plain text.</summary>
    public AnswerSchema? Schema { get; init; }

    /// <summary>Whose functions the model may ask for; it is only told of them, the caller runs them.</summary>
    public Kernel? Tools { get; init; }

    /// <summary>It is told of them and may ask for none any more: it has to answer.</summary>
    public bool MustAnswer { get; init; }
}

/// <param name="Name">Letters, digits and underscores.</param>
/// <param name="Json">A JSON schema in which every property is required and no other is allowed, as OpenAI's strict mode asks.</param>
public sealed record AnswerSchema(string Name, string Json);

/// <param name="Message">As the model gave it: untrusted.</param>
/// <param name="InputTokens">As the endpoint counted, else estimated.</param>
public sealed record ModelAnswer(ChatMessageContent Message, int InputTokens, int OutputTokens)
{
    public string Text => Message.Content ?? "";

    /// <summary>It ended because it had become too long: its last words may be half a sentence.</summary>
    public bool IsCut { get; init; }
}
