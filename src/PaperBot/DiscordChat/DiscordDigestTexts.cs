namespace PaperBot.DiscordChat;

/// <summary>Pure: the texts of /digest and its options in other languages; see <see cref="DiscordTexts"/>.</summary>
internal static class DiscordDigestTexts
{
    private static readonly string[] Channel = ["kanal", "salon", "canal", "チャンネル", "频道"];

    /// <summary>As those of <see cref="DiscordTexts"/>.</summary>
    public static readonly IReadOnlyDictionary<string, (string[] Names, string[] Descriptions)> Texts = new Dictionary<
        string,
        (string[] Names, string[] Descriptions)
    >
    {
        ["digest"] = (
            ["digest", "digest", "resumen", "ダイジェスト", "简报"],
            [
                "Der tägliche Beitrag eines Kanals: einrichten, ansehen, anhalten.",
                "Le message quotidien d'un salon : le régler, le voir, l'arrêter.",
                "La publicación diaria de un canal: configurarla, verla, detenerla.",
                "チャンネルの毎日の投稿：設定、確認、停止。",
                "频道的每日推送：设置、查看、停止。",
            ]
        ),
        ["digest setup"] = (
            ["einrichten", "régler", "configurar", "設定", "设置"],
            [
                "Lässt jeden Tag Papers in einem Kanal posten oder ändert, wie; nur Genanntes wird geändert.",
                "Fait publier des articles dans un salon chaque jour, ou change comment ; seul le nommé change.",
                "Publica artículos en un canal cada día, o cambia cómo; solo cambia lo que se nombra.",
                "毎日チャンネルに論文を投稿します。変更時は指定した項目だけが変わります。",
                "每天在频道推送论文，或修改推送方式；只更改所指定的项。",
            ]
        ),
        ["digest setup time"] = (
            ["uhrzeit", "heure", "hora", "時刻", "时间"],
            [
                "Die Uhrzeit an Ort und Stelle: 9, 9:30, 21:15 oder 9pm.",
                "L'heure de l'horloge : 9, 9:30, 14h30 ou 9pm.",
                "La hora del reloj: 9, 9:30, 21:15 o 9pm.",
                "現地の時刻：9、9:30、21:15、9pm など。",
                "当地时间：9、9:30、21:15 或 9pm。",
            ]
        ),
        ["digest setup zone"] = (
            ["zeitzone", "fuseau", "zona", "タイムゾーン", "时区"],
            [
                "Wessen Uhr: eine Stadt, ein Land, ein Abstand wie UTC+5:30 oder ein Name wie Europe/Berlin.",
                "Quelle horloge : une ville, un pays, un écart comme UTC+5:30 ou un nom comme Europe/Paris.",
                "Qué reloj: una ciudad, un país, una diferencia como UTC+5:30 o un nombre como Europe/Madrid.",
                "どこの時計か：都市、国、UTC+5:30 のような時差、または Asia/Tokyo のような名前。",
                "以哪里的时钟为准：城市、国家、UTC+5:30 之类的时差，或 Asia/Shanghai 之类的名称。",
            ]
        ),
        ["digest setup channel"] = (
            Channel,
            [
                "Der Kanal, das Forum oder der Ankündigungskanal; ohne Angabe der, in dem gefragt wird.",
                "Le salon, le forum ou le salon d'annonces ; par défaut celui où l'on demande.",
                "El canal, el foro o el canal de anuncios; si falta, aquel donde se pregunta.",
                "チャンネル、フォーラム、またはアナウンスチャンネル。省略するとこのチャンネル。",
                "频道、论坛或公告频道；省略则为当前频道。",
            ]
        ),
        ["digest setup papers"] = (
            ["papers", "articles", "artículos", "論文数", "论文数"],
            [
                "Wie viele Papers höchstens.",
                "Combien d'articles au plus.",
                "Cuántos artículos como máximo.",
                "論文の最大件数。",
                "最多多少篇论文。",
            ]
        ),
        ["digest setup topics"] = (
            ["themen", "sujets", "temas", "テーマ", "主题"],
            [
                "Nur Papers zu einem davon, mit Kommas dazwischen; any: egal worüber.",
                "Seulement les articles sur l'un d'eux, séparés par des virgules ; any : tous les sujets.",
                "Solo artículos sobre uno de ellos, separados por comas; any: sobre cualquier cosa.",
                "いずれかのテーマの論文だけ（カンマ区切り）。any：すべて。",
                "只看其中任一主题的论文，用逗号分隔；any：不限主题。",
            ]
        ),
        ["digest setup authors"] = (
            ["autoren", "auteurs", "autores", "著者", "作者"],
            [
                "Nur Papers von jemandem davon, mit Kommas dazwischen; any: egal von wem.",
                "Seulement les articles de l'un d'eux, séparés par des virgules ; any : de n'importe qui.",
                "Solo artículos de uno de ellos, separados por comas; any: de cualquiera.",
                "いずれかの著者の論文だけ（カンマ区切り）。any：だれでも。",
                "只看其中任一作者的论文，用逗号分隔；any：不限作者。",
            ]
        ),
        ["digest setup votes"] = (
            ["stimmen", "votes", "votos", "票数", "票数"],
            [
                "Nur Papers mit mindestens so vielen Stimmen; 0: alle.",
                "Seulement les articles avec au moins autant de votes ; 0 : tous.",
                "Solo artículos con al menos tantos votos; 0: todos.",
                "この票数以上の論文だけ。0：すべて。",
                "只看票数不少于此的论文；0：不限。",
            ]
        ),
        ["digest setup code"] = (
            ["code", "code", "código", "コード", "代码"],
            [
                "Nur Papers mit Code?",
                "Seulement les articles avec du code ?",
                "¿Solo artículos con código?",
                "コードのある論文だけ？",
                "只看附有代码的论文？",
            ]
        ),
        ["digest setup sources"] = (
            ["quellen", "sources", "fuentes", "情報源", "来源"],
            [
                "Wessen Listen zählen.",
                "De qui les listes comptent.",
                "De quién cuentan las listas.",
                "どのリストを使うか。",
                "采用哪些榜单。",
            ]
        ),
        ["digest setup mode"] = (
            ["art", "mode", "modo", "方式", "方式"],
            [
                "settled: die vollständige Liste von gestern. early: die heutige bis jetzt, Späteres kommt dazu.",
                "settled : la liste complète d'hier. early : celle du jour, la suite est ajoutée plus tard.",
                "settled: la lista completa de ayer. early: la de hoy hasta ahora; lo tardío se añade después.",
                "settled：昨日の確定リスト。early：今日のこれまでのリスト（遅れた分は後で追加）。",
                "settled：昨天的完整榜单。early：今天到目前为止的榜单，晚到的稍后补上。",
            ]
        ),
        ["digest setup language"] = (
            ["sprache", "langue", "idioma", "言語", "语言"],
            [
                "Die Sprache von Titeln und Knöpfen; die Sätze der Papers bleiben englisch. mine: die eigene.",
                "La langue des titres et boutons ; les phrases des articles restent en anglais. mine : la vôtre.",
                "El idioma de títulos y botones; las frases de los artículos siguen en inglés. mine: el suyo.",
                "タイトルとボタンの言語。論文の文は英語のままです。mine：自分の言語。",
                "标题和按钮的语言；论文的句子仍为英文。mine：您自己的语言。",
            ]
        ),
        ["digest setup quiet"] = (
            ["leise", "discret", "silencioso", "通知なし", "静音"],
            [
                "Ohne Benachrichtigung auf den Geräten?",
                "Sans notification sur les appareils ?",
                "¿Sin notificación en los dispositivos?",
                "端末に通知しない？",
                "不向设备发送通知？",
            ]
        ),
        ["digest setup days"] = (
            ["tage", "jours", "días", "曜日", "星期"],
            [
                "Wochentage: mon-fri, all, weekends oder mon,wed.",
                "Jours de la semaine : mon-fri, all, weekends ou mon,wed.",
                "Días de la semana: mon-fri, all, weekends o mon,wed.",
                "曜日：mon-fri、all、weekends、mon,wed など。",
                "星期几：mon-fri、all、weekends 或 mon,wed。",
            ]
        ),
        ["digest setup every"] = (
            ["jede", "chaque", "cada", "間隔", "间隔"],
            [
                "Die Papers jedes Tages, oder einmal in der Woche die der Woche.",
                "Les articles de chaque jour, ou une fois par semaine ceux de la semaine.",
                "Los artículos de cada día, o una vez por semana los de la semana.",
                "毎日の論文、または週1回その週の論文。",
                "每天的论文，或每周一次、当周的论文。",
            ]
        ),
        ["digest setup thread"] = (
            ["thread", "fil", "hilo", "スレッド", "讨论串"],
            [
                "Mit einem Thread unter der Nachricht, um darüber zu reden?",
                "Avec un fil sous le message pour en parler ?",
                "¿Con un hilo bajo el mensaje para hablar de ello?",
                "投稿の下に話し合うスレッドを付ける？",
                "在消息下附一个讨论串？",
            ]
        ),
        ["digest setup recap"] = (
            ["rückblick", "bilan", "balance", "週のまとめ", "周回顾"],
            [
                "Einmal in der Woche mit der Woche des Teams: seine Stimmen und was es gemerkt hat?",
                "Une fois par semaine avec la semaine de l'équipe : ses votes et ce qu'elle a gardé ?",
                "¿Una vez por semana con la semana del equipo: sus votos y lo que guardó?",
                "週1回、チームの1週間（投票と保存）も載せる？",
                "每周一次附上团队的一周：投票与收藏？",
            ]
        ),
        ["digest show"] = (
            ["zeigen", "montrer", "mostrar", "表示", "查看"],
            [
                "Wie die Digests dieses Servers eingerichtet sind, oder der eines Kanals genau.",
                "Comment les digests de ce serveur sont réglés, ou celui d'un salon en détail.",
                "Cómo están configurados los resúmenes de este servidor, o el de un canal en detalle.",
                "このサーバーのダイジェストの設定、または1つのチャンネルの詳細。",
                "本服务器各简报的设置，或某个频道的详细设置。",
            ]
        ),
        ["digest show channel"] = (
            Channel,
            [
                "Der Kanal, dessen Digest gezeigt wird; ohne Angabe alle dieses Servers.",
                "Le salon dont on montre le digest ; par défaut tous ceux de ce serveur.",
                "El canal cuyo resumen se muestra; si falta, todos los de este servidor.",
                "表示するチャンネル。省略するとこのサーバーのすべて。",
                "要查看的频道；省略则为本服务器全部。",
            ]
        ),
        ["digest preview"] = (
            ["vorschau", "aperçu", "vista", "プレビュー", "预览"],
            [
                "Was ein Digest jetzt posten würde, nur für dich, und wann die nächsten fünf kommen.",
                "Ce qu'un digest publierait maintenant, pour vous seul, et quand viennent les cinq prochains.",
                "Lo que un resumen publicaría ahora, solo para usted, y cuándo llegan los cinco siguientes.",
                "今投稿される内容（自分だけに表示）と、次の5回の時刻。",
                "现在会推送什么（仅您可见），以及接下来五次的时间。",
            ]
        ),
        ["digest preview channel"] = (
            Channel,
            [
                "Der Kanal, dessen Digest gezeigt wird; ohne Angabe der, in dem gefragt wird.",
                "Le salon dont on veut l'aperçu ; par défaut celui où l'on demande.",
                "El canal cuyo resumen se prevé; si falta, aquel donde se pregunta.",
                "プレビューするチャンネル。省略するとこのチャンネル。",
                "要预览的频道；省略则为当前频道。",
            ]
        ),
        ["digest status"] = (
            ["zustand", "état", "estado", "状態", "状态"],
            [
                "Ob ein Digest läuft: letzter und nächster Beitrag, die Quellen und was zuletzt schiefging.",
                "Si un digest marche : dernier et prochain message, les sources, la dernière erreur.",
                "Si un resumen funciona: última y próxima publicación, las fuentes y el último error.",
                "動作状況：前回と次回の投稿、情報源、最後のエラー。",
                "简报是否正常：上次与下次推送、来源及最近的错误。",
            ]
        ),
        ["digest status channel"] = (
            Channel,
            [
                "Der Kanal, dessen Digest geprüft wird; ohne Angabe der, in dem gefragt wird.",
                "Le salon dont on vérifie le digest ; par défaut celui où l'on demande.",
                "El canal cuyo resumen se comprueba; si falta, aquel donde se pregunta.",
                "確認するチャンネル。省略するとこのチャンネル。",
                "要检查的频道；省略则为当前频道。",
            ]
        ),
        ["digest pause"] = (
            ["pause", "pause", "pausar", "一時停止", "暂停"],
            [
                "Hält einen Digest für eine Weile an; seine Einstellungen bleiben.",
                "Arrête un digest pour un temps ; ses réglages restent.",
                "Detiene un resumen por un tiempo; su configuración queda.",
                "ダイジェストを一時停止します。設定は残ります。",
                "暂停一段时间；设置保留。",
            ]
        ),
        ["digest pause channel"] = (
            Channel,
            [
                "Der Kanal, dessen Digest angehalten wird; ohne Angabe der, in dem gefragt wird.",
                "Le salon dont on arrête le digest ; par défaut celui où l'on demande.",
                "El canal cuyo resumen se detiene; si falta, aquel donde se pregunta.",
                "一時停止するチャンネル。省略するとこのチャンネル。",
                "要暂停的频道；省略则为当前频道。",
            ]
        ),
        ["digest resume"] = (
            ["fortsetzen", "reprendre", "reanudar", "再開", "恢复"],
            [
                "Lässt einen angehaltenen Digest weiterlaufen.",
                "Fait reprendre un digest arrêté.",
                "Reanuda un resumen detenido.",
                "一時停止したダイジェストを再開します。",
                "恢复已暂停的简报。",
            ]
        ),
        ["digest resume channel"] = (
            Channel,
            [
                "Der Kanal, dessen Digest weiterläuft; ohne Angabe der, in dem gefragt wird.",
                "Le salon dont le digest reprend ; par défaut celui où l'on demande.",
                "El canal cuyo resumen se reanuda; si falta, aquel donde se pregunta.",
                "再開するチャンネル。省略するとこのチャンネル。",
                "要恢复的频道；省略则为当前频道。",
            ]
        ),
        ["digest remove"] = (
            ["entfernen", "supprimer", "quitar", "削除", "删除"],
            [
                "Beendet einen Digest für immer und vergisst seine Einstellungen; fragt vorher.",
                "Met fin à un digest pour de bon et oublie ses réglages ; demande d'abord.",
                "Termina un resumen para siempre y olvida su configuración; pregunta antes.",
                "ダイジェストを完全に終了し、設定を消します（確認あり）。",
                "永久结束简报并删除其设置；会先询问。",
            ]
        ),
        ["digest remove channel"] = (
            Channel,
            [
                "Der Kanal, dessen Digest entfernt wird; ohne Angabe der, in dem gefragt wird.",
                "Le salon dont on supprime le digest ; par défaut celui où l'on demande.",
                "El canal cuyo resumen se quita; si falta, aquel donde se pregunta.",
                "削除するチャンネル。省略するとこのチャンネル。",
                "要删除的频道；省略则为当前频道。",
            ]
        ),
        ["digest remove confirm"] = (
            ["sicher", "confirmer", "confirmar", "確認", "确认"],
            [
                "yes: ohne Rückfrage.",
                "yes : sans être interrogé.",
                "yes: sin preguntar.",
                "yes：確認なしで削除。",
                "yes：不再询问。",
            ]
        ),
    };
}
