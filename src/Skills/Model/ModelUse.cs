namespace PaperBot.Skills.Model;

/// <param name="InputTokens">Set aside.</param>
public sealed record ModelReservation(string Skill, Payer Payer, int InputTokens, int OutputTokens);

/// <param name="Estimated">How many of the calls the endpoint did not count.</param>
/// <param name="Cost">In millionths of the currency.</param>
public sealed record ModelUse(long Calls, long InputTokens, long OutputTokens, long Estimated, long Cost)
{
    public long Tokens => InputTokens + OutputTokens;
}

/// <summary>By what use is listed: columns of the ledger.</summary>
public enum UsePart
{
    Day,
    Server,
    Skill,
}
