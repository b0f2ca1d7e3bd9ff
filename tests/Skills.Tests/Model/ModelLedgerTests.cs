using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Fakes;
using PaperBot.Skills.Model;
using PaperBot.Skills.Storage;

namespace PaperBot.Skills.Tests.Model;

public sealed class ModelLedgerTests : IDisposable, ILogger<ModelLedger>
{
    private static readonly Payer Ann = new("discord:1", "discord:7");
    private static readonly Payer Bob = new("discord:2", "discord:8");

    private readonly TempDatabase library = new();
    private readonly List<string> log = [];

    public void Dispose() => library.Dispose();

    [Fact]
    public void What_was_used_is_counted_by_server_user_skill_and_day_to_the_millionth()
    {
        var ledger = Ledger(new() { InputPrice = 2.50m, OutputPrice = 10m });
        Use(ledger, Ann, 1_000, 200);
        Use(ledger, Ann, 2_000, 0, skill: "ask");
        Use(ledger, Bob, 1, 1, isEstimate: true);
        library.Clock.Advance(TimeSpan.FromDays(1));
        Use(ledger, Payer.PaperBot, 500, 50);

        Assert.Equal(new ModelUse(4, 3_501, 251, 1, 2_500 + 2_000 + 5_000 + 13 + 1_250 + 500), ledger.ThisMonth());
        Assert.Equal(new ModelUse(2, 3_000, 200, 0, 9_500), ledger.ThisMonth(server: "discord:1"));
        Assert.Equal(new ModelUse(1, 1, 1, 1, 13), ledger.ThisMonth(user: "discord:8"));
        Assert.Equal(["discord:1", "", "discord:2"], Names(ledger, UsePart.Server));
        Assert.Equal(["summarize", "ask"], Names(ledger, UsePart.Skill));
        Assert.Equal(["2026-01-07", "2026-01-06"], Names(ledger, UsePart.Day));
    }

    [Fact]
    public void A_call_that_never_reached_the_endpoint_is_not_counted()
    {
        var ledger = Ledger(new() { MonthlyTokens = 1_000 });

        ledger.Settle(ledger.Reserve("ask", Ann, 500, 500), 0, 0, isEstimate: true);

        Assert.Equal(0, ledger.ThisMonth().Calls);
        ledger.Reserve("ask", Ann, 500, 500); // and what was set aside is free again
    }

