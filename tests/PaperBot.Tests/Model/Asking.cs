using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel.ChatCompletion;
using PaperBot.Checkups;
using PaperBot.Model;
using PaperBot.Skills.Model;

namespace PaperBot.Tests.Model;

/// <summary>Questions put straight to the language model, past every skill.</summary>
internal static class Asking
{
    public static ModelCall Call(string question = "Is this loom sound?", int mostTokens = 700)
    {
        var messages = new ChatHistory();
        messages.AddUserMessage(question);
        return new ModelCall("test", new Payer("test:99", "test:7"), messages) { MostTokens = mostTokens };
    }

    public static Task<ModelAnswer> ModelAsync(this BotWithModel bot, CancellationToken ct = default) =>
        bot.Get<LanguageModel>().AskAsync(Call(), ct);

    public static Task<ModelAnswer> StreamAsync(
        this BotWithModel bot,
        Action<string>? soFar = null,
        CancellationToken ct = default
    ) => bot.Get<LanguageModel>().StreamAsync(Call(), soFar ?? (_ => { }), ct);

    public static Task<ModelException> TroubleAsync(this BotWithModel bot, bool isStream = false) =>
        Assert.ThrowsAsync<ModelException>(() => isStream ? bot.StreamAsync() : bot.ModelAsync());

    /// <summary>What doctor says of the model.</summary>
    public static Task<IReadOnlyList<Finding>> CheckAsync(this BotWithModel bot) =>
        bot.Services.GetServices<ICheckup>().OfType<ModelCheckup>().Single().RunAsync(CancellationToken.None);

    public static ModelUse Used(this BotWithModel bot) => bot.Get<ModelLedger>().ThisMonth();

    public static Dictionary<string, string?> With(params (string Name, string? Value)[] settings) =>
        settings.ToDictionary(setting => setting.Name, setting => setting.Value);
}
