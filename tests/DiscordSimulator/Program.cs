using PaperBot.DiscordSimulator;

var arguments = SimulatorArguments.Parse(args);
if (arguments is null)
{
    await Console.Error.WriteLineAsync(SimulatorArguments.Usage);
    return 2;
}
await using var discord = await Simulator.StartAsync(arguments);
await Console.Out.WriteLineAsync($"REST     {discord.RestAddress}");
await Console.Out.WriteLineAsync($"Gateway  {discord.GatewayAddress}");
await Console.Out.WriteLineAsync($"Control  {new Uri(discord.Address, "/_sim")}");
await Console.Out.WriteLineAsync($"Token    {discord.Options.Token}");
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
using var terminated = System.Runtime.InteropServices.PosixSignalRegistration.Create(
    System.Runtime.InteropServices.PosixSignal.SIGTERM,
    signal =>
    {
        signal.Cancel = true;
        stop.Cancel();
    }
);
await Task.Delay(Timeout.Infinite, stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
return 0;
