using System.Collections.Frozen;

namespace PaperBot.Skills.Latex;

/// <summary>
/// LaTeX's accents put onto letters. The table is Unicode's canonical composition of Latin letters, written out because
/// the program runs without the ICU library.
/// </summary>
internal static class LatexAccents
{
    // The accent's command, its combining mark, then pairs: plain letter, letter with the accent.
    private static readonly (char Command, char Mark, string Pairs)[] Table =
    [
        ('`', '\u0300', "aàAÀeèEÈiìIÌnǹNǸoòOÒuùUÙwẁWẀyỳYỲ"),
        ('\'', '\u0301', "aáAÁcćCĆeéEÉgǵGǴiíIÍkḱKḰlĺLĹmḿMḾnńNŃoóOÓpṕPṔrŕRŔsśSŚuúUÚwẃWẂyýYÝzźZŹæǽÆǼøǿØǾ"),
        ('^', '\u0302', "aâAÂcĉCĈeêEÊgĝGĜhĥHĤiîIÎjĵJĴoôOÔsŝSŜuûUÛwŵWŴyŷYŶzẑZẐ"),
        ('~', '\u0303', "aãAÃeẽEẼiĩIĨnñNÑoõOÕuũUŨvṽVṼyỹYỸ"),
        ('=', '\u0304', "aāAĀeēEĒgḡGḠiīIĪoōOŌuūUŪyȳYȲæǣÆǢ"),
        ('u', '\u0306', "aăAĂeĕEĔgğGĞiĭIĬoŏOŎuŭUŬ"),
        ('.', '\u0307', "aȧAȦbḃBḂcċCĊdḋDḊeėEĖfḟFḞgġGĠhḣHḢIİmṁMṀnṅNṄoȯOȮpṗPṖrṙRṘsṡSṠtṫTṪwẇWẆxẋXẊyẏYẎzżZŻ"),
        ('"', '\u0308', "aäAÄeëEËhḧHḦiïIÏoöOÖtẗuüUÜwẅWẄxẍXẌyÿYŸ"),
        ('r', '\u030A', "aåAÅuůUŮwẘyẙ"),
        ('H', '\u030B', "oőOŐuűUŰ"),
        ('v', '\u030C', "aǎAǍcčCČdďDĎeěEĚgǧGǦhȟHȞiǐIǏjǰkǩKǨlľLĽnňNŇoǒOǑrřRŘsšSŠtťTŤuǔUǓzžZŽ"),
        ('d', '\u0323', "aạAẠbḅBḄdḍDḌeẹEẸhḥHḤiịIỊkḳKḲlḷLḶmṃMṂnṇNṆoọOỌrṛRṚsṣSṢtṭTṬuụUỤvṿVṾwẉWẈyỵYỴzẓZẒ"),
        ('c', '\u0327', "cçCÇdḑDḐeȩEȨgģGĢhḩHḨkķKĶlļLĻnņNŅrŗRŖsşSŞtţTŢ"),
        ('k', '\u0328', "aąAĄeęEĘiįIĮoǫOǪuųUŲ"),
        ('b', '\u0331', "bḇBḆdḏDḎhẖkḵKḴlḻLḺnṉNṈrṟRṞtṯTṮzẕZẔ"),
    ];

    private static readonly FrozenDictionary<(char Command, char Letter), char> Composed = Table
        .SelectMany(row => row.Pairs.Chunk(2), (row, pair) => KeyValuePair.Create((row.Command, pair[0]), pair[1]))
        .ToFrozenDictionary();

    private static readonly FrozenDictionary<char, char> Marks = Table.ToFrozenDictionary(
        row => row.Command,
        row => row.Mark
    );

    /// <summary>Accents whose command is a letter, so that it needs a brace or a blank behind it: \c{c}, \v s.</summary>
    public static bool IsLetterCommand(ReadOnlySpan<char> name) =>
        name is ['u' or 'r' or 'H' or 'v' or 'd' or 'c' or 'k' or 'b'];

    public static bool IsSignCommand(char sign) => sign is '`' or '\'' or '^' or '~' or '=' or '.' or '"';

    /// <summary>The one letter that Unicode has for a letter with this accent, if it has one.</summary>
    public static bool TryCompose(char accent, char letter, out char composed) =>
        Composed.TryGetValue((accent, letter), out composed);

    /// <summary>The letter with its accent: as one letter where Unicode has it, else with a combining mark.</summary>
    public static string Put(char accent, char letter) =>
        TryCompose(accent, letter, out var composed) ? composed.ToString() : $"{letter}{Marks[accent]}";
}
