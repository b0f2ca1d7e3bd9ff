namespace PaperBot.DiscordSimulator;

/// <summary>The command line of the simulator alone.</summary>
internal static class SimulatorArguments
{
    public const string Usage =
        "usage: DiscordSimulator [--port N] [--token TEXT] [--guilds N] [--shards N] [--guilds-per-shard N] [--max-concurrency N] [--spec openapi.json] [--no-limits] [--counters]";

    /// <summary>Null when an argument is not known, lacks its value or is no number where one is needed.</summary>
    public static SimulatorOptions? Parse(string[] args)
    {
        var values = new Dictionary<string, string>();
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] is "--no-limits" or "--counters")
            {
                values[args[i]] = "";
            }
            else if (
                args[i]
                    is "--port"
                        or "--token"
                        or "--guilds"
                        or "--shards"
                        or "--guilds-per-shard"
                        or "--max-concurrency"
                        or "--spec"
                && i + 1 < args.Length
                && IsGood(args[i], args[i + 1])
            )
            {
                values[args[i]] = args[++i];
            }
            else
            {
                return null;
            }
        }
        var defaults = new SimulatorOptions();
        return new SimulatorOptions
        {
            Port = Number(values, "--port", 0),
            Guilds = Number(values, "--guilds", defaults.Guilds),
            Token = values.GetValueOrDefault("--token", defaults.Token),
            SpecPath = values.GetValueOrDefault("--spec"),
            RateLimits = new RateLimitOptions { Enabled = !values.ContainsKey("--no-limits") },
            Remember = values.ContainsKey("--counters") ? Remember.Counters : Remember.Everything,
            Gateway = new GatewayOptions
            {
                Shards = Number(values, "--shards", defaults.Gateway.Shards),
                GuildsPerShard = Number(values, "--guilds-per-shard", defaults.Gateway.GuildsPerShard),
                MaxConcurrency = Number(values, "--max-concurrency", defaults.Gateway.MaxConcurrency),
            },
        };
    }

    private static bool IsGood(string name, string value) =>
        name is "--token" or "--spec" || (int.TryParse(value, out var number) && number >= 0);

    private static int Number(Dictionary<string, string> values, string name, int otherwise) =>
        values.TryGetValue(name, out var text) ? int.Parse(text) : otherwise;
}
