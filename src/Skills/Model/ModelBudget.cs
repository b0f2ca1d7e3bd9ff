namespace PaperBot.Skills.Model;

/// <summary>Pure: what a month may use; 0 for no limit.</summary>
/// <param name="Cost">In millionths of the currency.</param>
public sealed record ModelCaps(long Tokens, long Cost)
{
    public bool AreExceededBy(long tokens, long cost) => (Tokens > 0 && tokens > Tokens) || (Cost > 0 && cost > Cost);

    /// <summary>Of the cap that is nearest; null where there is none.</summary>
    public int? PercentOf(long tokens, long cost)
    {
        var percent = Math.Max(Tokens > 0 ? 100m * tokens / Tokens : -1, Cost > 0 ? 100m * cost / Cost : -1);
        return percent < 0 ? null : (int)Math.Min(percent, 999);
    }
}

/// <summary>Pure: prices and caps of the settings in the units of the ledger.</summary>
public static class ModelBudget
{
    /// <summary>Millionths of the currency: a price for a million tokens is that of one token in them.</summary>
    public static long CostOf(this ModelOptions options, long inputTokens, long outputTokens) =>
        (long)Math.Ceiling(inputTokens * options.InputPrice + outputTokens * options.OutputPrice);

    /// <param name="ofServer">Of each server; else of all together.</param>
    public static ModelCaps Caps(this ModelOptions options, bool ofServer) =>
        ofServer
            ? new(options.MonthlyTokensPerServer, Millionths(options.MonthlyCostPerServer))
            : new(options.MonthlyTokens, Millionths(options.MonthlyCost));

    private static long Millionths(decimal amount) => (long)(amount * 1_000_000);
}
