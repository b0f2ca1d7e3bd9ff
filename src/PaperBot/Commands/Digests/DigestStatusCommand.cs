using PaperBot.Chat;
using PaperBot.Skills.Digests;

namespace PaperBot.Commands.Digests;

internal sealed class DigestStatusCommand(OwnDigests own, DigestOutbox outbox, SourceHealth health, TimeProvider clock)
    : ICommand
{
    // An error that is older than so many posts is history.
    private const int PostsLookedAt = 5;

    public string Name => "digest status";

    public bool NeedsManager => true;

    public string Description => "Whether a digest works: last and next post, the sources, and what went wrong last.";

    public IReadOnlyList<CommandOption> Options { get; } =
    [own.Option("The channel whose digest to check; if left out, the one where you ask.")];

    public string Example => "/digest status";

    public async Task<Reply> HandleAsync(CommandRequest request, CancellationToken ct)
    {
        var digest = own.Get(request);
        var look = await own.LookAsync(digest, ct);
        var now = clock.GetUtcNow();
        var posts = outbox.Last(digest.Id, PostsLookedAt).Select(post => (post, outbox.Parts(post.Id))).ToList();
        return DigestStatusReply.For(
            new DigestStatus(digest, look is null ? $"channel {digest.Channel}" : OwnDigests.NameOf(look))
            {
                Missing = look?.Missing ?? [],
                Posts = posts,
                Next = digest.IsActive ? own.Next(digest, 1) : [],
                Sources = health.All(),
            },
            now
        );
    }
}

/// <param name="Name">Of its channel.</param>
internal sealed record DigestStatus(Digest Digest, string Name)
{
    /// <summary>Permissions that PaperBot lacks in the channel now.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Newest first, each with what had to be sent for it.</summary>
    public IReadOnlyList<(DigestPost Post, IReadOnlyList<DigestPart> Parts)> Posts { get; init; } = [];

    /// <summary>The newest post that came; where none came the newest that is to come; null where there is none at all.</summary>
    public (DigestPost Post, IReadOnlyList<DigestPart> Parts)? Last =>
        Posts.Count == 0 ? null
        : Posts.Any(one => Came(one.Parts)) ? Posts.First(one => Came(one.Parts))
        : Posts[0];

    /// <summary>To <see cref="Last"/>; null where nothing leads there.</summary>
    public Uri? Link =>
        Last?.Parts.FirstOrDefault(part => IsPost(part) && part.Place is not null) is { Place: { } place } part
            ? DigestLink.To(Digest, place, part.Kind)
            : null;

    /// <summary>Empty while none comes.</summary>
    public IReadOnlyList<RunTime> Next { get; init; } = [];

    public IReadOnlyList<SourceState> Sources { get; init; } = [];

    /// <summary>Whether a part is the post itself rather than something about it.</summary>
    public static bool IsPost(DigestPart part) => part.Kind is DigestPartKind.Message or DigestPartKind.ForumPost;

    private static bool Came(IEnumerable<DigestPart> parts) =>
        parts.Any(part => IsPost(part) && part.State == DigestPartState.Confirmed);
}
