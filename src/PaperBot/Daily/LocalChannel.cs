using System.Runtime.CompilerServices;
using System.Text.Json;
using PaperBot.Chat;
using PaperBot.Skills.Editions;

namespace PaperBot.Daily;

/// <param name="Id">Rises from post to post.</param>
internal sealed record LocalPost(long Id, DateOnly Day, DateTimeOffset At, Reply Reply);

/// <summary>
/// The channel that every installation has, for reading: the terminal and the web page show what appears in it, also when
/// another process posts it.
/// </summary>
internal sealed class LocalChannel(LocalMessages messages, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <returns>The number of the newest post; 0 where there is none.</returns>
    public long LastId() => messages.LastId();

    /// <summary>Posts after the one with this number, oldest first.</summary>
    public IReadOnlyList<LocalPost> After(long id, int most = 100) =>
        [
            .. messages
                .After(id, most)
                .Select(message => new LocalPost(message.Id, message.Day, message.At, Read(message.Reply))),
        ];

    /// <summary>Posts after the one with this number, as they appear, until the token ends it.</summary>
    public async IAsyncEnumerable<LocalPost> FollowAsync(long id, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            foreach (var post in After(id))
            {
                id = post.Id;
                yield return post;
            }
            await Task.Delay(Pause, clock, ct);
        }
    }

    public static string Write(Reply reply) => JsonSerializer.Serialize(reply, JsonSerializerOptions.Web);

    private static Reply Read(string reply) =>
        JsonSerializer.Deserialize<Reply>(reply, JsonSerializerOptions.Web) ?? new Reply();
}
