using PaperBot.Chat;
using PaperBot.Skills.People;

namespace PaperBot.Commands;

internal sealed class PrivacyCommand(PersonalDataStore data) : ICommand
{
    public string Name => "privacy";

    public string Description => "What PaperBot keeps about you, for how long, and what it never reads.";

    public IReadOnlyList<CommandOption> Options { get; } = [];

    public string Example => "/privacy";

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct) =>
        Task.FromResult(PrivacyReply.For(data.Of(request.Asker.ToPerson()), request.Asker));
}
