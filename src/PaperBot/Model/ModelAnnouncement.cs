using Microsoft.Extensions.Options;
using PaperBot.Skills.Model;

namespace PaperBot.Model;

/// <summary>Who writes the answers, said once when PaperBot starts.</summary>
internal sealed class ModelAnnouncement(LanguageModel model, IOptions<ModelConnection> connection)
{
    public string Sentence =>
        model.IsConfigured
            ? $"Answers are written by {model.Name} at {connection.Value.Address().Authority} and checked against the abstracts; what does not hold, PaperBot's own engine answers."
            : "No language model is configured: PaperBot's own engine answers everything.";
}
