namespace PaperBot.Skills.Language;

internal static class KeyCues
{
    public static CueList Problem { get; } =
        new(
            """
            4 ^however | ^unfortunately | ^yet | open question | open problem | remains unclear | remains challenging
            4 is challenging
            3 challenging | challenge* | difficult | lack | lacks | suffer* | fail | fails | struggle* | bottleneck*
            3 prohibitive* | limitation* | drawback* | expensive | costly | unclear | hinder* | hard to | inefficient
            3 overlook* | neglect* | ignore | ignores | ignored | poorly understood | little is known | remains
            3 remain | limits | shortcoming*
            2 limited | problem | problems | issue | issues | require | requires | time-consuming | but | hard
            2 cannot | insufficient | although | despite | while | often | poor | degrad* | unexplored | underexplored
            2 understudied | gap | ineffective | not been | demand* | crucial | important | trade-off
            """
        );

    public static CueList Approach { get; } =
        new(
            """
            2 ^specifically | by introducing | by combining | by learning | consists of | based on | which uses
            2 leverag* | called
            1 using | method | model | framework | algorithm | architecture | network | novel | module* | layer*
            1 loss | train*
            -3 experiments | we evaluat* | results | datasets | future work | in the future | in future | but current
            -3 ^existing | ^earlier work | ^previous work | ^prior work
            """
        );

    public static CueList Claim { get; } =
        new(
            """
            4 outperform* | surpass* | results show | results demonstrate | results indicate | experiments show
            4 show that | demonstrate that | we find that | we found that | find that | experiments demonstrate
            4 exceed* | we prove that
            3 achieves | achieve | achieving | state-of-the-art | significantly | reduces | reducing | improves
            3 improvement* | improve | speedup* | speed-up | faster | superior | attains | obtains | reveal*
            3 our findings | findings | matches | demonstrate | demonstrates | indicates | suggests | suggest that
            3 showing | we show | shows | match
            -5 ^earlier work | ^previous work | ^prior work | ^existing
            2 better | accuracy | competitive | comparable | higher | effectiveness | efficient | results | without
            2 while
            1 experiments | evaluation | performance | empirically | than
            -4 available at | is available | are available | encourage* further | encourages further | following advantages
            -4 future work | in the future | future research | will be | we will | we hope | hope that | we aim
            -4 aims to | attempts to | seeks to
            """
        );

    /// <summary>The sentence says little without the one before it.</summary>
    public static CueList Dangling { get; } =
        new(
            """
            8 ^they | ^it | ^these | ^those | ^he | ^its | ^their | ^such | ^and | ^second | ^secondly | ^third
            8 ^thirdly
            6 ^this
            4 ^for example | ^for instance | ^also | ^then | ^next | ^otherwise | ^so | ^both
            2 ^moreover | ^furthermore | ^additionally | ^in addition | ^besides | this issue | this problem
            2 these problems | these issues | these challenges | ^further | ^as a result | ^therefore | ^thus | ^hence
            2 ^consequently | ^instead
            -6 ^this paper | ^this work | ^this study | ^this article
            -8 ^these results | ^these findings
            """
        );
}
