using PaperBot.Skills.Latex;

namespace PaperBot.Skills.Tests.Latex;

public sealed class LatexTextTests
{
    [Theory]
    [InlineData(@"Schr\""odinger, Mat\'ern, G{\""o}del, Fr\'{e}chet", "Schrödinger, Matérn, Gödel, Fréchet")]
    [InlineData(@"\'etale and {\'E}tale", "étale and Étale")]
    [InlineData(@"Fran\c{c}ois, Ho\v{s}ek, Erd\H{o}s, \k{A}ng", "François, Hošek, Erdős, Ąng")]
    [InlineData(@"Stra\ss e, Bj\o rn, {\L}ukasz, \AA ngstr\""om", "Straße, Bjørn, Łukasz, Ångström")]
    [InlineData(@"na\""{\i}ve, Mart\'{\i}nez, Mart\'\i nez", "naïve, Martínez, Martínez")]
    public void Accents_become_letters(string text, string plain) => Assert.Equal(plain, LatexText.Plain(text));

    [Theory]
    [InlineData(@"\textit{e.g.}, {\em i.e.}, \textbf{\emph{both}} and \em this", "e.g., i.e., both and this")]
    [InlineData(@"87\% of R\&D \#1 at \$5, \_x\_", "87% of R&D #1 at $5, _x_")]
    [InlineData(@"9.87{\texttimes} faster\ldots", "9.87× faster…")]
    [InlineData(
        @"See \url{https://a.org/x_y} or \href{https://b.org}{there}.",
        "See https://a.org/x_y or there (https://b.org)."
    )]
    [InlineData(@"A claim\footnote{with \emph{proof}} here", "A claim (with proof) here")]
    [InlineData(@"(vs.\ before) and so\\ on", "(vs. before) and so  on")]
    public void Markup_goes_and_its_text_stays(string text, string plain) => Assert.Equal(plain, LatexText.Plain(text));

    [Theory]
    [InlineData(@"$\sim$2$\times$ at $360^{\circ}$", "~2× at 360°")]
    [InlineData(
        @"$k$-means in $O(\sqrt{T}\log n)$ or $\tilde{\mathcal{O}}(n^{1/3})$",
        "k-means in O(√T log n) or Õ(n^(1/3))"
    )]
    [InlineData(
        @"$\mathbb{R}^d$, $\ell_2$, $10^{-5}$, $x_i$, $\frac{a}{b+1}$, $x^\top A$",
        "ℝ^d, ℓ₂, 10⁻⁵, x_i, a/(b+1), xᵀA"
    )]
    [InlineData(@"\(\epsilon\)-greedy and $$E=mc^2$$", "ε-greedy and E=mc²")]
    [InlineData(@"$2 \times 3$ and $2\times3$, $x\in X$", "2 × 3 and 2×3, x∈X")]
    [InlineData(@"$-$ and $85.4\%$ of $\{1, 2\}$", "- and 85.4% of {1, 2}")]
    public void Simple_formulas_become_readable(string text, string plain) =>
        Assert.Equal(plain, LatexText.Plain(text));

    [Theory]
    [InlineData(@"$\sum_{i=1}^n x_i$ stays")]
    [InlineData(@"$\begin{array}{c}1\end{array}$ stays")]
    [InlineData(@"$\foo$, \foo{bar} and \cite{key} stay")]
    public void What_is_not_understood_stays(string text) => Assert.Equal(text, LatexText.Plain(text));

    [Theory]
    [InlineData(@"C:\new\alpha\times and D:\textbf{x}")]
    [InlineData(@"\\server\share and a\\beta")]
    [InlineData("It costs $5 and $6, or US$5M-$10M, $5 million to $6 million")]
    [InlineData("$HOME/$PATH and {a, b} ~ `code` -- 'quoted'")]
    [InlineData(@"regex \d+\w and \u0041, \n and \t")]
    [InlineData(@"she said \""attention\"" and \'so\' on")]
    [InlineData("plain text")]
    [InlineData("")]
    public void Text_that_is_no_latex_is_not_touched(string text) => Assert.Equal(text, LatexText.Plain(text));

    [Theory]
    [InlineData(@"{GPU}s \& {{Double}} -- a --- b ``q'' A~B", "GPUs & Double – a — b “q” A B")]
    [InlineData(@"\v s\c c \.I \'{E} O'Brien \""o", "šç İ É O'Brien ö")]
    [InlineData(@"\foo{bar} {\bf x} $n^2$ \{x\}", @"\foo{bar} x n² {x}")]
    [InlineData(@"q\'q \~{x}", "qq\u0301 x\u0303")]
    public void Source_is_decoded_whole(string text, string plain) => Assert.Equal(plain, LatexText.FromSource(text));

    [Fact]
    public void Nothing_fails_and_no_letter_is_lost()
    {
        string[] pieces =
        [
            "\\",
            "{",
            "}",
            "$",
            "\\'",
            "\\\"",
            "\\textbf{",
            "\\em ",
            "{\\em ",
            "^",
            "_",
            "\\frac",
            "\\sqrt{",
            "a",
            "Z9",
            " ",
            "\\c",
            "\\href{",
            "}{",
            "\\(",
            "\\)",
            "\\ss",
            "~",
            "--",
            "`",
            "'",
            "\\\\",
            "\\left.",
            "\\mathbb{",
            "é",
            "\ud83d",
            "\\footnote{",
            "\n",
            "\\i",
        ];
        var random = new Random(20260106);

        for (var i = 0; i < 50_000; i++)
        {
            var text = string.Concat(
                Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)])
            );
            var nines = text.Count(letter => letter == '9');

            Assert.Equal(nines, LatexText.Plain(text).Count(IsNine));
            Assert.Equal(nines, LatexText.FromSource(text).Count(IsNine));
        }

        static bool IsNine(char letter) => letter is '9' or '⁹' or '₉';
    }

    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("$")]
    [InlineData("\\(")]
    [InlineData("\\'")]
    [InlineData("{\\em ")]
    [InlineData("\\textbf{")]
    [InlineData("\\href{a}{")]
    [InlineData("$x^{")]
    [InlineData("\\c ")]
    public void Long_texts_take_linear_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        LatexText.Plain(text);
        LatexText.FromSource(text);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"took {watch.Elapsed}");
    }
}
