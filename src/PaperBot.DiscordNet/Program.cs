using PaperBot.Cli;
using PaperBot.DiscordNet;

return await CliRunner.RunAsync(args, services => services.AddDiscordNet());
