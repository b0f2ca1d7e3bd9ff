using System.Security.Cryptography;
using PaperBot.Skills;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Search;

namespace PaperBot.Chat;

/// <summary>Failures as answers: a sentence and the next step, to the asker alone.</summary>
internal static class Failures
{
    /// <summary>Six characters that an asker can quote and an operator find in the log.</summary>
    public static string NewReference() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 6);

    /// <param name="request">What was asked; null where it could not be read.</param>
    public static Reply Foreseen(SkillException failure, CommandRequest? request) =>
        failure is NotOnePaperException several && request is not null
            ? Reply.Problem(
                several.Message,
                [
                    .. several.Choices.Select(choice => new ReplyChoice(
                        Label(choice.Title, choice.Id, several.Choices.Count(other => other.Title == choice.Title) > 1),
                        Again(request, several, choice)
                    )),
                ]
            )
            : Reply.Problem(failure.Message);

    /// <summary>A title, with the paper's id where another has the same.</summary>
    public static string Label(string title, PaperId id, bool isShared) => isShared ? $"{title} ({id})" : title;

    // The same question with the id in place of the words that meant several papers.
    private static string Again(CommandRequest request, NotOnePaperException several, PaperChoice choice)
    {
        var option =
            request.Values.FirstOrDefault(value => PaperText.Clean(value.Value) == several.Asked).Key
            ?? request.Values.Keys.First();
        return request.With(option, choice.Id.Value).ToLine();
    }

    public static Reply Unforeseen(string reference) =>
        Reply.Problem(
            $"Something went wrong here; it is in the log as {reference}. Try again, or show that reference to whoever runs PaperBot."
        );
}
