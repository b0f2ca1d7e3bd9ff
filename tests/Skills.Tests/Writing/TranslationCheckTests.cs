using PaperBot.Skills.Writing;

namespace PaperBot.Skills.Tests.Writing;

public sealed class TranslationCheckTests
{
    private const string Original = "EfficientNet-B7 reaches 84.3% top-1 accuracy on ImageNet and is 8.4x smaller.";

    [Theory]
    [InlineData(
        "German",
        "EfficientNet-B7 erreicht auf ImageNet eine Top-1-Genauigkeit von 84,3 % und ist 8,4-mal kleiner."
    )]
    [InlineData(
        "French",
        "EfficientNet-B7 atteint une précision top-1 de 84,3 % sur ImageNet et est 8,4 fois plus petit."
    )]
    [InlineData(
        "Spanish",
        "EfficientNet-B7 alcanza una precisión top-1 del 84,3 % en ImageNet y es 8,4 veces más pequeño."
    )]
    [InlineData("Portuguese", "O EfficientNet-B7 atinge 84,3% de acurácia top-1 no ImageNet e é 8,4 vezes menor.")]
    [InlineData(
        "Italian",
        "EfficientNet-B7 raggiunge una accuratezza top-1 dell'84,3% su ImageNet ed è 8,4 volte più piccolo."
    )]
    [InlineData(
        "Dutch",
        "EfficientNet-B7 haalt een top-1-nauwkeurigheid van 84,3% op ImageNet en is 8,4 keer kleiner."
    )]
    [InlineData("Polish", "EfficientNet-B7 osiąga dokładność top-1 równą 84,3% na ImageNet i jest 8,4 raza mniejszy.")]
    [InlineData(
        "Turkish",
        "EfficientNet-B7, ImageNet üzerinde 84,3 top-1 doğruluğuna ulaşır ve 8,4 kat daha küçüktür; bu bir kazançtır."
    )]
    [InlineData("Russian", "EfficientNet-B7 достигает точности top-1 84,3 % на ImageNet и в 8,4 раза меньше.")]
    [InlineData("Ukrainian", "EfficientNet-B7 досягає точності top-1 84,3 % на ImageNet і в 8,4 раза менша.")]
    [InlineData("Chinese", "EfficientNet-B7 在 ImageNet 上的 top-1 准确率达到 84.3%，体积缩小为 8.4 分之一。")]
    [InlineData("Japanese", "EfficientNet-B7はImageNetでtop-1精度84.3%を達成し、8.4倍小さい。")]
    [InlineData("Korean", "EfficientNet-B7은 ImageNet에서 84.3%의 top-1 정확도를 달성하며 8.4배 더 작다.")]
    public void A_faithful_translation_is_accepted(string language, string translated) =>
        Assert.Null(Objection(language, translated));

    [Fact]
    public void A_word_of_the_language_may_be_joined_to_a_name() =>
        Assert.Null(
            Objection(
                "German",
                "EfficientNet-B7 erreicht auf dem ImageNet-Datensatz 84,3 % und ist 8,4-mal kleiner, eine Top-1-Genauigkeit."
            )
        );

    [Theory]
    [InlineData("German", "EfficientNet-B7 erreicht auf ImageNet 94,3 % und ist 8,4-mal kleiner.", "94.3")]
    [InlineData(
        "German",
        "EfficientNet-B7 erreicht auf ImageNet eine hohe Genauigkeit und ist 8,4-mal kleiner.",
        "84.3"
    )]
    [InlineData(
        "German",
        "EfficientNet-B7 schlägt ResNet-50 auf ImageNet mit 84,3 % und ist 8,4-mal kleiner.",
        "ResNet-50"
    )]
    [InlineData(
        "French",
        "EfficientNet-B7 de Stanford atteint 84,3 % sur ImageNet et est 8,4 fois plus petit.",
        "Stanford"
    )]
    [InlineData("Japanese", "EfficientNet-B7はCIFARで84.3%を達成し、8.4倍小さい。", "CIFAR")]
    [InlineData(
        "German",
        "EfficientNet-B7 erreicht auf ImageNet keine 84,3 % und ist nicht 8,4-mal kleiner.",
        "denies"
    )]
    [InlineData(
        "German",
        "EfficientNet-B7 reaches 84.3% top-1 accuracy on ImageNet and is 8.4x smaller.",
        "not German"
    )]
    [InlineData(
        "Japanese",
        "EfficientNet-B7 reaches 84.3% top-1 accuracy on ImageNet and is 8.4x smaller.",
        "not Japanese"
    )]
    [InlineData(
        "German",
        "Das Netz erreicht in dem Test eine Genauigkeit von 84,3 % und ist 8,4-mal kleiner.",
        "EfficientNet-B7"
    )]
    public void What_was_put_in_or_lost_is_named(string language, string translated, string named) =>
        Assert.Contains(named, Objection(language, translated), StringComparison.Ordinal);

    [Fact]
    public void A_denial_that_was_lost_is_named()
    {
        var language = ReaderLanguage.Of("Spanish", "en");

        var objection = TranslationCheck.Objection(
            "The method does not need labels.",
            "El método necesita etiquetas para los datos.",
            language,
            ""
        );

        Assert.Contains("denies", objection, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mine", "pt-BR", "Portuguese")]
    [InlineData("mine", "sv-SE", "English")]
    [InlineData("japanese", "de", "Japanese")]
    [InlineData(null, "de", "English")]
    public void The_language_is_the_one_that_was_asked_for(string? name, string locale, string language) =>
        Assert.Equal(language, ReaderLanguage.Of(name, locale).Name);

    private static string? Objection(string language, string translated) =>
        TranslationCheck.Objection(Original, translated, ReaderLanguage.Of(language, "en"), Original);
}
