using System.Buffers;
using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace PaperBot.Skills.Language;

/// <param name="Name">As the abstract writes it.</param>
/// <param name="Start">Where it stands in the sentence.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MethodMention(string Name, int Start);

/// <summary>
/// The methods, models and architectures that a sentence names: those that it introduces ("We propose GlassLoom", "a loom
/// called GlassLoom") and well-known ones.
/// </summary>
internal static partial class MethodNames
{
    private const int ShortestFamily = 3;

    // Each stands for its whole family: "ResNet-50", "GPT-4o", "Llama-2-70B". Spelt as its authors do.
    private static readonly FrozenSet<string> Families = (
        "ResNet ResNets ResNeXt VGG VGGNet DenseNet DenseNets MobileNet MobileNetV2 MobileNetV3 EfficientNet Inception GoogLeNet "
        + "GoogleNet AlexNet SqueezeNet ShuffleNet RegNet ConvNeXt NASNet BERT RoBERTa DistilBERT ALBERT ELECTRA DeBERTa XLNet "
        + "mBERT XLM XLM-R GPT ChatGPT InstructGPT LLaMA Llama LLama LLaMA2 Llama2 Alpaca Vicuna Mistral Mixtral Qwen Qwen2 Qwen3 "
        + "DeepSeek DeepSeek-R1 DeepSeekMoE Gemma Gemini Claude PaLM OPT BLOOM Falcon T5 mT5 FLAN-T5 BART mBART Pegasus ViT ViTs "
        + "Swin DeiT CLIP BLIP BLIP-2 LLaVA Flamingo SAM DINO DINOv2 MoCo SimCLR BYOL SwAV SimSiam U-Net UNet YOLO YOLOv3 YOLOv5 "
        + "YOLOv8 R-CNN RetinaNet DETR NeRF NeRFs StyleGAN StyleGAN2 BigGAN CycleGAN pix2pix WGAN DCGAN DDPM DDIM VQ-VAE VQGAN VAE "
        + "LoRA QLoRA Adam AdamW SGD Adafactor LSTM LSTMs BiLSTM GRU Transformer Transformers Mamba RWKV RWKV-6 RWKV-7 word2vec "
        + "Word2Vec GloVe ELMo fastText XGBoost LightGBM AlphaGo AlphaZero AlphaFold MuZero DQN PPO DPO GRPO RLHF SAC TD3 DDPG A3C "
        + "TRPO MAML GCN GCNs GAT GraphSAGE PointNet PointNet++ Whisper wav2vec HuBERT WaveNet Tacotron FastSpeech Conformer "
        + "DARTS ENAS ELAS COLMAP FlashAttention Performer Reformer Longformer BigBird Megatron ControlNet"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FamilySpans =
        Families.GetAlternateLookup<ReadOnlySpan<char>>();

    // What is written with a capital behind "we propose" and is no name.
    private static readonly FrozenSet<string> NoNames = (
        "The A An Our We This These It I Deep Neural Bayesian Gaussian Markov Monte Fourier Riemannian Euclidean Hierarchical Multi "
        + "Large Language Graph Vision Self AI ML RL NLP LLM LLMs CNN CNNs GAN GANs RNN RNNs DNN DNNs GNN GNNs 3D 2D SOTA MDP"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoNameSpans =
        NoNames.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<string> Introducing = SearchValues.Create(
        [
            "called",
            "named",
            "dubbed",
            "termed",
            "coined",
            "denoted",
            "referred",
            "abbreviated",
            "propose",
            "introduce",
            "present",
        ],
        StringComparison.Ordinal
    );

    public static IReadOnlyList<MethodMention> In(ReadSentence sentence)
    {
        var text = sentence.Text;
        var found = new List<MethodMention>();
        // Most sentences have none of these: cheaper than the pattern.
        if (text.AsSpan().ContainsAny(Introducing))
        {
            foreach (Match match in Introduced().Matches(text))
            {
                var name = match.Groups["name"];
                if (!IsTaken(sentence, name.Index) && IsName(name.ValueSpan))
                {
                    found.Add(new MethodMention(name.Value, name.Index));
                }
            }
        }
        foreach (var word in NameWord.Of(text))
        {
            if (
                IsKnown(word.In(text))
                && !IsTaken(sentence, word.Start)
                && !found.Exists(method => method.Start <= word.Start && word.Start < method.Start + method.Name.Length)
            )
            {
                found.Add(new MethodMention(word.In(text).ToString(), word.Start));
            }
        }
        found.Sort((one, other) => one.Start.CompareTo(other.Start));
        return found;
    }

    /// <summary>The same for all sizes and spellings of a method.</summary>
    public static string KeyOf(string name)
    {
        var key = KnownDataSets.KeyOf(name);
        return key.Length > 4 && key[^1] == 's' && !name.Contains('-') ? key[..^1] : key;
    }

    // A data set of the same name.
    private static bool IsTaken(ReadSentence sentence, int position) =>
        sentence.DataSets.Any(dataSet => dataSet.Start <= position && position < dataSet.Start + dataSet.Name.Length);

    // Written like a name: a capital inside, or a digit, or at least one in front of a comma or an aside.
    private static bool IsName(ReadOnlySpan<char> name)
    {
        var end = name.IndexOf(' ');
        var first = end < 0 ? name : name[..end];
        return name.Length is > 1 and <= 32 && !NoNameSpans.Contains(first);
    }

    private static bool IsKnown(ReadOnlySpan<char> word)
    {
        if (
            word.Length < ShortestFamily - 1
            || !word.ContainsAnyInRange('A', 'Z') && !word.ContainsAnyInRange('0', '9')
        )
        {
            return false;
        }
        if (FamilySpans.Contains(word))
        {
            return true;
        }
        // "ResNet-50", but not "Transformer-based"
        var dash = word.IndexOf('-');
        return dash > 1
            ? FamilySpans.Contains(word[..dash]) && (char.IsDigit(word[dash + 1]) || char.IsUpper(word[dash + 1]))
            : word.TrimEnd("0123456789") is { Length: >= ShortestFamily } bare
                && bare.Length < word.Length
                && FamilySpans.Contains(bare);
    }

    private const string Name =
        @"(?<name>(?=[\w+-]{0,30}[A-Z])[\w+^]{0,30}[A-Za-z](?:[\w+^-]{0,30}[\w+])?(?:\.\d+)?(?:\s[A-Z][\w-]{0,30}\w){0,3})(?!\w)";

    [GeneratedRegex(
        @"\b(?:called|named|dubbed|termed|coined|denoted as|referred to as|abbreviated as)\s(?:as\s)?(?:the\s)?[""“']?"
            + Name
            + @"|\b(?:[Ww]e|paper|work|study|authors|report|article)\s(?:therefore\s|further\s|also\s|then\s|thus\s|here\s)?"
            + @"(?:propose|introduce|present)s?\s[""“']?"
            + Name
            + @"(?=[""”']?(?:,|\s\(|:|\.|\s(?:a|an|the|to|which|that|for|with|as|by|and|in|based)\b))"
    )]
    private static partial Regex Introduced();
}
