using Microsoft.SemanticKernel;
using PaperBot.Skills.Answers;
using PaperBot.Skills.Model;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Related;
using PaperBot.Skills.Search;
using PaperBot.Skills.Writing;

namespace PaperBot.Skills.Ask;

/// <summary>
/// A question to an answer that a language model wrote after looking things up, each sentence held to the papers it
/// names. The loop is ours rather than Semantic Kernel's, so that every step is counted, limited and seen.
/// </summary>
internal sealed class AskWriter(
    LanguageModel model,
    AnswerBook book,
    SearchSkill search,
    IPaperFinder finder,
    RelatedSkill related,
    PaperStore papers,
    SecondLook second
)
{
    /// <summary>How long an answer may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>So often the model is asked at most, its answer included.</summary>
    public const int MostSteps = 8;

    /// <summary>When so many tokens were read and written for one question, it has to answer.</summary>
    public const int TokenBudget = 40_000;

    private const string Skill = "ask";
    private const int MostCallsAtOnce = 4;
    private const int FoundFirst = 5;

    /// <exception cref="ModelException">There is no answer that can be shown.</exception>
    public Task<KeptAnswer> WriteAsync(
        Answer own,
        Payer payer,
        Action<IReadOnlyList<WrittenPart>>? soFar,
        CancellationToken ct
    )
    {
        if (!model.IsConfigured)
        {
            throw ModelException.NotConfigured();
        }
        // Another library, another answer. The question itself is not kept.
        var asked = AnswerKey.Hash($"{papers.State().Revision}\n{own.Question.ToLowerInvariant()}");
        var key = new AnswerKey(Skill, [], asked, ReaderLanguage.English.Name, model.Name, AskPrompt.Version);
        return book.GetOrWriteAsync(key, token => DraftAsync(own, payer, soFar, token), Patience, ct);
    }

    private async Task<Draft> DraftAsync(
        Answer own,
        Payer payer,
        Action<IReadOnlyList<WrittenPart>>? soFar,
        CancellationToken ct
    )
    {
        var tools = new AskTools(search, finder, related);
        var found = Found(own, ct).Select(tools.Shown).ToList();
        var messages = AskPrompt.For(own.Question, AskTools.Told(new { papers = found }));
        var kernel = new Kernel();
        kernel.Plugins.AddFromObject(tools, SkillPlugins.Name);
        var reader = new DraftReader(AskDraft.Read, draft => AskHold.Of(draft, tools.Seen));
        var spent = 0;
        var asked = new HashSet<string>();
        IReadOnlyList<HeldPart>? first = null; // what held of the round before the repair
        for (var step = 1; ; step++)
        {
            var call = new ModelCall(Skill, payer, messages)
            {
                Tools = kernel,
                MustAnswer = step >= MostSteps || spent >= TokenBudget || first is not null,
            };
            var answer = soFar is null
                ? await model.AskAsync(call, ct)
                : await model.StreamAsync(call, HeldWriter.Growing(reader, Hear(soFar)), ct);
            spent += answer.InputTokens + answer.OutputTokens;
            var calls = FunctionCallContent.GetFunctionCalls(answer.Message).ToList();
            if (calls.Count > 0 && !call.MustAnswer)
            {
                messages.Add(answer.Message);
                foreach (var one in calls)
                {
                    messages.Add(await ResultAsync(one, calls.IndexOf(one), asked, kernel, ct));
                }
                if (step + 1 >= MostSteps || spent >= TokenBudget)
                {
                    messages.AddUserMessage(AskPrompt.Answer);
                }
                continue;
            }
            if (AskDraft.SaysUnknown(answer.Text))
            {
                throw new ModelException(ModelTrouble.Unsupported, "The language model found no answer in the library");
            }
            var (held, objection) = HeldWriter.Hold(answer, reader);
            if (objection is null || first is not null || step >= MostSteps)
            {
                var best = Answers(held) || first is null ? held : first;
                var cited = best.SelectMany(part => part.Part.Support.Select(one => one.Paper))
                    .Distinct()
                    .Select(id => tools.Seen[id]);
                return Kept(await second.AtAsync(best, [.. cited], Skill, payer, ct), tools.Seen);
            }
            first = held;
            messages.AddAssistantMessage(answer.Text);
            messages.AddUserMessage(objection);
        }
    }

    // What the engine would answer with, then what it would find: many models need no more.
    private IEnumerable<Paper> Found(Answer own, CancellationToken ct) =>
        own
            .Sentences.Select(sentence => sentence.Paper)
            .Concat(
                search.Search(string.Join(' ', own.Words.Except(own.Unknown)), FoundFirst, ct).Select(hit => hit.Paper)
            )
            .DistinctBy(paper => paper.Id)
            .Take(FoundFirst);

    private static async Task<ChatMessageContent> ResultAsync(
        FunctionCallContent call,
        int place,
        HashSet<string> asked,
        Kernel kernel,
        CancellationToken ct
    )
    {
        var arguments = call.Arguments is null
            ? ""
            : string.Join('|', call.Arguments.Select(one => $"{one.Key}={one.Value}"));
        var said =
            place >= MostCallsAtOnce ? $"Only {MostCallsAtOnce} functions can be asked for at once."
            : !asked.Add($"{call.FunctionName}|{arguments}") ? "You were told this before."
            : await InvokedAsync(call, kernel, ct);
        return new FunctionResultContent(call, said).ToChatMessage();
    }

    private static async Task<string> InvokedAsync(FunctionCallContent call, Kernel kernel, CancellationToken ct)
    {
        if (call.Exception is not null)
        {
            return "The arguments are no JSON object.";
        }
        if (!kernel.Plugins.TryGetFunction(call.PluginName ?? SkillPlugins.Name, call.FunctionName, out var function))
        {
            return "There is no such function.";
        }
        try
        {
            return (await function.InvokeAsync(kernel, call.Arguments, ct)).GetValue<string>() ?? "";
        }
        catch (Exception e) when (e is SkillException || e.InnerException is SkillException)
        {
            return (e as SkillException ?? e.InnerException!).Message; // one of them is
        }
        catch (Exception e) when (e is KernelException or ArgumentException)
        {
            return "An argument is missing or cannot be read.";
        }
    }

    // The first sentence answers; what follows may be left out as long as it is not most of it.
    private static bool Answers(IReadOnlyList<HeldPart> held) =>
        held.Count > 0 && held[0].Holds && held.Count(part => part.Holds) * 2 >= held.Count;

    private static Draft Kept(IReadOnlyList<HeldPart> held, IReadOnlyDictionary<string, GivenPaper> seen)
    {
        if (!Answers(held))
        {
            throw ModelException.Unsupported();
        }
        var shown = held.Where(part => part.Holds).Select(part => part.Part).ToList();
        return new Draft(shown)
        {
            RestsOn =
            [
                .. shown
                    .SelectMany(part => part.Support)
                    .Select(one => one.Paper)
                    .Distinct()
                    .Select(id => seen[id].Paper),
            ],
        };
    }

    private static Action<IReadOnlyList<HeldPart>> Hear(Action<IReadOnlyList<WrittenPart>> soFar) =>
        parts => soFar([.. parts.Select(part => part.Part)]);
}
