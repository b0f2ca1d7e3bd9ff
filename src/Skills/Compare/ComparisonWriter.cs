using PaperBot.Skills.Answers;
using PaperBot.Skills.Model;
using PaperBot.Skills.Papers;
using PaperBot.Skills.Writing;

namespace PaperBot.Skills.Compare;

/// <summary>Papers to the cells of a comparison that a language model wrote and that hold, kept and never written twice.</summary>
internal sealed class ComparisonWriter(LanguageModel model, AnswerBook book, HeldWriter writer, SecondLook second)
{
    private const string Skill = "compare";

    /// <exception cref="ModelException">There is none that can be shown.</exception>
    public Task<KeptAnswer> WriteAsync(Comparison own, Payer payer, CancellationToken ct) =>
        model.IsConfigured
            ? book.GetOrWriteAsync(Key(own.Papers), token => DraftAsync(own, payer, token), model.Patience, ct)
            : throw ModelException.NotConfigured();

    private AnswerKey Key(IReadOnlyList<Paper> papers) =>
        new(Skill, papers, "", ReaderLanguage.English.Name, model.Name, ComparisonPrompt.Version);

    private async Task<Draft> DraftAsync(Comparison own, Payer payer, CancellationToken ct)
    {
        var given = own.Papers.Select(paper => new GivenPaper(paper)).ToList();
        var reader = new DraftReader(
            answer => ComparisonDraft.Read(answer, given.Count),
            draft => HeldText.Of(draft, [given[draft.Column!.Value]]) // Read gives every cell a column
        );
        var held = await writer.WriteAsync(ComparisonPrompt.For(given, payer), reader, null, ct);
        held = await second.AtAsync(held, given, Skill, payer, ct);
        if (!held.Any(part => part.Holds))
        {
            throw ModelException.Unsupported();
        }
        return new Draft([.. Cells(held, own).OfType<WrittenPart>()]);
    }

    // What the model leaves empty or gets wrong, the engine may have all the same: "not stated" must be true.
    private static IEnumerable<WrittenPart?> Cells(IReadOnlyList<HeldPart> held, Comparison own) =>
        from column in Enumerable.Range(0, own.Papers.Count)
        from row in ComparisonPrompt.Rows
        let cell = held.FirstOrDefault(part => part.Holds && part.Part.Label == row && part.Part.Column == column)
        select cell?.Part ?? Instead(new WrittenPart(row, "", []) { Column = column }, own);

    /// <summary>The engine's own cell; null where it has none either, so that nothing is stated.</summary>
    private static WrittenPart? Instead(WrittenPart cell, Comparison own)
    {
        var said = own.Rows.First(row => row.Label == cell.Label).Cells[cell.Column!.Value]; // every cell has one
        return said.IsStated
            ? cell with
            {
                Text = said.Text,
                Support =
                [
                    .. said.Sentences.Select(number => new Grounding.Support(
                        own.Papers[cell.Column.Value].Id.Value,
                        number
                    )),
                ],
                IsOwn = true,
            }
            : null;
    }
}
