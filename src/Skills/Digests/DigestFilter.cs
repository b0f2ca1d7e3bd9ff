using System.Globalization;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Digests;

/// <summary>Pure: which papers a channel wants, and which of its wishes a paper meets.</summary>
public sealed class DigestFilter
{
    private readonly DigestSettings settings;
    private readonly IReadOnlyList<(string Name, IReadOnlyList<string> Stems)> topics;
    private readonly IReadOnlyList<(string Text, AuthorName Name)> authors;

    public DigestFilter(DigestSettings settings)
    {
        this.settings = settings;
        topics =
        [
            .. settings.Topics.Select(topic => (topic, IndexText.Stems(topic))).Where(topic => topic.Item2.Count > 0),
        ];
        authors =
        [
            .. settings
                .Authors.Select(author => (Text: author, Name: AuthorName.Of(author)))
                .Where(author => author.Name is not null)
                .Select(author => (author.Text, author.Name!)), // the line above
        ];
    }

    /// <returns>
    /// Which topics and authors it is there for, such as "topic: diffusion"; empty where the channel names none; null where
    /// the channel does not want it.
    /// </returns>
    public string? Why(DigestCandidate candidate)
    {
        var paper = candidate.Paper;
        if (
            (candidate.Votes ?? 0) < settings.LeastVotes
            || (settings.HasCode && paper.Code is null)
            || !IsOnWantedList(candidate)
        )
        {
            return null;
        }
        if (topics.Count == 0 && settings.Authors.Count == 0)
        {
            return "";
        }
        var met = topics
            .Where(topic => IsAbout(candidate, topic.Name, topic.Stems))
            .Select(topic => $"topic: {topic.Name}")
            .Concat(
                authors
                    .Where(author => candidate.Authors.Any(author.Name.MayBe))
                    .Select(author => $"author: {author.Text}")
            )
            .ToList();
        return met.Count > 0 ? string.Join(", ", met) : null;
    }

    /// <summary>The wishes in words, such as "topics diffusion or robotics, at least 10 votes"; empty where there are none.</summary>
    public string InWords()
    {
        var wishes = new List<string>();
        if (topics.Count > 0)
        {
            wishes.Add(
                $"{(topics.Count == 1 ? "topic" : "topics")} {string.Join(" or ", topics.Select(topic => topic.Name))}"
            );
        }
        if (settings.Authors.Count > 0)
        {
            wishes.Add(
                $"{(settings.Authors.Count == 1 ? "author" : "authors")} {string.Join(" or ", settings.Authors)}"
            );
        }
        if (settings.LeastVotes > 0)
        {
            wishes.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"at least {settings.LeastVotes} {(settings.LeastVotes == 1 ? "vote" : "votes")}"
                )
            );
        }
        if (settings.HasCode)
        {
            wishes.Add("with code");
        }
        if (settings.Sources.Count > 0)
        {
            wishes.Add($"from {string.Join(" or ", settings.Sources.Select(NameOf))}");
        }
        return string.Join(", ", wishes);
    }

    private static string NameOf(string source) =>
        source switch
        {
            "huggingface" => "Hugging Face",
            "arxiv" => "arXiv",
            _ => source,
        };

    private bool IsOnWantedList(DigestCandidate candidate) =>
        settings.Sources.Count == 0
        || settings.Sources.Any(source =>
            source switch
            {
                "huggingface" => candidate.Listers.Contains(PaperOrigin.HuggingFace),
                "arxiv" => candidate.Listers.Contains(PaperOrigin.ArxivFeed)
                    || candidate.Listers.Contains(PaperOrigin.ArxivApi),
                _ => false,
            }
        );

    // A category is meant as it is: "cs.CL" is no two words.
    private static bool IsAbout(DigestCandidate candidate, string topic, IReadOnlyList<string> stems) =>
        candidate.Paper.Categories.Contains(topic.Trim(), StringComparer.OrdinalIgnoreCase)
        || stems.All(candidate.Stems.Contains);
}
