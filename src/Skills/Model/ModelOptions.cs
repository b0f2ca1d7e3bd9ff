using System.ComponentModel.DataAnnotations;

namespace PaperBot.Skills.Model;

public enum ModelProvider
{
    /// <summary>PaperBot's own engine answers everything.</summary>
    None,

    /// <summary>OpenAI, or any endpoint that speaks its protocol: Ollama, vLLM, LM Studio and others.</summary>
    OpenAI,

    AzureOpenAI,
}

/// <summary>Section <c>Model</c>: which language model writes, for how long, and for how much. Where it is and its key: the host's business.</summary>
public sealed class ModelOptions
{
    public ModelProvider Provider { get; init; }

    /// <summary>The model's name as its endpoint knows it; the deployment's of Azure OpenAI.</summary>
    public string Name { get; init; } = "";

    /// <summary>After so many seconds PaperBot's own engine answers in the model's place; all rounds of one answer together.</summary>
    [Range(1, 300, ErrorMessage = "Model:TimeoutSeconds must be a whole number of seconds from 1 to 300.")]
    public int TimeoutSeconds { get; init; } = 20;

    /// <summary>
    /// Whether the model looks at each answer once more before it is shown, which finds what PaperBot's own check cannot and
    /// costs about as much again.
    /// </summary>
    public bool SecondLook { get; init; }

    /// <summary>How many requests are under way at once; others wait within their time.</summary>
    [Range(1, 100, ErrorMessage = "Model:Concurrency must be a whole number from 1 to 100.")]
    public int Concurrency { get; init; } = 4;

    /// <summary>What a million tokens of questions cost, in whatever currency; 0 for a model of one's own.</summary>
    [Range(0.0, 10_000.0, ErrorMessage = "Model:InputPrice must be a price for a million tokens from 0 to 10000.")]
    public decimal InputPrice { get; init; }

    /// <summary>What a million tokens of answers cost.</summary>
    [Range(0.0, 10_000.0, ErrorMessage = "Model:OutputPrice must be a price for a million tokens from 0 to 10000.")]
    public decimal OutputPrice { get; init; }

    /// <summary>Shown behind amounts.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>What all answers of a calendar month (UTC) may cost; 0 for no limit.</summary>
    [Range(0.0, 1_000_000.0, ErrorMessage = "Model:MonthlyCost must be an amount from 0 (no limit) to 1000000.")]
    public decimal MonthlyCost { get; init; }

    /// <summary>The same for each server.</summary>
    [Range(
        0.0,
        1_000_000.0,
        ErrorMessage = "Model:MonthlyCostPerServer must be an amount from 0 (no limit) to 1000000."
    )]
    public decimal MonthlyCostPerServer { get; init; }

    /// <summary>How many tokens, asked and answered together, a month may have; 0 for no limit.</summary>
    [Range(0L, long.MaxValue, ErrorMessage = "Model:MonthlyTokens must be a whole number, 0 for no limit.")]
    public long MonthlyTokens { get; init; }

    /// <summary>The same for each server.</summary>
    [Range(0L, long.MaxValue, ErrorMessage = "Model:MonthlyTokensPerServer must be a whole number, 0 for no limit.")]
    public long MonthlyTokensPerServer { get; init; }

    public bool HasCaps =>
        MonthlyCost > 0 || MonthlyCostPerServer > 0 || MonthlyTokens > 0 || MonthlyTokensPerServer > 0;
}
