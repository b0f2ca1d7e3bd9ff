using PaperBot.Chat;
using PaperBot.Skills.Model;

namespace PaperBot.Commands;

internal static class PayerOf
{
    /// <summary>On whose account a model works for this asker: ids with their platform, because platforms number alike.</summary>
    public static Payer ToPayer(this Asker asker) =>
        new(asker.Server.Length == 0 ? "" : $"{asker.Platform}:{asker.Server}", $"{asker.Platform}:{asker.Id}");
}
