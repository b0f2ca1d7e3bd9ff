using PaperBot.Fakes;
using PaperBot.Skills.Digests;
using PaperBot.Skills.People;
using static PaperBot.Skills.Tests.People.NewFollow;

namespace PaperBot.Skills.Tests.People;

/// <summary>Following, and being named where somebody might care.</summary>
public sealed class FollowStoreTests : IDisposable
{
    private readonly TempDatabase library = new();
    private readonly FollowStore follows;

    public FollowStoreTests() => follows = new FollowStore(library.Database, library.Clock);

    public void Dispose() => library.Dispose();

    [Fact]
    public void Who_follows_something_about_a_paper_is_named_once_and_called_only_where_asked_for()
    {
        Follow(Mina, "Mina", FollowWish.Topic("widgets"));
        Follow(Mina, "Mina", FollowWish.Author("A. Example"));
        Follow(Jo, "Jo", FollowWish.Topic("sparse"), mention: true);
        Follow(Jo, "Jo", FollowWish.Topic("gadgets"));
        var paper = NewPaper.Like() with { Authors = ["Ada Example"] };
        var other = NewPaper.Like("Nothing of it", "At all.");

        var readers = follows.ReadersOf("discord", Server, [paper, other, paper]);

        Assert.Equal(
            [new DigestReader(Mina.User, "Mina", false), new DigestReader(Jo.User, "Jo", true)],
            readers[paper.Id.Value]
        );
        Assert.Empty(readers[other.Id.Value]);
    }

    [Fact]
    public void Nobody_is_named_in_a_server_where_they_did_not_say_it()
    {
        Follow(Mina, "Mina", FollowWish.Topic("widgets"));
        Follow(Jo, "", FollowWish.Topic("widgets"), server: "");

        Assert.Empty(follows.ReadersOf("discord", "another", [NewPaper.Like()]).Values.Single());
        Assert.Empty(follows.ReadersOf("elsewhere", Server, [NewPaper.Like()]).Values.Single());
        Assert.Empty(follows.ReadersOf("discord", "", [NewPaper.Like()]).Values.Single());
    }

    [Fact]
    public void Said_again_it_is_changed_and_not_followed_twice()
    {
        Assert.Equal(FollowChange.New, Follow(Mina, "Mina", FollowWish.Topic("Graph networks")));
        Assert.Equal(FollowChange.Same, Follow(Mina, "Mina", FollowWish.Topic("network graphs")));
        Assert.Equal(FollowChange.Changed, Follow(Mina, "Mina", FollowWish.Topic("graph networks"), mention: true));

        var only = Assert.Single(follows.Of(Mina));
        Assert.True(only.Mention);
    }

    [Fact]
    public void A_new_name_is_read_at_everything_that_the_person_follows_there()
    {
        Follow(Mina, "Mina", FollowWish.Topic("widgets"));
        Follow(Mina, "Mina the Great", FollowWish.Topic("gadgets"));

        Assert.All(follows.Of(Mina), follow => Assert.Equal("Mina the Great", follow.Name));
    }

    [Fact]
    public void More_than_50_are_refused_with_what_to_do_but_those_that_are_there_can_be_changed()
    {
        foreach (var i in Enumerable.Range(0, FollowStore.MostPerPerson))
        {
            Follow(Mina, "Mina", FollowWish.Topic($"topic{i}x"), server: i % 2 == 0 ? Server : "");
        }

        var refusal = Assert.Throws<SkillException>(() => Follow(Mina, "Mina", FollowWish.Topic("gadgets")));

        Assert.Equal(
            "You follow 50 things, which is the most. Type /following and stop one of them first.",
            refusal.Message
        );
        Assert.Equal(FollowChange.Changed, Follow(Mina, "Mina", FollowWish.Topic("topic0x"), note: true));
        Assert.Equal(FollowChange.New, Follow(Jo, "Jo", FollowWish.Topic("gadgets")));
    }

    [Fact]
    public void Only_own_follows_can_be_stopped()
    {
        Follow(Mina, "Mina", FollowWish.Topic("widgets"));
        var id = follows.Of(Mina)[0].Id;

        Assert.False(follows.Remove(Jo, id));
        Assert.True(follows.Remove(Mina, id));
        Assert.Equal(0, follows.RemoveAll(Mina));
    }

    [Fact]
    public async Task A_followed_paper_is_the_same_when_it_gets_its_arXiv_id()
    {
        await library.KeepAsync(Record("Sparse Widgets"));
        var before = library.Store.WithTitle("Sparse Widgets").Single();
        Follow(Mina, "Mina", FollowWish.Paper(before));
        await library.KeepAsync(Record("Sparse Widgets", "2601.00001"));
        var after = library.Store.WithTitle("Sparse Widgets").Single();

        Assert.NotEqual(before.Id, after.Id);
        Assert.Equal("Mina", Assert.Single(follows.ReadersOf("discord", Server, [after])["2601.00001"]).Name);
    }

    [Fact]
    public void A_paper_whose_abstract_was_replaced_is_read_anew()
    {
        Follow(Mina, "Mina", FollowWish.Topic("gadgets"));
        var paper = NewPaper.Like("Things", "Widgets.");
        Assert.Empty(follows.ReadersOf("discord", Server, [paper]).Values.Single());

        Assert.Single(follows.ReadersOf("discord", Server, [paper with { Abstract = "Gadgets." }]).Values.Single());
    }

    private FollowChange Follow(
        Person person,
        string name,
        FollowWish wish,
        bool mention = false,
        bool note = false,
        string server = Server
    ) => follows.Add(person, server, name, wish, mention, note);
}
