using System.Net;
using System.Net.Sockets;
using Polly.Timeout;

namespace PaperBot.Sources;

/// <summary>Pure: why a source gave nothing, and what to do about it.</summary>
/// <param name="Clause">For people, such as "it answered 503".</param>
/// <param name="Advice">A sentence for whoever runs PaperBot.</param>
internal sealed record SourceProblem(string Clause, string Advice)
{
    private const string Later = "Try again in a few minutes.";

    public static SourceProblem Cut { get; } = new("its answer broke off in the middle", Later);

    public static SourceProblem Status(HttpStatusCode status) =>
        (int)status >= 500 || status == HttpStatusCode.RequestTimeout
            ? new($"it answered {(int)status}", Later)
            : new(
                $"it answered {(int)status}",
                "Try again later; if that stays so, check the address under Sources in the settings."
            );

    /// <summary>An answer that is a page for people: of a login in between, or about maintenance.</summary>
    public static SourceProblem WebPage(Uri address) =>
        new(
            "a web page came in place of papers",
            $"Open {address.GetLeftPart(UriPartial.Authority)} in a browser: a network's login may stand in between."
        );

    /// <returns>Null for a fault of our own.</returns>
    public static SourceProblem? Of(Exception failure, Uri address) =>
        failure switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => new(
                "its answer is too large",
                "Check the address under Sources in the settings."
            ),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new(
                $"no secure connection to {address.Host}",
                "Check this machine's date and certificates, and whether a proxy stands in between."
            ),
            HttpRequestException
            {
                InnerException: SocketException { SocketErrorCode: not SocketError.ConnectionReset } e
            } => Unreachable(address, e.Message),
            HttpRequestException { InnerException: IOException } or IOException => Cut,
            HttpRequestException e => Unreachable(address, e.Message),
            TimeoutRejectedException or OperationCanceledException => new("it did not answer in time", Later),
            InvalidDataException => new("its answer cannot be unpacked", Later),
            _ => null,
        };

    private static SourceProblem Unreachable(Uri address, string reason) =>
        new(
            $"no connection to {address.Host}: {reason.TrimEnd('.')}",
            "Check that this machine is online; behind a proxy, set HTTPS_PROXY."
        );
}
