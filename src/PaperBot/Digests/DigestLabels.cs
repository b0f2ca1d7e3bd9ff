using System.Globalization;
using PaperBot.Skills.Digests;

namespace PaperBot.Digests;

/// <summary>Pure: what a digest itself says, in the language of its channel; English where a language is not among them.</summary>
/// <param name="Daily">The title of a day's digest; {0} is the day.</param>
/// <param name="Weekly">The same of a week's.</param>
/// <param name="Date">How a day is written; null: in English words.</param>
/// <param name="Late">{0} papers came after the post.</param>
/// <param name="MightCare">{0} are names.</param>
/// <param name="More">{0} is how many more names there are.</param>
/// <param name="Recap">{0} and {1} are the first and the last day.</param>
/// <param name="RecapCounts">{0} people voted, {1} papers were saved.</param>
/// <param name="RecapPaper">{0} is a title, {1} the team's votes, {2} how many saved it.</param>
/// <param name="Written">{0} are language models.</param>
internal sealed record DigestLabels(
    string Daily,
    string Weekly,
    string? Date,
    string Late,
    string MightCare,
    string More,
    string Code,
    string Before,
    string Recap,
    string RecapCounts,
    string RecapPaper,
    string Own,
    string Written,
    string Sample,
    string Summarize,
    string Compare,
    string Save,
    string Further
)
{
    private static readonly DigestLabels English = new(
        "Paper digest, {0}",
        "Paper digest of the week, {0}",
        null,
        "+{0} late papers came on the list after this was posted.",
        "{0} might care",
        "{0} more",
        "code",
        "discussed here before",
        "The team's week, {0} to {1}",
        "Voted: {0}. Saved: {1}.",
        "{0} (votes: {1}, saved: {2})",
        "The sentences are the abstracts' own, shortened by PaperBot's own engine.",
        "Sentences written by {0} were checked against the abstracts by PaperBot; the others are the abstracts' own.",
        "Sample papers come with PaperBot; they are not today's news.",
        "Summarize…",
        "Compare",
        "Save",
        "More"
    );

    private static readonly Dictionary<string, DigestLabels> Others = new()
    {
        ["German"] = new(
            "Paper-Digest, {0}",
            "Paper-Digest der Woche, {0}",
            "d'.'M'.'yyyy",
            "+{0} späte Papers kamen nach dem Beitrag auf die Liste.",
            "vielleicht etwas für {0}",
            "{0} weitere",
            "Code",
            "hier schon besprochen",
            "Die Woche des Teams, {0} bis {1}",
            "Abgestimmt: {0}. Gemerkt: {1}.",
            "{0} (Stimmen: {1}, gemerkt: {2})",
            "Die Sätze stammen aus den Abstracts, gekürzt von PaperBots eigener Maschine.",
            "Sätze von {0} hat PaperBot an den Abstracts geprüft; die anderen stammen aus den Abstracts.",
            "Beispiel-Papers gehören zu PaperBot; sie sind keine Neuigkeiten.",
            "Zusammenfassen…",
            "Vergleichen",
            "Merken",
            "Mehr"
        ),
        ["French"] = new(
            "Sélection d'articles, {0}",
            "Sélection d'articles de la semaine, {0}",
            "dd'/'MM'/'yyyy",
            "+{0} articles tardifs sont arrivés sur la liste après cette publication.",
            "peut intéresser {0}",
            "{0} autres",
            "code",
            "déjà discuté ici",
            "La semaine de l'équipe, du {0} au {1}",
            "Votants : {0}. Enregistrés : {1}.",
            "{0} (votes : {1}, enregistré : {2})",
            "Les phrases sont celles des résumés, raccourcies par le moteur de PaperBot.",
            "Les phrases de {0} ont été vérifiées avec les résumés par PaperBot ; les autres sont celles des résumés.",
            "Les articles d'exemple viennent avec PaperBot ; ce ne sont pas des nouveautés.",
            "Résumer…",
            "Comparer",
            "Enregistrer",
            "Plus"
        ),
        ["Spanish"] = new(
            "Selección de artículos, {0}",
            "Selección de artículos de la semana, {0}",
            "dd'/'MM'/'yyyy",
            "+{0} artículos tardíos llegaron a la lista después de publicarse esto.",
            "puede interesar a {0}",
            "{0} más",
            "código",
            "ya se habló de esto aquí",
            "La semana del equipo, del {0} al {1}",
            "Votaron: {0}. Guardados: {1}.",
            "{0} (votos: {1}, guardado: {2})",
            "Las frases son de los resúmenes, acortadas por el motor de PaperBot.",
            "PaperBot comprobó con los resúmenes las frases de {0}; las demás son de los resúmenes.",
            "Los artículos de muestra vienen con PaperBot; no son noticias de hoy.",
            "Resumir…",
            "Comparar",
            "Guardar",
            "Más"
        ),
        ["Japanese"] = new(
            "論文ダイジェスト {0}",
            "今週の論文ダイジェスト {0}",
            "yyyy'年'M'月'd'日'",
            "投稿後にリストへ{0}件の論文が追加されました（+{0}）。",
            "{0}さん向けかもしれません",
            "ほか{0}人",
            "コード",
            "ここで以前に話題になりました",
            "チームの一週間 {0}～{1}",
            "投票した人：{0}、保存：{1}。",
            "{0}（票：{1}、保存：{2}）",
            "文は要旨のもので、PaperBot自身のエンジンが短くしました。",
            "{0}が書いた文はPaperBotが要旨と照合しました。ほかは要旨のものです。",
            "サンプル論文はPaperBotに付属のもので、今日のニュースではありません。",
            "要約する…",
            "比較",
            "保存",
            "もっと見る"
        ),
        ["Chinese"] = new(
            "论文摘报 {0}",
            "本周论文摘报 {0}",
            "yyyy'年'M'月'd'日'",
            "发布后榜单又增加了{0}篇论文（+{0}）。",
            "{0}可能感兴趣",
            "另外{0}人",
            "代码",
            "之前在这里讨论过",
            "团队的一周 {0}至{1}",
            "投票人数：{0}，收藏：{1}。",
            "{0}（票：{1}，收藏：{2}）",
            "句子取自摘要，由PaperBot自带的引擎缩短。",
            "{0}写的句子已由PaperBot对照摘要核对；其余取自摘要。",
            "示例论文随PaperBot提供，不是今天的新闻。",
            "总结…",
            "比较",
            "收藏",
            "更多"
        ),
    };

    /// <summary>The languages that a digest speaks, by their English names.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["English", .. Others.Keys];

    public static DigestLabels Of(DigestSettings settings) => Others.GetValueOrDefault(settings.Language, English);

    public string Title(DateOnly day, bool weekly) => With(weekly ? Weekly : Daily, Day(day));

    public string Day(DateOnly day) => day.ToString(Date ?? "dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string With(string label, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, label, values);
}
