using PaperBot.Skills.Editions;

namespace PaperBot.Daily;

/// <summary>How a run went.</summary>
/// <param name="BuiltNow">False where the day had its edition already.</param>
/// <param name="Deliveries">What this run did; empty where everything had been sent before.</param>
internal sealed record DailyReport(Edition Edition, bool BuiltNow, IReadOnlyList<Delivery> Deliveries)
{
    public bool Complete => Deliveries.All(delivery => delivery.Error is null);
}

/// <param name="Error">A sentence, or null where the edition is there.</param>
internal sealed record Delivery(Publication Publication, string? Error);
