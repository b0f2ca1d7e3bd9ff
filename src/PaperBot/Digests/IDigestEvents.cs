namespace PaperBot.Digests;

/// <summary>
/// Port: hears from the platforms what becomes of servers and channels, whether they have a digest or not. It is called
/// where the platform's events are read, ten thousand times when a big bot starts, so it must return at once. What happens
/// while PaperBot is not connected is not told; what it then cannot do is a <see cref="ChannelLostException"/>.
/// </summary>
internal interface IDigestEvents
{
    /// <summary>PaperBot is in that server: it was invited, or connects anew. Told again and again.</summary>
    void ServerIsThere(string platform, string server);

    /// <summary>PaperBot was taken out of a server, or the server is gone; not said of outages of the platform.</summary>
    void ServerLeft(string platform, string server);

    /// <summary>A channel, a thread or a forum's post was deleted.</summary>
    void ChannelGone(string platform, string server, string channel);
}
