using System.Globalization;
using PaperBot.Chat;
using PaperBot.Pictures;
using PaperBot.Skills.Digests;

namespace PaperBot.Digests;

/// <summary>Pure: a channel's digest as an answer that any platform can show; as it is posted, and as a preview shows it.</summary>
internal static class DigestReply
{
    private const int MostNames = 3;
    private const string PictureFile = "team-week.png";

    /// <summary>The whole digest as one message.</summary>
    public static Reply From(DigestContent content, DigestSettings settings)
    {
        var labels = DigestLabels.Of(settings);
        var shown = Shown(content).ToList();
        return new Reply
        {
            Again = $"/edition day:{content.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
            Title = labels.Title(content.Day, settings.IsWeekly),
            Text = Lead(content, labels),
            Items =
            [
                .. content.Picks.Select(pick => ItemOf(pick, $"{pick.Rank}.", pick.Title, labels)),
                .. content.Late.Select((pick, i) => ItemOf(pick, $"+{i + 1}.", pick.Title, labels)),
            ],
            Fields = content.Recap is { } recap ? [RecapOf(recap, labels)] : [],
            Notes = [.. Notes(shown, labels)],
            ChoicePrompt = labels.Summarize,
            Choices =
            [
                .. Papers(content)
                    .Select(paper => new ReplyChoice(paper.Title, $"/summarize paper:{paper.Paper}"))
                    .DistinctBy(choice => choice.Command),
            ],
            Buttons = [.. Buttons(shown, settings, labels)],
        };
    }

    /// <summary>The same with the team's week as a picture, on the day that has one.</summary>
    public static Reply Pictured(Reply reply, DigestContent content) =>
        content.Recap is { } recap && RecapPicture.Draw(recap) is { } picture
            ? reply with
            {
                Files = [new ReplyFile(PictureFile, Picture.MediaType, picture.Png, picture.AltText)],
                Picture = PictureFile,
            }
            : reply;

    /// <summary>One paper as a post of its own; the first one also says what is to be known of the day.</summary>
    public static Reply Post(DigestContent content, DigestPick pick, DigestSettings settings)
    {
        var labels = DigestLabels.Of(settings);
        return new Reply
        {
            Title = pick.Title,
            Link = pick.Link,
            Text = pick.Rank == 1 ? content.Notice ?? "" : "",
            Items = [ItemOf(pick, "", "", labels)],
            Notes = [.. Notes([pick], labels)],
            Buttons =
            [
                new ReplyButton(labels.Summarize.TrimEnd('…'), $"/summarize paper:{pick.Paper}"),
                new ReplyButton(labels.Compare, $"/compare a:{pick.Paper} b:"),
                new ReplyButton(labels.Save, $"/save paper:{pick.Paper}"),
                new ReplyButton(labels.Further, $"/paper paper:{pick.Paper}"),
            ],
        };
    }

    /// <summary>What is to be said of a day itself, where papers have posts of their own: why there are none, the team's week.</summary>
    public static Reply DayPost(DigestContent content, DigestSettings settings) =>
        From(
            content with
            {
                Picks = [],
                Late = [],
                Notice = content.Picks.Count == 0 ? content.Notice : null, // else the first paper's post says it
            },
            settings
        );

    private static string Lead(DigestContent content, DigestLabels labels) =>
        string.Join(
            '\n',
            new[]
            {
                content.Notice ?? "",
                content.Late.Count > 0 ? DigestLabels.With(labels.Late, content.Late.Count) : "",
            }.Where(line => line.Length > 0)
        );

    private static ReplyItem ItemOf(DigestPick pick, string lead, string title, DigestLabels labels) =>
        new(
            lead,
            title,
            title.Length > 0 ? pick.Link : null,
            pick.Summary,
            string.Join(" · ", new[] { pick.Reason, pick.Why, Readers(pick, labels) }.Where(part => part.Length > 0)),
            pick.Paper
        )
        {
            Links =
            [
                .. new[] { (labels.Code, pick.Code), (labels.Before, pick.Before) }
                    .Where(link => link.Item2 is not null)
                    .Select(link => new ReplyLink(link.Item1, link.Item2!)), // asked for
            ],
        };

    private static string Readers(DigestPick pick, DigestLabels labels)
    {
        var names = pick.Readers.Select(reader => reader.Name).Where(name => name.Length > 0).Distinct().ToList();
        if (names.Count == 0)
        {
            return "";
        }
        var shown = names.Take(MostNames);
        var all =
            names.Count > MostNames ? shown.Append(DigestLabels.With(labels.More, names.Count - MostNames)) : shown;
        return DigestLabels.With(labels.MightCare, string.Join(", ", all));
    }

    private static ReplyField RecapOf(DigestRecap recap, DigestLabels labels) =>
        new(
            DigestLabels.With(labels.Recap, labels.Day(recap.From), labels.Day(recap.Until)),
            string.Join(
                '\n',
                recap
                    .Best.Select(
                        (paper, i) =>
                            $"{i + 1}. {DigestLabels.With(labels.RecapPaper, paper.Title, paper.Votes, paper.Saves)}"
                    )
                    .Prepend(DigestLabels.With(labels.RecapCounts, recap.Voters, recap.Saves))
            ),
            []
        );

    private static IEnumerable<string> Notes(IReadOnlyList<DigestPick> shown, DigestLabels labels)
    {
        if (shown.Count > 0)
        {
            var writers = shown.Select(pick => pick.Writer).OfType<string>().Distinct().ToList();
            yield return writers.Count == 0
                ? labels.Own
                : DigestLabels.With(labels.Written, string.Join(", ", writers));
        }
        if (shown.Any(pick => pick.IsSample))
        {
            yield return labels.Sample;
        }
    }

    private static IEnumerable<ReplyButton> Buttons(
        IReadOnlyList<DigestPick> shown,
        DigestSettings settings,
        DigestLabels labels
    )
    {
        if (shown.Count > 0)
        {
            yield return new ReplyButton(labels.Compare, $"/compare a:{ReplyButton.Any} b:");
            yield return new ReplyButton(labels.Save, $"/save paper:{ReplyButton.Any}");
        }
        yield return new ReplyButton(labels.Further, $"/trending period:{(settings.IsWeekly ? "week" : "day")}");
    }

    private static IEnumerable<DigestPick> Shown(DigestContent content) => content.Picks.Concat(content.Late);

    private static IEnumerable<(string Paper, string Title)> Papers(DigestContent content) =>
        Shown(content)
            .Select(pick => (pick.Paper, pick.Title))
            .Concat((content.Recap?.Best ?? []).Select(paper => (paper.Paper, paper.Title)));
}
