using System.Collections.Frozen;

namespace PaperBot.Skills.Grounding;

/// <summary>How much a word says: nothing, little (every abstract has it), or what it says.</summary>
internal static class WordWeights
{
    public const double Little = 0.3;
    public const double Full = 1;

    private static readonly FrozenSet<string> Small = (
        "a an the and or but nor so yet if then than as at by for from in into of off on onto out over per to under up upon via with "
        + "within without about above across after again against along among amongst around before behind below beside besides "
        + "between beyond down during except inside like near outside since through throughout till toward towards unlike until "
        + "i we you he she it they me us him her them my our ours your his its their theirs this that these those who whom whose "
        + "which what when where why how be am is are was were been being do does did done doing have has had having can could may "
        + "might must shall should will would not no never neither cannot all any both each either every few more most much other "
        + "others another own same some such too very also even ever just only quite rather well there here now thus hence "
        + "therefore however moreover furthermore additionally finally firstly secondly specifically particularly especially "
        + "namely while whereas although though because due whether once one ones two's itself themselves paper work article author "
        + "authors e.g i.e etc et al vs versus further still already often typically usually generally commonly first second third "
        + "able way ways thing things make makes made making take takes taken taking let lets get gets given give gives show shows "
        + "it's that's don't doesn't isn't aren't can't won't didn't wasn't weren't couldn't hasn't haven't n't yes called name named "
        + "instead together respectively less fewer up-to overall simply directly significantly substantially greatly considerably "
        + "dramatically highly effectively successfully easily fully largely roughly approximately nearly almost about least "
        + "contrast addition fact order means form terms based towards whose allow allows enable enables namely new novel "
        + "cent sota tldr tl dr overall i'm we're they're there's s t e g m d"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Everywhere = (
        "propose method show achieve result use outperform increase reduce evaluate study problem task dataset model performance "
        + "effective effectiveness efficient approach system algorithm data learn state art baseline compare comparison "
        + "extensive experiment experimental empirical empirically set different large high low good strong simple general "
        + "provide need help allow many improve create novel important previous real world application research researcher develop "
        + "development solution address aim goal focus process number type case example information feature function structure "
        + "various several multiple existing recent current common standard consider understand include contain significant "
        + "competitive promising capability ability potential work technique tool setting scenario practical practice "
        + "analysis insight framework level point step part value term kind base training deep neural machine artificial intelligence "
        + "know input output available code highlight discuss suggest indicate ensure involve lead notable notably summary traditional conventional time better enable additional extra further key overall"
    )
        .Split(' ')
        .Select(Synonyms.Key)
        .ToFrozenSet(StringComparer.Ordinal);

    public static double Of(Token token) =>
        token.Kind != TokenKind.Word || Small.Contains(token.Word) ? 0
        : token.Word.Length < 2 && !token.LooksLikeName ? 0
        : Everywhere.Contains(token.Stem) ? Little
        : Full;

    public static bool IsSmall(Token token) => Small.Contains(token.Word);
}
