using PaperBot.Chat;

namespace PaperBot.Fakes;

/// <summary>A command that answers as told.</summary>
internal sealed class TestCommand(string name, params CommandOption[] options) : ICommand
{
    public string Name => name;

    public string Description => $"Does {name}.";

    public IReadOnlyList<CommandOption> Options => options;

    public string Example => $"/{name}";

    public string? GroupDescription { get; init; }

    public bool NeedsManager { get; init; }

    public TimeSpan? TimeLimit { get; init; }

    public Func<CommandRequest, CancellationToken, Task<Reply>> Answer { get; init; } =
        (request, _) => Task.FromResult(new Reply { Text = request.ToLine() });

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct) => Answer(request, ct);
}
