using System.Collections.Frozen;

namespace PaperBot.Skills.Latex;

/// <summary>LaTeX's named letters and signs, and which commands only say how their text looks.</summary>
internal static class LatexSymbols
{
    /// <summary>Letters and signs of running text: \ss, \o, \ldots.</summary>
    public static readonly FrozenDictionary<string, string> Text = Pairs(
        "ss ß|o ø|O Ø|l ł|L Ł|i ı|j ȷ|ae æ|AE Æ|oe œ|OE Œ|aa å|AA Å|dh ð|DH Ð|th þ|TH Þ|ng ŋ|NG Ŋ|dj đ|DJ Đ"
            + "|textendash –|textemdash —|textquoteleft ‘|textquoteright ’|textquotedblleft “|textquotedblright ”"
            + "|ldots …|dots …|textellipsis …|textbackslash \\|textasciitilde ~|textasciicircum ^|textbar \\u007C"
            + "|textless <|textgreater >|textbraceleft {|textbraceright }|textunderscore _|textdollar $|textpercent %|texttimes ×|textpm ±|textmu µ"
            + "|textdegree °|textregistered ®|textcopyright ©|copyright ©|texttrademark ™|textbullet •|textperiodcentered ·"
            + "|textalpha α|textbeta β|textrightarrow →|pounds £|euro €|texteuro €|S §|P ¶|LaTeX LaTeX|TeX TeX"
            + "|BibTeX BibTeX|slash /|textquotedbl \"|textquotesingle '|guillemotleft «|guillemotright »"
    );

    /// <summary>Signs of formulas; written outside of one as well by people who forget the dollars.</summary>
    public static readonly FrozenDictionary<string, string> Signs = Pairs(
        "alpha α|beta β|gamma γ|delta δ|epsilon ε|varepsilon ε|eps ε|zeta ζ|eta η|theta θ|vartheta ϑ|iota ι|kappa κ|lambda λ"
            + "|mu μ|nu ν|xi ξ|pi π|varpi ϖ|rho ρ|varrho ϱ|sigma σ|varsigma ς|tau τ|upsilon υ|phi φ|varphi φ|chi χ|psi ψ"
            + "|omega ω|Gamma Γ|Delta Δ|Theta Θ|Lambda Λ|Xi Ξ|Pi Π|Sigma Σ|Upsilon Υ|Phi Φ|Psi Ψ|Omega Ω"
            + "|times ×|cdot ·|div ÷|pm ±|mp ∓|ast *|star ⋆|circ ∘|bullet •|oplus ⊕|otimes ⊗|odot ⊙|setminus ∖"
            + "|leq ≤|le ≤|leqslant ≤|geq ≥|ge ≥|geqslant ≥|neq ≠|ne ≠|ll ≪|gg ≫|approx ≈|simeq ≃|sim ~|cong ≅|equiv ≡"
            + "|propto ∝|lesssim ≲|gtrsim ≳|doteq ≐|triangleq ≜|coloneqq ≔|prec ≺|succ ≻|preceq ⪯|succeq ⪰|mid \\u007C"
            + "|parallel ∥|perp ⊥|in ∈|notin ∉|ni ∋|subset ⊂|subseteq ⊆|supset ⊃|supseteq ⊇|cup ∪|cap ∩|bigcup ⋃|bigcap ⋂"
            + "|emptyset ∅|varnothing ∅|infty ∞|partial ∂|nabla ∇|forall ∀|exists ∃|neg ¬|lnot ¬|land ∧|wedge ∧|lor ∨|vee ∨"
            + "|to →|rightarrow →|longrightarrow ⟶|leftarrow ←|gets ←|leftrightarrow ↔|Rightarrow ⇒|Leftarrow ⇐"
            + "|Leftrightarrow ⇔|iff ⇔|implies ⇒|mapsto ↦|uparrow ↑|downarrow ↓|nearrow ↗|searrow ↘|hookrightarrow ↪"
            + "|rightsquigarrow ⇝|ell ℓ|hbar ℏ|Re ℜ|Im ℑ|aleph ℵ|sum ∑|prod ∏|int ∫|angle ∠|triangle △|square □|Box □"
            + "|checkmark ✓|dagger †|ddagger ‡|prime ′|degree °|langle ⟨|rangle ⟩|lfloor ⌊|rfloor ⌋|lceil ⌈|rceil ⌉"
            + "|vert \\u007C|lvert \\u007C|rvert \\u007C|Vert ‖|lVert ‖|rVert ‖|lbrace {|rbrace }|lbrack [|rbrack ]"
            + "|cdots ⋯|vdots ⋮|ddots ⋱|ldots …|dots …|dotsc …|top ⊤|bot ⊥|models ⊨|vdash ⊢|rtimes ⋊|ltimes ⋉"
    );

    /// <summary>Names of functions: written as words, upright, with a blank before them.</summary>
    public static readonly FrozenSet<string> Functions = Set(
        "log ln lg exp min max sup inf lim sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan arg det dim deg gcd "
            + "hom ker Pr argmin argmax poly polylog mod bmod tr rank diag sign sgn softmax"
    );

    /// <summary>Commands whose argument is text and all that matters.</summary>
    public static readonly FrozenSet<string> TextStyles = Set(
        "textbf textit emph texttt textsc textsf textrm textup textsl textmd textnormal text underline uline mbox hbox "
            + "fbox smash uppercase textsuperscript textsubscript url path nolinkurl sout st hl ensuremath"
    );

    /// <summary>The same inside formulas.</summary>
    public static readonly FrozenSet<string> MathStyles = Set(
        "mathcal mathbb mathbf mathrm mathit mathsf mathtt mathscr mathfrak mathds mathbbm mathnormal boldsymbol bm "
            + "pmb operatorname text textrm textbf textit textsc textsf texttt textup mbox hbox emph underline smash"
    );

    /// <summary>Switches that hold until their group ends: {\em so}.</summary>
    public static readonly FrozenSet<string> Switches = Set(
        "em bf it rm sc tt sl sf cal bfseries itshape scshape ttfamily rmfamily sffamily slshape upshape mdseries "
            + "normalfont normalsize small footnotesize tiny large Large boldmath displaystyle textstyle scriptstyle"
    );

    /// <summary>Sizes of brackets, which say nothing in plain text.</summary>
    public static readonly FrozenSet<string> Sizes = Set(
        "left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm middle limits nolimits"
    );

    private static FrozenDictionary<string, string> Pairs(string table) =>
        table
            .Split('|')
            .Select(pair => pair.Split(' ', 2))
            .DistinctBy(pair => pair[0])
            .ToFrozenDictionary(pair => pair[0], pair => pair[1].Replace("\\u007C", "|", StringComparison.Ordinal));

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet();
}
