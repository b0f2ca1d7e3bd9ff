namespace PaperBot.DiscordChat.Messages;

/// <summary>
/// What fits into a message, in UTF-16 units (https://discord.com/developers/docs/resources/message#embed-object-embed-limits,
/// https://discord.com/developers/docs/components/reference).
/// </summary>
internal static class DiscordLimits
{
    public const int Content = 2_000;
    public const int AllEmbeds = 6_000;
    public const int EmbedTitle = 256;
    public const int EmbedDescription = 4_096;
    public const int Fields = 25;
    public const int FieldName = 256;
    public const int FieldValue = 1_024;
    public const int Footer = 2_048;
    public const int ButtonLabel = 80;
    public const int ButtonsPerRow = 5;
    public const int Rows = 5;
    public const int CustomId = 100;
    public const int Options = 25;
    public const int OptionLabel = 100;
    public const int Placeholder = 150;
    public const int Suggestions = 25;
    public const int SuggestionText = 100;
    public const int LinkAddress = 512;
    public const int FormTitle = 45;
    public const int FormLabel = 45;
    public const int FormDescription = 100;
    public const int FormText = 1_000; // Discord allows 4,000; no title has as many
    public const int Nonce = 25;
    public const int Calls = 80; // Discord allows 100, but so many names do not fit into the content
    public const int ThreadName = 100;
    public const int TagsOfPost = 5;
    public const int EmbedLink = 2_048;
    public const int Files = 10;
    public const int AltText = 1_024;

    /// <summary>
    /// Of all files of a message together, in bytes. Discord takes 10 MiB a file and 25 MiB a request
    /// (https://discord.com/developers/docs/reference#uploading-files); less arrives within three seconds.
    /// </summary>
    public const int FileBytes = 8_000_000;
}
