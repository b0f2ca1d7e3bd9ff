namespace PaperBot.Skills.Language;

internal static class TldrCues
{
    /// <summary>The authors say what they did; to be looked up in the <see cref="AuthorVoice"/>.</summary>
    public static CueList Contribution { get; } =
        new(
            """
            7 we propos* | we introduc* | we present*
            6 we describ* | we study | we studies | we develop* | we design* | we devis* | we formulat* | we unveil*
            6 is proposed | is presented | is introduced | is developed | are proposed | are presented
            6 are introduced
            5 we investigat* | we explor* | we examin* | we analyz* | we analys* | we show* | we prov*
            5 we demonstrat* | we find | we argu* | we deriv* | we extend* | we build* | we construct* | we establish*
            5 we creat* | we tackl* | we address* | we review* | we survey* | we offer* | we revisit* | we conduct*
            5 we identif* | we discover* | we suggest* | we releas*
            4 we consider* | we give* | we discuss* | we report* | we aim* | we seek* | we attempt* | we focus*
            4 we reveal* | we observ* | we hypothes* | we generaliz* | we generalis* | we characteriz*
            4 we characteris* | we formaliz* | we leverag* | we combin* | we solv* | our key finding
            4 our main finding | our findings | is investigated | is studied | are investigated | are studied
            4 our main contribution | our contribution | we provid*
            3 we us* | we appl* | we mak* | we train* | we learn* | we tak* | we compar* | we validat* | we scal*
            3 we summariz*
            2 we | ^we | the goal of | the aim of | the purpose of | the focus of | our goal is | our aim is
            """
        );

    public static CueList Novelty { get; } =
        new(
            """
            1 novel | a new | method for | approach to | framework for | called | the first | the problem of
            1 a simple | method that
            """
        );

    /// <summary>The sentence leans on the one before it, comes second, or speaks of something else.</summary>
    public static CueList Dangling { get; } =
        new(
            """
            6 ^it | ^they | ^these | ^those | ^this | ^such | ^he | ^she | ^their | ^its | ^there | ^when | ^if | ^but
            6 ^and
            4 github.com | is available | are available | publicly available | ^for example | ^for instance | ^so
            3 ^experiment* | ^extensive | ^results | ^the results | ^our results | ^our experiments | ^we evaluat*
            3 ^we compar* | ^however | ^moreover | ^furthermore | ^additionally | ^in addition | ^besides | ^also
            3 ^unlike | ^empirical*
            2 ^then | ^next | ^second | ^secondly | ^third | ^first | ^firstly | ^finally | ^specifically
            2 ^in particular | ^lastly
            4 we also | we further
            2 ^further | ^subsequently | ^we then | we first | the above | the former | the latter | as such
            2 this problem | these problems | this issue | these issues | this challenge | these challenges
            2 this limitation | these limitations | this gap | this convention | these properties | this question
            2 these questions | this setting
            1 the proposed | ^our | datasets | https | experiments | ^instead
            """
        );
}
