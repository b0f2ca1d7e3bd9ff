using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PaperBot.Benchmarks.Digests;

/// <summary>Sources on this machine that answer at once and have nothing.</summary>
internal sealed class SilentSources : IDisposable
{
    private readonly HttpListener listener = new();

    public SilentSources()
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        listener.Prefixes.Add($"{Address}/");
        listener.Start();
        _ = AnswerAsync();
    }

    public string Address { get; }

    public void Dispose() => listener.Close();

    private async Task AnswerAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                var isFeed = context.Request.Url?.AbsolutePath.Contains("atom", StringComparison.Ordinal) == true;
                var body = Encoding.UTF8.GetBytes(
                    isFeed
                        ? $"<feed xmlns=\"http://www.w3.org/2005/Atom\"><updated>{TimeProvider.System.GetUtcNow():O}</updated></feed>"
                        : "[]"
                );
                await context.Response.OutputStream.WriteAsync(body);
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                // The run is over, or a bot was killed while it asked.
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
