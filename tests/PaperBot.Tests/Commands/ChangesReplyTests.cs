using PaperBot.Chat;
using PaperBot.Commands;
using PaperBot.Fakes;
using PaperBot.Skills.Digests;
using PaperBot.Skills.Versions;

namespace PaperBot.Tests.Commands;

/// <summary>What changed in a paper, as it is answered.</summary>
public sealed class ChangesReplyTests
{
    private static readonly DateTimeOffset Seen = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_numbers_come_first_then_the_versions_then_the_words()
    {
        var reply = Reply(
            new PaperVersion(
                1,
                "Sparse Widgets",
                "Widgets reach 37.1 % top-1 accuracy on ImageNet. It takes 12 ms.",
                null
            ),
            new PaperVersion(
                2,
                "Sparse Widgets",
                "Widgets reach 41.5 % top-1 accuracy on ImageNet. We use 3x less memory.",
                Seen
            )
        );

        Assert.Equal(
            """
            37.1 % became 41.5 % (top-1 accuracy on ImageNet). New numbers: 3x. No longer there: 12 ms.
            From version 1 to version 2, which the library learnt of on 3 March 2026; the title is the same.
            """.ReplaceLineEndings("\n"),
            reply.Text
        );
        var field = Assert.Single(reply.Fields);
        Assert.Equal("Abstract", field.Name);
        Assert.StartsWith("Widgets reach [-37.1 %-] {+41.5 %+} top-1", field.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_number_changed_that_is_said()
    {
        var reply = Reply(
            new PaperVersion(1, "Sparse Widgets", "Widgets reach 37 % quickly.", null),
            new PaperVersion(2, "Sparser Widgets", "Widgets reach 37 % slowly.", null)
        );

        Assert.Equal("No number changed.\nFrom version 1 to version 2.", reply.Text);
        Assert.Equal(["Title", "Abstract"], reply.Fields.Select(field => field.Name));
    }

    [Fact]
    public void A_later_version_that_changed_nothing_is_mentioned()
    {
        var reply = Reply(
            new PaperVersion(1, "Sparse Widgets", "Widgets are fast.", null),
            new PaperVersion(2, "Sparse Widgets", "Widgets are slow.", null),
            new PaperVersion(4, "Sparse Widgets", "Widgets are slow.", null)
        );

        Assert.EndsWith("\nVersion 4 left title and abstract as they were.", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_known_to_have_changed_the_answer_says_why()
    {
        var paper = NewPaper.Like(id: "2601.01234");

        Assert.StartsWith(
            "The library holds one version",
            ChangesReply.For(new PaperChanges(paper, [1], null)).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(
            "Versions 1, 2 and 3 have the same title and abstract.",
            ChangesReply.For(new PaperChanges(paper, [1, 2, 3], null)).Text
        );
        Assert.StartsWith(
            "This paper is not known from arXiv",
            ChangesReply.For(new PaperChanges(NewPaper.Like(), [1], null)).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_notice_says_which_version_is_out_and_leads_on()
    {
        var change = VersionChange.Between(
            new PaperVersion(1, "Sparse Widgets", "Widgets reach 37 % accuracy.", null),
            new PaperVersion(3, "Sparse Widgets", "Widgets reach 41 % accuracy.", null)
        );
        var notice = new DigestVersionNotice("2601.01234", "Sparse Widgets", 1, 3, change.Abstract!.Runs)
        {
            Numbers = change.Numbers,
            Thread = "9",
        };

        var reply = VersionReply.From(notice);

        Assert.Equal("Version 3 is out; what was shown here was version 1.\n37 % became 41 % (accuracy).", reply.Text);
        Assert.Equal("Widgets reach [-37 %-] {+41 %+} accuracy.", Assert.Single(reply.Fields).Text);
        Assert.Equal("/summarize paper:2601.01234", Assert.Single(reply.Buttons).Command);
    }

    private static Reply Reply(params PaperVersion[] versions) =>
        ChangesReply.For(
            new PaperChanges(
                NewPaper.Like(id: "2601.01234"),
                [.. versions.Select(version => version.Version)],
                VersionChange.Last(versions)
            )
        );
}
