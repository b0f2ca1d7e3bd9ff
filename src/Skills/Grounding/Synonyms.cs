using System.Collections.Frozen;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Grounding;

/// <summary>
/// Words that abstracts and their retellings exchange freely. Few on purpose: each pair lets a difference pass.
/// </summary>
internal static class Synonyms
{
    // The first of a line stands for the others.
    private const string Groups = """
        propose present introduce develop describe offer provide design devise contribute put
        show demonstrate illustrate reveal report observe exhibit find discover
        prove proof proven
        method approach technique strategy framework procedure scheme methodology pipeline
        model architecture network
        outperform surpass exceed beat superior better improve enhance boost best
        reduce decrease mitigate alleviate lower diminish lessen shrink cut fewer less
        increase raise grow higher
        use employ utilize utilise leverage apply adopt exploit
        achieve attain obtain reach yield gain get deliver
        problem task challenge issue difficulty obstacle
        dataset benchmark corpus corpora
        large big huge massive
        small tiny little compact
        fast quick rapid speed speedup faster accelerate quicker acceleration
        accurate accuracy precise precisely
        efficient efficiency cheap cheaper efficiently
        robust resilient robustness
        train learn training trained
        study examine investigate explore analyze analyse analysis investigation exploration
        evaluate evaluation assess test experiment
        create build construct generate produce synthesize generation
        choose select pick choice selection
        predict forecast prediction
        image picture visual vision photo
        automatic automate automated
        human people person user
        important crucial key essential critical vital main central
        need require demand necessitate requirement
        allow enable let permit facilitate
        help assist aid support
        many several various multiple numerous diverse different variety
        combine integrate incorporate merge fuse unify join combination integration
        simple easy straightforward simplicity
        hard difficult challenging
        only solely merely just
        text document textual
        question query
        cost expense expensive price costly
        error mistake
        similar alike comparable
        solve address overcome tackle resolve handle
        remove eliminate delete drop discard omit
        keep retain preserve maintain
        common popular widespread widely
        old earlier previous prior existing
        represent representation embed embedding encode encoding
        limit limitation drawback shortcoming weakness restrict
        benefit advantage
        example sample instance
        domain area field
        compute computation computational calculation calculate
        memory storage
        release public publicly available open publish
        result finding outcome
        theory theoretical theoretically
        detect identify recognize recognise detection identification recognition
        classify classification classifier categorize
        optimize optimise optimization optimisation optimizer
        estimate estimation estimator
        current recent modern today
        new novel
        state-of-the-art sota leading
        whole entire full complete
        agent robot
        part component module
        start begin
        end finish
        change alter modify vary variation
        quality fidelity
        rely depend
        size scale
        sentence utterance
        word token
        weight parameter
        adapt adaptation adaptive transfer
        guide steer
        capture model
        interpret explain explanation interpretable explainable interpretability explainability
        general generalize generalise generalization
        align alignment
        infer inference
        """;

    private static readonly (string British, string American)[] Spellings =
    [
        ("ise", "ize"),
        ("ised", "ized"),
        ("ises", "izes"),
        ("ising", "izing"),
        ("isation", "ization"),
        ("our", "or"),
        ("ours", "ors"),
        ("elling", "eling"),
        ("elled", "eled"),
    ];

    private static readonly FrozenDictionary<string, string> Heads = Read();

    /// <summary>The stem by which a word is compared: of its group's first word where it has a group.</summary>
    public static string Key(string word)
    {
        var stem = Stem.Of(word);
        if (Heads.TryGetValue(stem, out var head))
        {
            return head;
        }
        var other = American(word);
        if (other == word)
        {
            return stem;
        }
        stem = Stem.Of(other);
        return Heads.TryGetValue(stem, out head) ? head : stem;
    }

    // "generalise", "behaviour" and "modelling" as Americans write them; what becomes no word of it, becomes so everywhere.
    private static string American(string word)
    {
        if (word.Length < 6)
        {
            return word;
        }
        foreach (var (british, american) in Spellings)
        {
            if (word.EndsWith(british, StringComparison.Ordinal))
            {
                return word[..^british.Length] + american;
            }
        }
        return word;
    }

    private static FrozenDictionary<string, string> Read()
    {
        var heads = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var group in Groups.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        )
        {
            var words = group.Split(' ');
            foreach (var word in words)
            {
                heads.TryAdd(Stem.Of(word), Stem.Of(words[0]));
            }
        }
        return heads.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
