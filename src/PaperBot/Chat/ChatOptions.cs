using System.ComponentModel.DataAnnotations;

namespace PaperBot.Chat;

/// <summary>Section <c>Chat</c>.</summary>
internal sealed class ChatOptions
{
    /// <summary>How many commands one asker may give in any minute; enough for a person, too few for a script.</summary>
    [Range(1, 10_000, ErrorMessage = "Chat:CommandsPerMinute must be a whole number from 1 to 10000.")]
    public int CommandsPerMinute { get; init; } = 30;

    /// <summary>After so many seconds a command is given up and its asker told.</summary>
    [Range(1, 600, ErrorMessage = "Chat:TimeLimitSeconds must be a whole number of seconds from 1 to 600.")]
    public int TimeLimitSeconds { get; init; } = 30;
}
