using PaperBot.Skills.Papers;
using PaperBot.Skills.People;

namespace PaperBot.Skills.Tests.People;

/// <summary>A follow with only what the test cares about.</summary>
internal static class NewFollow
{
    public static readonly Person Mina = new("discord", "111111111111111111");
    public static readonly Person Jo = new("discord", "222222222222222222");
    public const string Server = "999999999999999999";

    public static Follow Topic(string topic, long id = 1) => Of(FollowWish.Topic(topic), id);

    public static Follow Author(string author, long id = 1) => Of(FollowWish.Author(author), id);

    public static Follow Of(FollowWish wish, long id = 1) =>
        new(id, "discord", "1", Server, "Mina", wish.Kind, wish.Value, wish.Label, false, false, 0, default);

    public static PaperRecord Record(
        string title,
        string? arxivId = null,
        int? version = null,
        string @abstract = "We introduce sparse widgets. They cut memory by 37%.",
        params string[] authors
    ) =>
        new()
        {
            Origin = PaperOrigin.File,
            ArxivId = arxivId is null ? null : PaperId.Stored(arxivId),
            Version = version,
            Title = title,
            Abstract = @abstract,
            Authors = authors,
        };
}
