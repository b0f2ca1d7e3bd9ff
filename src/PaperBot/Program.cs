using PaperBot.Cli;

return await CliRunner.RunAsync(args);
