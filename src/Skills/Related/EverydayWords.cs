using System.Collections.Frozen;
using PaperBot.Skills.Papers;

namespace PaperBot.Skills.Related;

/// <summary>
/// Words that any paper may write whatever it is about: no reason to call two papers related, however rare they are in a
/// library. They count little for the order, which weighs all words by their rarity.
/// </summary>
internal static class EverydayWords
{
    private static readonly FrozenSet<string> Stems = (
        "able about above accurate achieve across actual add additional address advance advantage affect aim allow already also although among "
        + "amount analyze another any apply approach appropriate art aspect available avoid away back base because become before begin behave "
        + "benefit best better between beyond both bring broad build call capable careful case cause certain challenge change choice choose "
        + "clear close combine come common compare comparable competitive complete complex compute concept concern condition conduct consider "
        + "consist construct contain contribute conventional core correspond cost could create crucial current deal degree deliver demand "
        + "demonstrate depend describe design desire despite detail determine develop differ difficult direct discuss due during each early "
        + "easy effect efficient either employ enable end enhance enlarge enough ensure entire especially essential establish evaluate even every "
        + "evidence examine example exceed excellent exist expect experiment explain explore extend extensive extra extract face fact factor fail "
        + "family fast few finally find first fix follow form former found four framework fully fundamental further gain general generate get "
        + "give go goal good great grow guide hand handle hard help hence here high how however idea ideal identify illustrate impact implement "
        + "important improve include increase indeed independent individual instead introduce investigate involve issue just keep key know known "
        + "lack large last late later latter lead learn least less level like limit line little long look lose low main maintain major make "
        + "many match matter may mean meet mention method might minimal model modern moreover most move much multiple must namely natural "
        + "necessary need neither never nevertheless new next no nor notable note novel now number objective observe obtain occur off offer "
        + "often old only open operate order original other otherwise outcome outperform overall overcome own paper part particular pay perform "
        + "performance perhaps place play point poor popular possible potential practical practice present prevent previous prior problem "
        + "procedure process produce promise proper property propose prove provide purpose put question quick quite rapid rather reach real "
        + "reason recent recover reduce regard relate relative relevant rely remain remarkable replace report represent require research respect "
        + "result retain rethink reveal rich role run same scenario second see seem select set seven several severe share short should show "
        + "significant similar simple simultaneous since single situation six slow small so solution solve some sometimes specific standard start "
        + "state still strategy strength strong study subsequent substantial success such sufficient suffer suggest suit suitable superior "
        + "support systematic take task technique tell ten tend term test therefore thing think third though three through throughout thus time "
        + "together too top total toward traditional try turn two type typical under understand unfortunately unique unlike unsuitable until up "
        + "use useful usual valid valuable value variety various vary very via view want way well what whether whole whose why wide within "
        + "work worse would write year yet yield"
    )
        .Split(' ')
        .Select(Stem.Of)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <param name="word">As <see cref="Words"/> gives it.</param>
    public static bool Has(string word) =>
        Stems.Contains(Stem.Of(word)) || (word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal));
}