    [Fact]
    public void Yesterdays_calls_keep_yesterdays_prices()
    {
        Use(Ledger(new() { InputPrice = 1m }), Ann, 1_000, 0);
        Use(Ledger(new() { InputPrice = 5m }), Ann, 1_000, 0);

        Assert.Equal(6_000, Ledger(new()).ThisMonth().Cost);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_hundred_calls_at_once_do_not_overdraw_the_budget(bool ofServer)
    {
        var ledger = Ledger(ofServer ? new() { MonthlyTokensPerServer = 10_000 } : new() { MonthlyTokens = 10_000 });

        var calls = await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        try
                        {
                            var reservation = ledger.Reserve("ask", Ann, 100, 200);
                            await Task.Delay(20);
                            ledger.Settle(reservation, 100, 200, isEstimate: false);
                            return true;
                        }
                        catch (ModelException e) when (e.Trouble == ModelTrouble.Budget)
                        {
                            return false;
                        }
                    })
                )
        );

        Assert.Equal(33, calls.Count(went => went)); // 33 of 300 tokens fit into 10,000
        Assert.Equal(9_900, ledger.ThisMonth().Tokens);
    }

    [Fact]
    public void One_server_that_has_used_up_its_budget_takes_nothing_from_another()
    {
        var ledger = Ledger(new() { InputPrice = 1m, MonthlyCostPerServer = 0.001m });
        Use(ledger, Ann, 1_000, 0);

        var refused = Assert.Throws<ModelException>(() => ledger.Reserve("ask", Ann, 1, 0));
        ledger.Reserve("ask", Bob, 1_000, 0);
        ledger.Reserve("ask", new Payer("discord:3", "discord:9"), 1_000, 0); // while Bob's is under way
        ledger.Reserve("ask", Payer.PaperBot, 5_000, 0); // of no server

        Assert.Equal("This month's budget of this server for the language model is used up", refused.Message);
    }

    [Fact]
    public void The_budget_of_all_together_counts_every_server_and_begins_anew_with_the_month_in_utc()
    {
        library.Clock.AdjustTime(new DateTimeOffset(2026, 1, 31, 23, 59, 0, TimeSpan.Zero));
        var ledger = Ledger(new() { MonthlyTokens = 1_000 });
        Use(ledger, Ann, 400, 100);
        Use(ledger, Bob, 400, 100);

        var refused = Assert.Throws<ModelException>(() => ledger.Reserve("ask", Ann, 1, 0));
        library.Clock.Advance(TimeSpan.FromMinutes(1));
        Use(ledger, Ann, 500, 500);

        Assert.Equal("This month's budget for the language model is used up", refused.Message);
        Assert.Equal(1_000, ledger.ThisMonth().Tokens);
    }

    [Fact]
    public void A_cap_of_cost_holds_a_cap_of_tokens_too()
    {
        var ledger = Ledger(
            new()
            {
                OutputPrice = 60m,
                MonthlyCost = 1m,
                MonthlyTokens = 1_000_000,
            }
        );
        Use(ledger, Ann, 0, 16_000); // 0.96

        Assert.Throws<ModelException>(() => ledger.Reserve("ask", Ann, 0, 700));
        ledger.Reserve("ask", Ann, 0, 600);
    }

    [Fact]
    public void The_operator_is_warned_once_a_month_at_80_percent_and_when_it_is_used_up_also_across_restarts()
    {
        var caps = new ModelOptions { MonthlyTokens = 1_000 };
        Use(Ledger(caps), Ann, 799, 0);
        Assert.Empty(log);

        Use(Ledger(caps), Ann, 1, 0);
        Use(Ledger(caps), Ann, 50, 0);
        // What is left is too little for a call: it never gets to exactly 100.
        Assert.Throws<ModelException>(() => Ledger(caps).Reserve("ask", Ann, 100, 100));
        Assert.Throws<ModelException>(() => Ledger(caps).Reserve("ask", Ann, 100, 100));

        Assert.Equal(
            [
                "80 % of this month's budget for the language model is used by all servers together.",
                "This month's budget for the language model is used up by all servers together; PaperBot's own engine answers.",
            ],
            log
        );
        library.Clock.Advance(TimeSpan.FromDays(31));
        Use(Ledger(caps), Ann, 900, 0);
        Assert.Equal(3, log.Count);
    }

    [Fact]
    public void Each_server_is_warned_of_on_its_own()
    {
        var ledger = Ledger(new() { MonthlyTokensPerServer = 1_000 });
        Use(ledger, Ann, 1_000, 0);
        Use(ledger, Bob, 900, 0);

        Assert.Equal(2, log.Count);
        Assert.Contains("80 % of this month's budget for the language model is used by the server discord:2.", log);
    }

    [Fact]
    public void After_62_days_it_is_no_longer_known_who_it_was_but_how_much()
    {
        var ledger = Ledger(new() { InputPrice = 1m });
        Use(ledger, Ann, 1_000, 10);
        Use(ledger, Ann with { User = "discord:9" }, 500, 10);
        library.Clock.Advance(TimeSpan.FromDays(62));
        Use(ledger, Bob, 1, 0);
        Assert.Equal(["discord:7", "discord:8", "discord:9"], Users());

        library.Clock.Advance(TimeSpan.FromDays(1));
        Use(ledger, Bob, 1, 0);

        Assert.Equal(["", "discord:8"], Users());
        Assert.Equal(
            new ModelUse(2, 1_500, 20, 0, 1_500),
            ledger.By(UsePart.Server, new DateOnly(2026, 1, 1)).Single(row => row.Name == "discord:1").Use
        );
    }

    [Fact]
    public void It_is_forgotten_also_when_the_model_is_never_asked_again()
    {
        Use(Ledger(new()), Ann, 1_000, 10);
        library.Clock.Advance(TimeSpan.FromDays(63));

        Ledger(new()).ForgetUsers();

        Assert.Equal([""], Users());
    }

    private ModelLedger Ledger(ModelOptions options) =>
        new(TempDatabase.At(library.File), Options.Create(options), library.Clock, this);

    private static void Use(
        ModelLedger ledger,
        Payer payer,
        int input,
        int output,
        string skill = "summarize",
        bool isEstimate = false
    ) => ledger.Settle(ledger.Reserve(skill, payer, input, output), input, output, isEstimate);

    private static IEnumerable<string> Names(ModelLedger ledger, UsePart part) =>
        ledger.By(part, new DateOnly(2026, 1, 1)).Select(row => row.Name);

    private List<string> Users()
    {
        using var connection = library.Database.Open();
        return connection.Rows("SELECT DISTINCT user FROM model_usage ORDER BY user", row => row.GetString(0));
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => log.Add(formatter(state, exception));
}
