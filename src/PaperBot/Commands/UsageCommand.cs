using Microsoft.Extensions.Options;
using PaperBot.Chat;
using PaperBot.Skills.Model;

namespace PaperBot.Commands;

internal sealed class UsageCommand(
    LanguageModel model,
    ModelLedger ledger,
    IOptions<ModelOptions> options,
    TimeProvider clock
) : ICommand
{
    private const int DaysShown = 7;

    public string Name => "usage";

    public string Description => "What the language model was used for this month, and what is left of the budget.";

    public IReadOnlyList<CommandOption> Options { get; } = [];

    public string Example => "/usage";

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var payer = request.Asker.ToPayer();
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var report = new UsageReport(
            model.IsConfigured ? model.Name : null,
            payer.Server.Length > 0 ? ledger.ThisMonth(server: payer.Server) : null,
            ledger.ThisMonth(user: payer.User)
        )
        {
            All = request.Asker.IsOperator ? ledger.ThisMonth() : null,
            Days = request.Asker.IsOperator ? ledger.By(UsePart.Day, today.AddDays(1 - DaysShown)) : [],
            Servers = request.Asker.IsOperator
                ? ledger.By(UsePart.Server, new DateOnly(today.Year, today.Month, 1))
                : [],
            Skills = request.Asker.IsOperator ? ledger.By(UsePart.Skill, new DateOnly(today.Year, today.Month, 1)) : [],
        };
        return Task.FromResult(UsageReply.For(report, options.Value));
    }
}

/// <param name="Model">Null where none is configured.</param>
/// <param name="Server">Of the server where it was asked; null outside any.</param>
internal sealed record UsageReport(string? Model, ModelUse? Server, ModelUse Own)
{
    /// <summary>No model is configured, and none was this month.</summary>
    public bool IsEmpty => Model is null && new[] { Own, Server, All }.All(use => use is null or { Calls: 0 });

    /// <summary>For operators; null for others.</summary>
    public ModelUse? All { get; init; }

    public IReadOnlyList<(string Name, ModelUse Use)> Days { get; init; } = [];

    public IReadOnlyList<(string Name, ModelUse Use)> Servers { get; init; } = [];

    public IReadOnlyList<(string Name, ModelUse Use)> Skills { get; init; } = [];
}
