namespace PaperBot.Skills.Language;

/// <summary>
/// Phrases that speak for each facet, weighed by hand. Their sums are features of <see cref="FacetModel"/>: after a
/// change here its weights are trained again.
/// </summary>
internal static class FacetCues
{
    public static CueList Background { get; } =
        new(
            """
            4 in recent years | has become | have become | few years | have been proposed | one of the most
            4 challenging problem
            2 ^however | ^recently | ^recent | ^although | ^while | ^unfortunately | ^despite | ^traditional*
            2 ^there has been | ^existing | ^previous | ^prior | ^conventional | ^current | ^most | ^many | ^since
            2 have shown | has shown | have been | has been | recent advances | decades | increasingly
            2 is an important | plays a | play a | crucial role | important role | challenging | remains | remain
            2 become a | attention | popular | little is known | has led to
            1 often | typically | usually | widely | is known | there is | there are | due to | lack | difficult
            1 challenge* | suffer* | require | requires | such as | important | many | now | recently | is a | is an
            1 but | not | limited | growing | rapid* | emerging | vulnerable | necessary | it is | is one of
            """
        );

    public static CueList Objective { get; } =
        new(
            """
            4 aim of | goal of this | purpose of | objective of | this paper is to | this work is to | our goal
            4 our aim | aim to | ^this paper proposes | ^this paper aims | ^this work aims | ^this study aims
            4 study is to | aims to | aims at
            3 ^in this paper | ^in this work | ^in this study | ^in this article | ^this paper | ^this article
            3 ^this work | ^this study | ^this chapter | ^this research | ^here we
            2 in this paper | in this work | this paper | this study | we propose | we present | we introduce
            2 is proposed | we address | address the problem | ^here | we seek | we investigate | we study
            2 we explore | we consider
            1 novel | we develop | is to | investigate | the problem of | a new | to this end | aim
            """
        );

    public static CueList Method { get; } =
        new(
            """
            4 ^first we | ^then | ^we then | ^our method | ^our approach | ^our model | ^our framework | ^specifically
            4 ^second | ^more specifically | ^in particular we | we use | we apply | we design | we formulate
            4 we employ | we adopt
            3 ^our algorithm | ^the proposed method | ^the model | ^the method | ^the framework | ^next | is then
            3 are then
            2 ^we also | ^we further | ^to | ^first | ^by | ^using | ^instead | ^a | ^an | ^moreover | ^furthermore
            2 ^we | ^it | we propose | we introduce | we develop | is based on | is used | are used | was used
            2 were used | were collected | followed by | leverag* | by using | consists of | implemented | then
            1 based on | using | each | which | algorithm | method | features | layer* | module* | input | into
            1 first | propose
            """
        );

    public static CueList Result { get; } =
        new(
            """
            5 results show | results demonstrate | results indicate | results suggest | results reveal
            5 results showed | experiments show | experiments demonstrate | experimental results | simulation results
            5 ^results | ^our results | ^the results | ^experiment* | ^extensive experiments | ^findings
            5 ^conclusion* | ^the findings | we conclude
            4 ^empirical* | ^evaluation* | it was found | outperform* | surpass* | we find | we found
            4 demonstrate that | %
            3 achieves | achieving | we show that | we demonstrate | demonstrates | show that | shows that | showed
            3 ^finally | indicate that | suggest that | reveal* | state-of-the-art | experiments on | we evaluate
            3 findings | future research
            1 significantly | improvement* | better | superior | compared to | compared with | accuracy | results
            1 our | effectiveness of | implications | evaluat* | datasets | dataset | benchmark* | experiments | than
            1 baseline* | improves | performance | the proposed | competitive | suggest* | we show | found
            1 demonstrate*
            """
        );

    public static CueList Other { get; } =
        new(
            """
            14 rights reserved | elsevier | published by | all rights | copyright | springer | john wiley | doi
            6 github.com | code is available | available at http* | source code | publicly available | project page
            6 e-mail
            2 is available | are available | our code | http* | released | open source | open-source
            """
        );
}
