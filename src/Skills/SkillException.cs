namespace PaperBot.Skills;

/// <summary>Something that was asked for cannot be done; the message is one or two sentences for the asker.</summary>
public class SkillException(string message, Exception? inner = null) : Exception(message, inner);
