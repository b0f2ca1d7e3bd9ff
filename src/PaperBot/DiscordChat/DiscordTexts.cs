namespace PaperBot.DiscordChat;

/// <summary>
/// Pure: the names and descriptions of commands and options in other languages than English. Locales:
/// https://discord.com/developers/docs/reference#locales; es-419 falls back to es-ES by itself, and zh-TW
/// readers are close enough to be served too.
/// </summary>
internal static class DiscordTexts
{
    // In the order of the texts below.
    private static readonly string[][] Locales =
    [
        ["de"],
        ["fr"],
        ["es-ES"],
        ["ja"],
        ["zh-CN", "zh-TW"],
    ];

    // command or "command option": names, then descriptions, each in the order of Locales. A test compares the keys with
    // the commands.
    private static readonly Dictionary<string, (string[] Names, string[] Descriptions)> Texts = new()
    {
        ["trending"] = (
            ["trends", "tendances", "tendencias", "トレンド", "热门"],
            [
                "Die Papers, die gerade angesehen werden, und warum jedes da steht.",
                "Les articles qu'on regarde en ce moment, et pourquoi chacun est à sa place.",
                "Los artículos que se miran ahora y por qué cada uno está donde está.",
                "いま注目されている論文と、その順位の理由。",
                "当前受关注的论文，以及各自排名的原因。",
            ]
        ),
        ["trending period"] = (
            ["zeitraum", "période", "periodo", "期間", "时段"],
            [
                "Die neueste Liste oder die Listen der letzten Woche oder des letzten Monats.",
                "La liste la plus récente, ou celles de la dernière semaine ou du dernier mois.",
                "La lista más reciente, o las de la última semana o del último mes.",
                "最新のリスト、または直近1週間・1か月のリスト。",
                "最新榜单，或最近一周、一个月的榜单。",
            ]
        ),
        ["trending count"] = (
            ["anzahl", "nombre", "cantidad", "件数", "数量"],
            ["Wie viele Papers.", "Combien d'articles.", "Cuántos artículos.", "論文の件数。", "论文数量。"]
        ),
        ["trending topic"] = (
            ["thema", "sujet", "tema", "テーマ", "主题"],
            [
                "Nur Papers mit diesen Wörtern.",
                "Seulement les articles avec ces mots.",
                "Solo artículos con estas palabras.",
                "これらの語を含む論文だけ。",
                "只看含有这些词的论文。",
            ]
        ),
        ["trends"] = (
            ["verlauf", "évolution", "evolución", "推移", "走势"],
            [
                "Wie viele Papers eines Themas in jeder Woche kamen und welche Stimmen sie haben, als Bild.",
                "Combien d'articles d'un sujet sont parus chaque semaine et leurs votes, en image.",
                "Cuántos artículos de un tema llegaron cada semana y qué votos tienen, en una imagen.",
                "テーマの論文数と投票数の週ごとの推移を図で示します。",
                "某主题每周有多少论文、得了多少票，以图显示。",
            ]
        ),
        ["trends topic"] = (
            ["thema", "sujet", "tema", "テーマ", "主题"],
            [
                "Ein Thema, oder bis zu drei mit Kommas dazwischen.",
                "Un sujet, ou jusqu'à trois séparés par des virgules.",
                "Un tema, o hasta tres separados por comas.",
                "テーマを1つ、またはコンマ区切りで3つまで。",
                "一个主题，或最多三个，用逗号隔开。",
            ]
        ),
        ["trends weeks"] = (
            ["wochen", "semaines", "semanas", "週", "周数"],
            [
                "Wie viele Wochen zurück.",
                "Combien de semaines en arrière.",
                "Cuántas semanas atrás.",
                "何週間さかのぼるか。",
                "往回看多少周。",
            ]
        ),
        ["trends look"] = (
            ["aussehen", "aspect", "aspecto", "外観", "外观"],
            [
                "Ob das Bild dunkel oder hell ist.",
                "Si l'image est sombre ou claire.",
                "Si la imagen es oscura o clara.",
                "図を暗くするか明るくするか。",
                "图片用深色还是浅色。",
            ]
        ),
        ["summarize"] = (
            ["zusammenfassen", "résumer", "resumir", "要約", "摘要"],
            [
                "Was ein Paper getan und gefunden hat, jeder Satz aus seinem Abstract.",
                "Ce qu'un article a fait et trouvé, chaque phrase tirée de son résumé.",
                "Lo que un artículo hizo y halló, cada frase de su resumen.",
                "論文が行ったことと結果。すべての文は要旨から。",
                "论文做了什么、发现了什么，每句话都来自其摘要。",
            ]
        ),
        ["compare"] = (
            ["vergleichen", "comparer", "comparar", "比較", "比较"],
            [
                "Zwei bis vier Papers nebeneinander: Problem, Methode, Daten, Ergebnisse.",
                "Deux à quatre articles côte à côte : problème, méthode, données, résultats.",
                "De dos a cuatro artículos lado a lado: problema, método, datos, resultados.",
                "2～4本の論文を並べて比較：課題、手法、データ、結果。",
                "两到四篇论文并排：问题、方法、数据、结果。",
            ]
        ),
        ["ask"] = (
            ["fragen", "demander", "preguntar", "質問", "提问"],
            [
                "Antwortet mit Sätzen aus den Abstracts der Bibliothek, oder sagt, dass sie es nicht weiß.",
                "Répond par des phrases des résumés de la bibliothèque, ou dit qu'elle ne sait pas.",
                "Responde con frases de los resúmenes de la biblioteca, o dice que no lo sabe.",
                "ライブラリの要旨の文で答えます。分からなければそう言います。",
                "用文库摘要中的句子回答；不知道时如实说明。",
            ]
        ),
        ["ask question"] = (
            ["frage", "question", "pregunta", "質問", "问题"],
            [
                "Die Frage, auf Englisch wie die Abstracts.",
                "La question, en anglais comme les résumés.",
                "La pregunta, en inglés como los resúmenes.",
                "質問（要旨と同じ英語で）。",
                "问题，请用英文，与摘要一致。",
            ]
        ),
        ["search"] = (
            ["suchen", "chercher", "buscar", "検索", "搜索"],
            [
                "Papers, deren Titel, Abstract oder Autoren diese Wörter enthalten.",
                "Les articles dont le titre, le résumé ou les auteurs contiennent ces mots.",
                "Artículos cuyo título, resumen o autores contienen estas palabras.",
                "題名・要旨・著者にこれらの語を含む論文。",
                "标题、摘要或作者中含有这些词的论文。",
            ]
        ),
        ["related"] = (
            ["verwandt", "proches", "relacionados", "関連", "相关"],
            [
                "Die Papers, die einem am nächsten stehen, und was sie mit ihm teilen.",
                "Les articles les plus proches d'un autre, et ce qu'ils partagent.",
                "Los artículos más cercanos a otro y lo que comparten con él.",
                "ある論文に最も近い論文と、その共通点。",
                "与某篇论文最接近的论文，以及它们的共同点。",
            ]
        ),
        ["paper"] = (
            ["paper", "article", "artículo", "論文", "论文"],
            [
                "Alles, was die Bibliothek über ein Paper weiß, mit seinem Abstract.",
                "Tout ce que la bibliothèque sait d'un article, avec son résumé.",
                "Todo lo que la biblioteca sabe de un artículo, con su resumen.",
                "ライブラリにある論文の全情報と要旨。",
                "文库中关于一篇论文的全部信息及其摘要。",
            ]
        ),
        ["edition"] = (
            ["ausgabe", "édition", "edición", "今日の号", "日报"],
            [
                "Der tägliche Beitrag eines Tages, noch einmal.",
                "Le message quotidien d'un jour, encore une fois.",
                "La publicación diaria de un día, otra vez.",
                "ある日の定期投稿をもう一度。",
                "再看一次某天的每日推送。",
            ]
        ),
        ["edition day"] = (
            ["tag", "jour", "día", "日付", "日期"],
            [
                "Ein Tag wie 2026-01-05; ohne Angabe der neueste.",
                "Un jour comme 2026-01-05 ; par défaut le plus récent.",
                "Un día como 2026-01-05; si falta, el más reciente.",
                "2026-01-05 のような日付。省略すると最新。",
                "日期，如 2026-01-05；省略则为最新。",
            ]
        ),
        ["evidence"] = (
            ["belege", "preuves", "evidencia", "根拠", "依据"],
            [
                "Auf welchen Sätzen des Abstracts jeder Satz einer Antwort beruht.",
                "Sur quelles phrases du résumé repose chaque phrase d'une réponse.",
                "En qué frases del resumen se apoya cada frase de una respuesta.",
                "回答の各文が要旨のどの文に基づくか。",
                "回答中每句话依据摘要的哪些句子。",
            ]
        ),
        ["evidence answer"] = (
            ["antwort", "réponse", "respuesta", "回答", "回答"],
            [
                "Die Nummer im Kleingedruckten einer Antwort oder die arXiv-Nummer ihres Papers.",
                "Le numéro dans les petits caractères d'une réponse, ou le numéro arXiv de son article.",
                "El número en la letra pequeña de una respuesta, o el número de arXiv de su artículo.",
                "回答の注記にある番号、または論文のarXiv番号。",
                "回答附注中的编号，或其论文的 arXiv 编号。",
            ]
        ),
        ["mistake"] = (
            ["fehler", "erreur", "error", "誤り", "报错"],
            [
                "Meldet eine Antwort als falsch: Sie wird zurückgezogen, PaperBots eigene tritt an ihre Stelle.",
                "Signale une réponse fausse : elle est retirée, et le moteur de PaperBot répond à sa place.",
                "Señala una respuesta errónea: se retira, y el motor propio de PaperBot responde en su lugar.",
                "回答の誤りを報告します。その回答は取り下げられ、PaperBot自身のエンジンが代わりに答えます。",
                "报告回答有误：该回答将被撤回，改由 PaperBot 自带引擎作答。",
            ]
        ),
        ["mistake answer"] = (
            ["antwort", "réponse", "respuesta", "回答", "回答"],
            [
                "Die Nummer im Kleingedruckten einer Antwort oder die arXiv-Nummer ihres Papers.",
                "Le numéro dans les petits caractères d'une réponse, ou le numéro arXiv de son article.",
                "El número en la letra pequeña de una respuesta, o el número de arXiv de su artículo.",
                "回答の注記にある番号、または論文のarXiv番号。",
                "回答附注中的编号，或其论文的 arXiv 编号。",
            ]
        ),
        ["usage"] = (
            ["verbrauch", "consommation", "consumo", "使用量", "用量"],
            [
                "Was das Sprachmodell diesen Monat verbraucht hat und was vom Budget übrig ist.",
                "Ce que le modèle de langue a consommé ce mois-ci, et ce qui reste du budget.",
                "Lo que el modelo de lenguaje ha consumido este mes y lo que queda del presupuesto.",
                "今月の言語モデルの使用量と予算の残り。",
                "本月语言模型的用量与预算余额。",
            ]
        ),
        ["summarize style"] = (
            ["stil", "style", "estilo", "形式", "形式"],
            [
                "structured; tldr: ein Satz; bullets: drei Punkte; plain: für Leser aus anderen Fächern.",
                "structured ; tldr : une phrase ; bullets : trois points ; plain : pour les non-spécialistes.",
                "structured; tldr: una frase; bullets: tres puntos; plain: para lectores de otro campo.",
                "structured。tldr：1文。bullets：3項目。plain：他分野の読者向け。",
                "structured；tldr：一句话；bullets：三个要点；plain：面向其他领域的读者。",
            ]
        ),
        ["summarize language"] = (
            ["sprache", "langue", "idioma", "言語", "语言"],
            [
                "Die Sprache der Antwort, wo ein Sprachmodell sie schreibt; mine: die eigene.",
                "La langue de la réponse, là où un modèle de langue l'écrit ; mine : la vôtre.",
                "El idioma de la respuesta, donde la escribe un modelo de lenguaje; mine: el suyo.",
                "回答の言語（言語モデルが書く場合）。mine：自分の言語。",
                "回答的语言（由语言模型撰写时）；mine：您自己的语言。",
            ]
        ),
        ["help"] = (
            ["hilfe", "aide", "ayuda", "ヘルプ", "帮助"],
            [
                "Alle Befehle, oder einer mit seinen Optionen und einem Beispiel.",
                "Toutes les commandes, ou une seule avec ses options et un exemple.",
                "Todos los comandos, o uno con sus opciones y un ejemplo.",
                "すべてのコマンド、または1つの詳細と例。",
                "所有命令，或某一命令的选项与示例。",
            ]
        ),
        ["help command"] = (
            ["befehl", "commande", "comando", "コマンド", "命令"],
            [
                "Der Befehl, der erklärt werden soll, ohne Schrägstrich.",
                "La commande à expliquer, sans sa barre oblique.",
                "El comando que se explica, sin la barra.",
                "説明するコマンド（スラッシュなし）。",
                "要说明的命令，不带斜杠。",
            ]
        ),
        ["search words"] = (
            ["wörter", "mots", "palabras", "語", "词语"],
            [
                "Wonach gesucht wird; \"eine Wendung\" in Anführungszeichen wird gesucht, wie sie dasteht.",
                "Ce qu'on cherche ; \"une expression\" entre guillemets est cherchée telle quelle.",
                "Lo que se busca; \"una frase\" entre comillas se busca tal cual.",
                "検索する語。\"引用符\"で囲むとそのままの語句で検索。",
                "要查找的词；用\"引号\"括起的短语按原样查找。",
            ]
        ),
        ["summarize paper"] = (
            ["paper", "article", "artículo", "論文", "论文"],
            [
                "Titel oder ein Teil davon, eine arXiv-Nummer oder ein Link.",
                "Un titre ou une partie, un numéro arXiv ou un lien.",
                "Un título o parte de él, un número de arXiv o un enlace.",
                "題名かその一部、arXiv番号、またはリンク。",
                "标题或其中一部分、arXiv 编号或链接。",
            ]
        ),
        ["related paper"] = (
            ["paper", "article", "artículo", "論文", "论文"],
            [
                "Titel oder ein Teil davon, eine arXiv-Nummer oder ein Link.",
                "Un titre ou une partie, un numéro arXiv ou un lien.",
                "Un título o parte de él, un número de arXiv o un enlace.",
                "題名かその一部、arXiv番号、またはリンク。",
                "标题或其中一部分、arXiv 编号或链接。",
            ]
        ),
        ["related by"] = (
            ["nach", "par", "por", "観点", "方面"],
            [
                "problem: dasselbe Problem; method: dasselbe Problem, andere Methode; result: ähnliche Ergebnisse.",
                "problem : même problème ; method : même problème, autre méthode ; result : résultats proches.",
                "problem: el mismo problema; method: mismo problema, otro método; result: resultados parecidos.",
                "problem：同じ問題。method：同じ問題、別の手法。result：似た結果。",
                "problem：同一问题；method：同一问题、不同方法；result：相近的结果。",
            ]
        ),
        ["paper paper"] = (
            ["paper", "article", "artículo", "論文", "论文"],
            [
                "Titel oder ein Teil davon, eine arXiv-Nummer oder ein Link.",
                "Un titre ou une partie, un numéro arXiv ou un lien.",
                "Un título o parte de él, un número de arXiv o un enlace.",
                "題名かその一部、arXiv番号、またはリンク。",
                "标题或其中一部分、arXiv 编号或链接。",
            ]
        ),
        ["compare a"] = (
            ["a", "a", "a", "a", "a"],
            [
                "Titel oder ein Teil davon, eine arXiv-Nummer oder ein Link.",
                "Un titre ou une partie, un numéro arXiv ou un lien.",
                "Un título o parte de él, un número de arXiv o un enlace.",
                "題名かその一部、arXiv番号、またはリンク。",
                "标题或其中一部分、arXiv 编号或链接。",
            ]
        ),
        ["compare b"] = (
            ["b", "b", "b", "b", "b"],
            [
                "Titel oder ein Teil davon, eine arXiv-Nummer oder ein Link.",
                "Un titre ou une partie, un numéro arXiv ou un lien.",
                "Un título o parte de él, un número de arXiv o un enlace.",
                "題名かその一部、arXiv番号、またはリンク。",
                "标题或其中一部分、arXiv 编号或链接。",
            ]
        ),
        ["compare c"] = (
            ["c", "c", "c", "c", "c"],
            [
                "Ein drittes Paper, wenn gewünscht: Titel oder ein Teil davon, eine arXiv-Nummer oder ein Link.",
                "Un troisième article, au besoin : un titre ou une partie, un numéro arXiv ou un lien.",
                "Un tercer artículo, si se quiere: un título o parte de él, un número de arXiv o un enlace.",
                "3本目の論文（任意）：題名かその一部、arXiv番号、またはリンク。",
                "第三篇论文（可选）：标题或其中一部分、arXiv 编号或链接。",
            ]
        ),
        ["compare d"] = (
            ["d", "d", "d", "d", "d"],
            [
                "Ein viertes Paper, wenn gewünscht: Titel oder ein Teil davon, eine arXiv-Nummer oder ein Link.",
                "Un quatrième article, au besoin : un titre ou une partie, un numéro arXiv ou un lien.",
                "Un cuarto artículo, si se quiere: un título o parte de él, un número de arXiv o un enlace.",
                "4本目の論文（任意）：題名かその一部、arXiv番号、またはリンク。",
                "第四篇论文（可选）：标题或其中一部分、arXiv 编号或链接。",
            ]
        ),
        ["changes"] = (
            ["änderungen", "changements", "cambios", "変更点", "变更"],
            [
                "Was sich zwischen den letzten zwei bekannten Fassungen eines Papers geändert hat, Wort für Wort.",
                "Ce qui a changé entre les deux dernières versions connues d'un article, mot à mot.",
                "Lo que cambió entre las dos últimas versiones conocidas de un artículo, palabra por palabra.",
                "論文の最新2版の違いを単語単位で。",
                "某篇论文已知最近两个版本之间的逐词变化。",
            ]
        ),
        ["changes paper"] = (
            ["paper", "article", "artículo", "論文", "论文"],
            [
                "Titel oder ein Teil davon, eine arXiv-Nummer oder ein Link.",
                "Un titre ou une partie, un numéro arXiv ou un lien.",
                "Un título o parte de él, un número de arXiv o un enlace.",
                "題名かその一部、arXiv番号、またはリンク。",
                "标题或其中一部分、arXiv 编号或链接。",
            ]
        ),
        ["already"] = (
            ["schon", "déjà", "ya", "既出", "已出现"],
            [
                "Wo auf diesem Server ein Paper schon gezeigt wurde, mit Links.",
                "Où un article a déjà été montré sur ce serveur, avec des liens.",
                "Dónde se mostró ya un artículo en este servidor, con enlaces.",
                "このサーバーで論文が以前に表示された場所（リンク付き）。",
                "某篇论文以前在本服务器何处出现过，附链接。",
            ]
        ),
        ["already paper"] = (
            ["paper", "article", "artículo", "論文", "论文"],
            [
                "Titel oder ein Teil davon, eine arXiv-Nummer oder ein Link.",
                "Un titre ou une partie, un numéro arXiv ou un lien.",
                "Un título o parte de él, un número de arXiv o un enlace.",
                "題名かその一部、arXiv番号、またはリンク。",
                "标题或其中一部分、arXiv 编号或链接。",
            ]
        ),
        ["Summarize papers in this message"] = (
            [
                "Papers in dieser Nachricht",
                "Résumer les articles du message",
                "Resumir artículos del mensaje",
                "メッセージ内の論文を要約",
                "总结此消息中的论文",
            ],
            []
        ),
        ["trending by"] = (
            ["nach", "par", "por", "基準", "依据"],
            [
                "hub: die Stimmen aller; team: die Stimmen und gemerkten Papers dieses Servers.",
                "hub : les votes de tous ; team : les votes et articles gardés de ce serveur.",
                "hub: los votos de todos; team: los votos y artículos guardados de este servidor.",
                "hub：全員の投票。team：このサーバーの投票と保存。",
                "hub：所有人的投票；team：本服务器的投票与收藏。",
            ]
        ),
        ["follow"] = (
            ["folgen", "suivre", "seguir", "フォロー", "关注"],
            [
                "Von neuen Papers zu einem Thema, von jemandem oder von neuen Fassungen eines Papers erfahren.",
                "Être informé des articles sur un sujet, d'un auteur, ou des nouvelles versions d'un article.",
                "Enterarse de artículos sobre un tema, de un autor o de nuevas versiones de un artículo.",
                "テーマ・著者の新しい論文や、論文の新しい版を知らせます。",
                "了解某主题或某作者的新论文，或某论文的新版本。",
            ]
        ),
        ["follow topic"] = (
            ["thema", "sujet", "tema", "テーマ", "主题"],
            [
                "Von Papers erfahren, die all diese Wörter in Titel, Abstract oder Schlagwörtern haben.",
                "Être informé des articles qui ont tous ces mots dans le titre, le résumé ou les mots-clés.",
                "Enterarse de artículos con todas estas palabras en título, resumen o palabras clave.",
                "題名・要旨・キーワードにこれらの語をすべて含む論文を知らせます。",
                "了解标题、摘要或关键词中含有所有这些词的论文。",
            ]
        ),
        ["follow topic topic"] = (
            ["thema", "sujet", "tema", "テーマ", "主题"],
            [
                "Wörter wie graph networks oder eine Kategorie wie cs.CL.",
                "Des mots comme graph networks, ou une catégorie comme cs.CL.",
                "Palabras como graph networks, o una categoría como cs.CL.",
                "graph networks のような語、または cs.CL のような分類。",
                "如 graph networks 的词语，或如 cs.CL 的类别。",
            ]
        ),
        ["follow topic tell"] = (
            ["hinweis", "avis", "aviso", "通知", "通知"],
            [
                "none: hier im Digest genannt; mention: dort gerufen; note: private Nachricht; both: beides.",
                "none : nommé dans les résumés d'ici ; mention : appelé ; note : message privé ; both : les deux.",
                "none: nombrado en los resúmenes de aquí; mention: llamado; note: mensaje privado; both: ambos.",
                "none：ここのダイジェストに名前。mention：メンション。note：個人メッセージ。both：両方。",
                "none：在本服务器摘要中显示名字；mention：提及；note：私信；both：两者。",
            ]
        ),
        ["follow author"] = (
            ["autor", "auteur", "autor", "著者", "作者"],
            [
                "Von Papers einer Person erfahren; Initialen und zweite Vornamen dürfen fehlen.",
                "Être informé des articles de quelqu'un ; initiales et seconds prénoms peuvent manquer.",
                "Enterarse de artículos de alguien; pueden faltar iniciales y segundos nombres.",
                "ある人の論文を知らせます。イニシャルやミドルネームは省けます。",
                "了解某人的论文；可省略首字母和中间名。",
            ]
        ),
        ["follow author author"] = (
            ["autor", "auteur", "autor", "著者", "作者"],
            [
                "Ein Name wie Ada Example oder A. Example.",
                "Un nom comme Ada Example ou A. Example.",
                "Un nombre como Ada Example o A. Example.",
                "Ada Example や A. Example のような名前。",
                "如 Ada Example 或 A. Example 的姓名。",
            ]
        ),
        ["follow author tell"] = (
            ["hinweis", "avis", "aviso", "通知", "通知"],
            [
                "none: hier im Digest genannt; mention: dort gerufen; note: private Nachricht; both: beides.",
                "none : nommé dans les résumés d'ici ; mention : appelé ; note : message privé ; both : les deux.",
                "none: nombrado en los resúmenes de aquí; mention: llamado; note: mensaje privado; both: ambos.",
                "none：ここのダイジェストに名前。mention：メンション。note：個人メッセージ。both：両方。",
                "none：在本服务器摘要中显示名字；mention：提及；note：私信；both：两者。",
            ]
        ),
        ["follow paper"] = (
            ["paper", "article", "artículo", "論文", "论文"],
            [
                "Von neuen Fassungen eines Papers erfahren.",
                "Être informé des nouvelles versions d'un article.",
                "Enterarse de nuevas versiones de un artículo.",
                "論文の新しい版を知らせます。",
                "了解某篇论文的新版本。",
            ]
        ),
        ["follow paper paper"] = (
            ["paper", "article", "artículo", "論文", "论文"],
            [
                "Titel oder ein Teil davon, eine arXiv-Nummer oder ein Link.",
                "Un titre ou une partie, un numéro arXiv ou un lien.",
                "Un título o parte de él, un número de arXiv o un enlace.",
                "題名かその一部、arXiv番号、またはリンク。",
                "标题或其中一部分、arXiv 编号或链接。",
            ]
        ),
        ["follow paper tell"] = (
            ["hinweis", "avis", "aviso", "通知", "通知"],
            [
                "none: hier im Digest genannt; mention: dort gerufen; note: private Nachricht; both: beides.",
                "none : nommé dans les résumés d'ici ; mention : appelé ; note : message privé ; both : les deux.",
                "none: nombrado en los resúmenes de aquí; mention: llamado; note: mensaje privado; both: ambos.",
                "none：ここのダイジェストに名前。mention：メンション。note：個人メッセージ。both：両方。",
                "none：在本服务器摘要中显示名字；mention：提及；note：私信；both：两者。",
            ]
        ),
        ["following"] = (
            ["gefolgt", "suivis", "seguidos", "フォロー中", "关注列表"],
            [
                "Wem und was Sie folgen und wie Sie davon erfahren; hier lässt es sich beenden.",
                "Ce que vous suivez et comment vous en êtes informé ; on l'arrête ici.",
                "Lo que sigue y cómo se entera; aquí se puede dejar.",
                "フォローしているものと通知の方法。ここで止められます。",
                "您关注的内容及通知方式；可在此取消。",
            ]
        ),
        ["unfollow"] = (
            ["entfolgen", "ne-plus-suivre", "dejar-de-seguir", "フォロー解除", "取消关注"],
            [
                "Folgt etwas nicht mehr, oder allem.",
                "Arrête de suivre quelque chose, ou tout.",
                "Deja de seguir algo, o todo.",
                "フォローを1つ、またはすべてやめます。",
                "取消关注某项，或全部。",
            ]
        ),
        ["unfollow what"] = (
            ["was", "quoi", "qué", "対象", "对象"],
            [
                "Die Nummer oder der Name, wie /following sie zeigt, oder all.",
                "Le numéro ou le nom que montre /following, ou all.",
                "El número o el nombre que muestra /following, o all.",
                "/following に出る番号か名前、または all。",
                "/following 显示的编号或名称，或 all。",
            ]
        ),
        ["save"] = (
            ["merken", "garder", "guardar", "保存", "收藏"],
            [
                "Setzt ein Paper auf die eigene Leseliste.",
                "Met un article sur votre liste de lecture.",
                "Pone un artículo en su lista de lectura.",
                "論文を自分の読書リストに入れます。",
                "把论文加入您的阅读清单。",
            ]
        ),
        ["save paper"] = (
            ["paper", "article", "artículo", "論文", "论文"],
            [
                "Titel oder ein Teil davon, eine arXiv-Nummer oder ein Link.",
                "Un titre ou une partie, un numéro arXiv ou un lien.",
                "Un título o parte de él, un número de arXiv o un enlace.",
                "題名かその一部、arXiv番号、またはリンク。",
                "标题或其中一部分、arXiv 编号或链接。",
            ]
        ),
        ["saved"] = (
            ["gemerkt", "gardés", "guardados", "保存済み", "我的收藏"],
            [
                "Die eigene Leseliste, hier oder als Datei für BibTeX, Tabelle oder Notizen.",
                "Votre liste de lecture, ici ou en fichier pour BibTeX, tableur ou notes.",
                "Su lista de lectura, aquí o como archivo para BibTeX, hoja de cálculo o notas.",
                "自分の読書リスト。ここに表示、またはBibTeX・表・メモ用のファイル。",
                "您的阅读清单：在此显示，或导出为 BibTeX、表格、笔记文件。",
            ]
        ),
        ["saved format"] = (
            ["format", "format", "formato", "形式", "格式"],
            [
                "list: hier; sonst eine Datei.",
                "list : ici ; sinon un fichier.",
                "list: aquí; si no, un archivo.",
                "list：ここに表示。その他はファイル。",
                "list：在此显示；其他为文件。",
            ]
        ),
        ["unsave"] = (
            ["entmerken", "ne-plus-garder", "quitar", "保存解除", "取消收藏"],
            [
                "Nimmt ein Paper von der Leseliste.",
                "Retire un article de votre liste de lecture.",
                "Quita un artículo de su lista de lectura.",
                "論文を読書リストから外します。",
                "从阅读清单中移除论文。",
            ]
        ),
        ["unsave paper"] = (
            ["paper", "article", "artículo", "論文", "论文"],
            [
                "Titel oder ein Teil davon, eine arXiv-Nummer oder ein Link.",
                "Un titre ou une partie, un numéro arXiv ou un lien.",
                "Un título o parte de él, un número de arXiv o un enlace.",
                "題名かその一部、arXiv番号、またはリンク。",
                "标题或其中一部分、arXiv 编号或链接。",
            ]
        ),
        ["vote"] = (
            ["stimme", "voter", "votar", "投票", "投票"],
            [
                "Stimmt in diesem Server für ein Paper; noch einmal nimmt die Stimme zurück.",
                "Vote pour un article dans ce serveur ; une seconde fois retire le vote.",
                "Vota por un artículo en este servidor; otra vez retira el voto.",
                "このサーバーで論文に投票します。もう一度で取り消します。",
                "在本服务器为论文投票；再次投票则撤回。",
            ]
        ),
        ["vote paper"] = (
            ["paper", "article", "artículo", "論文", "论文"],
            [
                "Titel oder ein Teil davon, eine arXiv-Nummer oder ein Link.",
                "Un titre ou une partie, un numéro arXiv ou un lien.",
                "Un título o parte de él, un número de arXiv o un enlace.",
                "題名かその一部、arXiv番号、またはリンク。",
                "标题或其中一部分、arXiv 编号或链接。",
            ]
        ),
        ["privacy"] = (
            ["datenschutz", "confidentialité", "privacidad", "プライバシー", "隐私"],
            [
                "Was PaperBot über Sie speichert, wie lange, und was es nie liest.",
                "Ce que PaperBot garde sur vous, combien de temps, et ce qu'il ne lit jamais.",
                "Lo que PaperBot guarda sobre usted, por cuánto tiempo, y lo que nunca lee.",
                "PaperBotが保存する情報とその期間、決して読まないもの。",
                "PaperBot 保存您的哪些信息、多久，以及从不读取什么。",
            ]
        ),
        ["forget-me"] = (
            ["vergiss-mich", "oublie-moi", "olvídame", "忘れて", "忘记我"],
            [
                "Löscht alles, was PaperBot über Sie speichert; fragt vorher.",
                "Efface tout ce que PaperBot garde sur vous ; demande d'abord.",
                "Borra todo lo que PaperBot guarda sobre usted; pregunta antes.",
                "PaperBotが保存するあなたの情報をすべて削除します（確認あり）。",
                "删除 PaperBot 保存的所有关于您的信息；会先询问。",
            ]
        ),
        ["forget-me confirm"] = (
            ["bestätigen", "confirmer", "confirmar", "確認", "确认"],
            [
                "yes: jetzt. Es lässt sich nicht rückgängig machen.",
                "yes : maintenant. C'est irréversible.",
                "yes: ahora. No se puede deshacer.",
                "yes：今すぐ。元に戻せません。",
                "yes：立即执行，无法撤销。",
            ]
        ),
    };

    /// <param name="of">A command, or a command and one of its options.</param>
    public static IEnumerable<(string Locale, string Text)> Names(string of) => Of(of, texts => texts.Names);

    /// <inheritdoc cref="Names"/>
    public static IEnumerable<(string Locale, string Text)> Descriptions(string of) =>
        Of(of, texts => texts.Descriptions);

    private static IEnumerable<(string Locale, string Text)> Of(
        string of,
        Func<(string[] Names, string[] Descriptions), string[]> which
    ) =>
        Texts.TryGetValue(of, out var texts) || DiscordDigestTexts.Texts.TryGetValue(of, out texts)
            ? Locales.Zip(which(texts)).SelectMany(pair => pair.First.Select(locale => (locale, pair.Second)))
            : [];
}
