using System.Text.RegularExpressions;
using Discord;
using Microsoft.Extensions.Logging;
using PaperBot.Skills.Papers;

namespace PaperBot.DiscordNet;

/// <summary>Discord.Net's log lines in PaperBot's log, without the tokens of interactions that its addresses hold.</summary>
internal static partial class NetLog
{
    public static void Write(ILogger log, LogMessage message)
    {
        var level = Level(message.Severity);
        if (!log.IsEnabled(level))
        {
            return;
        }
        var words = WithoutTokens(
            PaperText.Clean($"{message.Message} {message.Exception?.GetBaseException().Message}")
        );
        if (words.Length > 0)
        {
            Said(log, level, message.Source, words);
        }
    }

    /// <summary>What is longer in an address than an id is a token.</summary>
    public static string WithoutTokens(string text) => Long().Replace(text, "/…");

    // What it finds worth telling of its connections is told by PaperBot already.
    private static LogLevel Level(LogSeverity severity) =>
        severity switch
        {
            LogSeverity.Critical => LogLevel.Critical,
            LogSeverity.Error => LogLevel.Error,
            LogSeverity.Warning => LogLevel.Warning,
            LogSeverity.Info => LogLevel.Debug,
            _ => LogLevel.Trace,
        };

    [GeneratedRegex(@"/[\w.\-]{21,}")]
    private static partial Regex Long();

    [LoggerMessage(Message = "Discord.Net, {Source}: {Words}")]
    private static partial void Said(ILogger log, LogLevel level, string? source, string words);
}
