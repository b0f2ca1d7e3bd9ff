namespace PaperBot.Cli;

/// <summary>The command line itself is wrong; the message says how it should be.</summary>
internal sealed class WrongUsageException(string message) : Exception(message);
