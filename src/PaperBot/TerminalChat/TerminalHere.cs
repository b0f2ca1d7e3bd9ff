namespace PaperBot.TerminalChat;

internal static class TerminalHere
{
    /// <summary>Whether a person sits at both ends: keys come in one by one, and colours go out.</summary>
    public static bool IsInteractive => !Console.IsInputRedirected && !Console.IsOutputRedirected;
}
