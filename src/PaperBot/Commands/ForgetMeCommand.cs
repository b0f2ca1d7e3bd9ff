using PaperBot.Chat;
using PaperBot.Skills.People;

namespace PaperBot.Commands;

internal sealed class ForgetMeCommand(PersonalDataStore data) : ICommand
{
    private const string Yes = "yes";

    public string Name => "forget-me";

    public string Description => "Deletes everything that PaperBot keeps about you; asks first.";

    public IReadOnlyList<CommandOption> Options { get; } =
    [new("confirm", "yes: do it now. It cannot be undone.", OptionKind.Choice) { Choices = [Yes] }];

    public string Example => "/forget-me";

    // The library's file may have to be written anew.
    public TimeSpan? TimeLimit { get; } = TimeSpan.FromMinutes(5);

    public Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var person = request.Asker.ToPerson();
        return Task.FromResult(
            request.Text("confirm") is not null ? Done(data.Forget(person)) : Asking(data.Of(person))
        );
    }

    private static Reply Asking(PersonalData kept) =>
        kept.IsNothing
            ? Nothing
            : new Reply
            {
                Private = true,
                Title = "Forget you?",
                Text =
                    "This deletes, on all servers and for good, what is listed here. /saved format:bibtex gives you a copy of your papers first.",
                Fields = Fields(kept),
                Notes = ["What was posted in channels before stays there; who may manage messages can delete it."],
                Buttons = [new ReplyButton("Yes, forget me", $"/forget-me confirm:{Yes}") { Replaces = true }],
            };

    private static Reply Done(PersonalData kept) =>
        kept.IsNothing
            ? Nothing
            : new Reply
            {
                Private = true,
                Title = "Forgotten",
                Text = "PaperBot keeps nothing about you any more. This was deleted:",
                Fields = Fields(kept),
                Notes =
                [
                    "How much the language model was used stays in the sums of servers, without you. Backups that whoever runs PaperBot made before are out of its reach.",
                ],
            };

    private static Reply Nothing { get; } = new() { Private = true, Text = "PaperBot keeps nothing about you." };

    private static IReadOnlyList<ReplyField> Fields(PersonalData kept) =>
        [.. PrivacyReply.Kept(kept).Select(one => new ReplyField(one.Name, one.Text, []))];
}
