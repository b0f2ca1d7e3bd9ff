namespace PaperBot.Skills.Model;

/// <summary>What the model was used for: tokens and cost a day, server and user, held against the month's budget.</summary>
public sealed class ModelLedger
{
    /// <summary>Sets aside what a call may cost, so that calls under way together cannot overdraw the budget.</summary>
    /// <exception cref="ModelException">The budget is used up.</exception>
    public ModelReservation Reserve(string skill, Payer payer, int inputTokens, int outputTokens) =>
        new(skill, payer, inputTokens, outputTokens);

    /// <summary>Books what it did cost in place of what was set aside; nothing was charged where both are 0.</summary>
    public void Settle(ModelReservation reservation, int inputTokens, int outputTokens) { }
}

/// <param name="InputTokens">Set aside.</param>
public sealed record ModelReservation(string Skill, Payer Payer, int InputTokens, int OutputTokens);
