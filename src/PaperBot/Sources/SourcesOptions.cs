using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace PaperBot.Sources;

/// <summary>Section <c>Sources</c>.</summary>
internal sealed partial class SourcesOptions : IValidatableObject
{
    public HuggingFaceOptions HuggingFace { get; init; } = new();

    public ArxivOptions Arxiv { get; init; } = new();

    /// <summary>An address or mail address at which a source can complain; sent along with every request.</summary>
    public string Contact { get; init; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        (string Name, string Value)[] addresses =
        [
            ("Sources:HuggingFace:BaseUrl", HuggingFace.BaseUrl),
            ("Sources:Arxiv:ApiUrl", Arxiv.ApiUrl),
            ("Sources:Arxiv:FeedUrl", Arxiv.FeedUrl),
        ];
        foreach (var (name, value) in addresses.Where(address => !IsAllowed(address.Value)))
        {
            yield return new ValidationResult(
                $"{name} must be an https address (plain http on this machine only); '{value}' is not."
            );
        }
        if (Arxiv.Categories.Count == 0 || Arxiv.Categories.Any(category => !Category().IsMatch(category)))
        {
            yield return new ValidationResult(
                $"Sources:Arxiv:Categories must be arXiv categories such as cs.LG; '{string.Join(", ", Arxiv.Categories)}' are not."
            );
        }
        if (!ContactText().IsMatch(Contact))
        {
            yield return new ValidationResult(
                "Sources:Contact must be a web or mail address without blanks or brackets."
            );
        }
    }

    private static bool IsAllowed(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    [GeneratedRegex(@"^[a-z-]+(\.[A-Za-z-]{2,})?$")]
    private static partial Regex Category();

    [GeneratedRegex(@"^[!-'*-~]*$")]
    private static partial Regex ContactText();
}

internal sealed class HuggingFaceOptions
{
    public string BaseUrl { get; init; } = "https://huggingface.co";
}

internal sealed class ArxivOptions
{
    public string ApiUrl { get; init; } = "https://export.arxiv.org";

    public string FeedUrl { get; init; } = "https://rss.arxiv.org";

    public IReadOnlyList<string> Categories { get; init; } = [];
}
