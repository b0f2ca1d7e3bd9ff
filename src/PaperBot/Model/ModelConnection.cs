using System.Net;
using Microsoft.Extensions.Options;
using PaperBot.Chat;
using PaperBot.Skills.Model;

namespace PaperBot.Model;

/// <summary>Section <c>Model</c>, the part that is about the way to the model; the rest is <see cref="ModelOptions"/>.</summary>
internal sealed class ModelConnection
{
    /// <summary>Where an OpenAI-compatible API begins, such as http://127.0.0.1:11434/v1; null: OpenAI's own.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>A secret; not every endpoint asks for one.</summary>
    public string? ApiKey { get; init; }

    /// <summary>A file that holds the key, as Docker and systemd give secrets; read when PaperBot starts.</summary>
    public string? ApiKeyFile { get; init; }

    /// <summary>The key, wherever it was given; empty for none.</summary>
    public string Key() =>
        (
            ApiKey is { Length: > 0 } || ApiKeyFile is not { Length: > 0 } ? ApiKey ?? "" : File.ReadAllText(ApiKeyFile)
        ).Trim();

    /// <summary>The address that is asked.</summary>
    public Uri Address() => Endpoint ?? new Uri("https://api.openai.com/v1");

    /// <summary>It is OpenAI's own, not one that only speaks its protocol.</summary>
    public bool IsOpenAI => Address().Host.EndsWith(".openai.com", StringComparison.OrdinalIgnoreCase);
}

/// <summary>One sentence for settings that cannot be meant.</summary>
internal sealed class ModelConnectionCheck(IOptions<ModelOptions> model, IOptions<ChatOptions> chat)
    : IValidateOptions<ModelConnection>
{
    // For everything around the model: finding papers, checking, sending.
    private const int Margin = 5;

    public ValidateOptionsResult Validate(string? name, ModelConnection connection) =>
        model.Value.Provider != ModelProvider.None && Problem(connection, model.Value) is { } problem
            ? ValidateOptionsResult.Fail(problem)
            : ValidateOptionsResult.Success;

    private string? Problem(ModelConnection connection, ModelOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Name))
        {
            return "Model:Name is missing: the model's name as its endpoint knows it, for example llama3.1.";
        }
        if (options.Name.Length > 100 || options.Name.Any(char.IsControl))
        {
            return "Model:Name is no model's name: 100 characters at most, on one line.";
        }
        if (options.TimeoutSeconds + Margin > chat.Value.TimeLimitSeconds)
        {
            return $"Model:TimeoutSeconds is {options.TimeoutSeconds}, which must be at least {Margin} seconds less than Chat:TimeLimitSeconds ({chat.Value.TimeLimitSeconds}), or nobody would answer in the model's place.";
        }
        return AddressProblem(connection, options) ?? KeyProblem(connection, options);
    }

    private static string? AddressProblem(ModelConnection connection, ModelOptions options) =>
        connection.Endpoint is null
            ? options.Provider == ModelProvider.AzureOpenAI
                ? "Model:Endpoint is missing: the address of your Azure OpenAI resource, for example https://NAME.openai.azure.com."
                : null
            : !connection.Endpoint.IsAbsoluteUri || connection.Endpoint.Scheme is not ("https" or "http")
                ? "Model:Endpoint must be an address that begins with https:// (or http:// on this machine or in its network), for example http://127.0.0.1:11434/v1."
                : connection.Endpoint.UserInfo.Length > 0
                    ? "Model:Endpoint holds a name or password; give a key with Model:ApiKey instead."
                    : connection.Endpoint.Scheme == "http" && !IsNear(connection.Endpoint)
                        ? "Model:Endpoint may be http:// only on this machine or in its own network, because questions and key would travel in the clear; use https://."
                        : null;

    private static string? KeyProblem(ModelConnection connection, ModelOptions options)
    {
        try
        {
            var key = connection.Key();
            return key.Any(letter => letter is <= ' ' or > '~')
                    ? "Model:ApiKey holds a character that no key has. Copy it again."
                : key.Length == 0 && options.Provider == ModelProvider.AzureOpenAI
                    ? "Model:ApiKey is missing; give it in the environment (PAPERBOT__Model__ApiKey)."
                : key.Length == 0 && connection.Endpoint is null
                    ? "Model:ApiKey is missing: OpenAI asks for one; give it in the environment (PAPERBOT__Model__ApiKey). For a model of your own, set Model:Endpoint."
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return $"Model:ApiKeyFile ({connection.ApiKeyFile}) cannot be read. Name a file that PaperBot may read and that holds the key.";
        }
    }

    // This machine, a container beside it (a name without a dot), or an address that the internet does not route.
    private static bool IsNear(Uri address) =>
        address.IsLoopback
        || !address.IdnHost.Contains('.', StringComparison.Ordinal) && address.HostNameType == UriHostNameType.Dns
        || address.IdnHost.EndsWith(".local", StringComparison.OrdinalIgnoreCase)
        || address.IdnHost.EndsWith(".internal", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(address.IdnHost, out var ip) && IsPrivate(ip);

    private static bool IsPrivate(IPAddress ip) =>
        IPAddress.IsLoopback(ip)
        || ip.IsIPv6UniqueLocal
        || ip.IsIPv6LinkLocal
        || ip.GetAddressBytes()
            is [10, _, _, _]
                or [192, 168, _, _]
                or [172, >= 16 and <= 31, _, _]
                or [169, 254, _, _]
                or [100, >= 64 and <= 127, _, _];
}
