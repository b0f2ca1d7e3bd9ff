namespace PaperBot.Skills.Model;

/// <summary>For whom a model works, and so on whose account.</summary>
/// <param name="Server">Where it was asked, such as "discord:81384788765712384"; empty outside any server.</param>
/// <param name="User">Who asked, likewise; empty for PaperBot itself.</param>
public sealed record Payer(string Server, string User)
{
    /// <summary>PaperBot itself: the daily post, checks.</summary>
    public static Payer PaperBot { get; } = new("", "");
}
