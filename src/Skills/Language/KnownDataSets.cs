using System.Collections.Frozen;

namespace PaperBot.Skills.Language;

/// <summary>
/// Data sets and benchmarks that abstracts name without saying that they are one. A name is looked up by its letters and
/// digits alone ("CIFAR-10", "Cifar10"); years and versions behind it may follow.
/// </summary>
internal static class KnownDataSets
{
    // Nothing else is called so.
    private static readonly FrozenSet<string> Sure = Set(
        """
        MNIST | FashionMNIST | EMNIST | KMNIST | QMNIST | CIFAR | CIFAR10 | CIFAR100 | CIFARFS | SVHN | STL10
        Omniglot | ImageNet | ImageNet1K | ImageNet21K | ImageNet22K | ImageNet5K | ImageNetA | ImageNetC | ImageNetR
        ImageNetV2 | ImageNetLT | ImageNetVID | ImageNetSketch | ImageNet100 | TinyImageNet | miniImageNet
        tieredImageNet | ILSVRC | ILSVRC12 | Places365 | iNaturalist | CUB200 | CUB2002011 | Caltech101 | Caltech256
        StanfordCars | Cars196 | FGVCAircraft | Food101 | Flowers102 | EuroSAT | VTAB | ObjectNet | COCO | MSCOCO
        MicrosoftCOCO | COCOStuff | COCO20i | LVIS | Objects365 | OpenImages | PASCALVOC | VOC07 | VOC12 | VOC2007
        VOC2012 | PASCALContext | PASCAL3D | ADE20K | Cityscapes | CityPersons | CrowdHuman | CamVid | Mapillary
        BDD100K | KITTI | SemanticKITTI | KITTI360 | nuScenes | Argoverse | Waymo | WaymoOpen | CULane | TuSimple
        NYUv2 | NYUDv2 | NYUDepthV2 | NYUDepth | SUNRGBD | ScanNet | ScanNet200 | ScanNetV2 | S3DIS | ShapeNet
        ModelNet | ModelNet10 | ModelNet40 | ScanObjectNN | PartNet | Matterport3D | Objaverse | RealEstate10K
        TanksandTemples | MipNeRF360 | DTU | YCBVideo | LINEMOD | HumanEva | Human36M | MPIIHumanPose | MPIINF3DHP
        3DPW | AMASS | NTURGBD | UCF101 | HMDB51 | JHMDB | Kinetics400 | Kinetics600 | Kinetics700
        SomethingSomething | ActivityNet | THUMOS14 | EPICKitchens | Ego4D | HowTo100M | YouCook2 | MSRVTT | MSVD
        DiDeMo | LSMDC | CharadesSTA | VATEX | YouTubeVOS | YouTube8M | LaSOT | TrackingNet | GOT10k | OTB2013
        OTB2015 | UAV123 | VOT2016 | VOT2018 | MOT16 | MOT17 | MOT20 | MOTChallenge | VisDrone | EuRoC | TUMRGBD
        FlyingThings3D | MPISintel | DIV2K | Urban100 | BSDS500 | BSD100 | Set5 | Set14 | CelebA | CelebAHQ | FFHQ
        AFHQ | LSUN | LFW | MegaFace | MSCeleb1M | VGGFace2 | IJBA | IJBB | IJBC | AFLW | WFLW | Market1501 | DukeMTMC
        DukeMTMCreID | MSMT17 | CUHK03 | VIPeR | CASIAB | DeepFashion | VisualGenome | VQAv2 | VQACP | OKVQA | TextVQA
        VizWiz | GQA | CLEVR | RefCOCO | RefCOCOg | Flickr8K | Flickr30K | NoCaps | ConceptualCaptions | CC3M | CC12M
        LAION | LAION400M | LAION5B | YFCC100M | MMMU | MathVista | MMBench | MMVet | ScienceQA | ChartQA | DocVQA
        Office31 | OfficeHome | DomainNet | PACS | VLCS | VisDA | WILDS | NUSWIDE | GLUE | SuperGLUE | SQuAD | MNLI
        MultiNLI | SNLI | XNLI | QNLI | QQP | SST2 | CoLA | MRPC | HellaSwag | WinoGrande | TruthfulQA | PIQA | BoolQ
        CommonsenseQA | OpenBookQA | StrategyQA | NaturalQuestions | TriviaQA | HotpotQA | 2WikiMultiHopQA | MuSiQue
        NarrativeQA | WebQuestions | MSMARCO | BEIR | MTEB | TREC | FEVER | KILT | MMLU | MMLUPro | CMMLU | CEval
        GSM8K | SVAMP | AQuA | HumanEval | MBPP | LiveCodeBench | SWEbench | BIGbench | BIGBenchHard | AGIEval | GPQA
        IFEval | MTBench | AlpacaEval | ArenaHard | LongBench | LAMBADA | WikiText | WikiText2 | WikiText103
        PennTreebank | OneBillionWord | enwik8 | text8 | OpenWebText | RedPajama | FineWeb | SlimPajama | CNNDailyMail
        DailyMail | XSum | GovReport | SciTLDR | SAMSum | WMT14 | WMT16 | IWSLT | FLORES | OPUS100 | MuSTC | CoNLL2003
        OntoNotes | ACE2005 | TACRED | DocRED | FewRel | MultiWOZ | PersonaChat | DailyDialog | ATIS | SNIPS | WikiSQL
        WebNLG | AGNews | IMDB | 20Newsgroups | FB15k | FB15k237 | WN18 | WN18RR | YAGO310 | LibriSpeech | LibriTTS
        LJSpeech | VoxCeleb | VoxCeleb2 | AudioSet | ESC50 | CommonVoice | TIMIT | Switchboard | GigaSpeech | IEMOCAP
        MELD | CMUMOSEI | CMUMOSI | Cora | Citeseer | OGB | ogbnarxiv | ogbnproducts | ZINC | QM9 | MD17 | MoleculeNet
        TUDataset | MovieLens | Criteo | MIMICIII | MIMICIV | MIMICCXR | CheXpert | ChestXray14 | BraTS | LIDCIDRI
        ISIC | ADNI | MuJoCo | D4RL | Atari | ALE | Procgen | MetaWorld | RLBench | CALVIN | ALFRED | Habitat | CARLA
        NASBench101 | NASBench201 | METRLA | PEMSBAY | ETTh1 | ETTm1 | UCI | UCR | LongRangeArena | BP4D | DISFA
        AffectNet | HICODET | VCOCO | COFW | HPatches | GraspNet1Billion | MVTecAD | ShanghaiTech | UCFQNRF | UCFCrime
        VeRi776 | VehicleID | DSEC | LRS2 | LRS3 | CUHKSYSU
        """
    );

    // These mean something else, too: they count where the sentence speaks of data sets anyway.
    private static readonly FrozenSet<string> Unsure = Set(
        """
        SUN | CUB | VQA | AVA | DAVIS | Kinetics | Charades | Places | Caltech | Oxford | Paris | Replica | Gibson
        Sintel | Middlebury | Spider | MATH | ARC | RACE | DROP | AIME | C4 | ThePile | Pile | PTB | PubMed | Reddit
        Amazon | Yelp | Netflix | Wikipedia | Twitter | WMT | CoNLL | SST | QuAC | CoQA | Reuters | WSJ | AMI
        Weather | Traffic | Electricity | ETT | M4 | Office | Breakfast | MARS | FLIC | MPII | LSP | ETH | UCY | AID
        VOC | PASCAL | Market | LLFF | Blender | T0 | RULER | VCR | R2R | RxR | PIE | Facebook | NORB | USPS | Dogs
        Aircraft | Flowers | Pets | Cars | DTD | GoPro | Kodak | SICK | MIMIC | Freebase | ConceptNet | PROTEINS
        ENZYMES
        """
    );

    private static readonly FrozenDictionary<string, string> SameAs = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["mscoco"] = "coco",
        ["microsoftcoco"] = "coco",
        ["ilsvrc"] = "imagenet",
        ["ilsvrc12"] = "imagenet",
        ["ilsvrc2012"] = "imagenet",
        ["imagenet1k"] = "imagenet",
        ["fashionmnist"] = "fashionmnist",
        ["voc07"] = "pascalvoc2007",
        ["voc2007"] = "pascalvoc2007",
        ["voc12"] = "pascalvoc2012",
        ["voc2012"] = "pascalvoc2012",
        ["voc"] = "pascalvoc",
        ["nyudepthv2"] = "nyuv2",
        ["nyudv2"] = "nyuv2",
        ["waymoopen"] = "waymo",
        ["cub"] = "cub2002011",
        ["cub200"] = "cub2002011",
        ["multinli"] = "mnli",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SureKeys = Sure.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> UnsureKeys =
        Unsure.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The longest name has so many words.</summary>
    public const int MostWords = 3;

    public static bool IsSure(ReadOnlySpan<char> key) => SureKeys.Contains(key) || SureKeys.Contains(Bare(key));

    public static bool IsKnown(ReadOnlySpan<char> key) =>
        IsSure(key) || UnsureKeys.Contains(key) || UnsureKeys.Contains(Bare(key));

    /// <summary>The name without what was done to the data: "Split CIFAR-100" is made of CIFAR-100.</summary>
    public static ReadOnlySpan<char> Unmodified(ReadOnlySpan<char> name)
    {
        var end = name.IndexOfAny('-', ' ');
        return
            end > 0
            && name[..end]
                is "Split"
                    or "Sequential"
                    or "Seq"
                    or "Permuted"
                    or "Rotated"
                    or "Colored"
                    or "Corrupted"
                    or "Noisy"
            ? name[(end + 1)..]
            : name;
    }

    /// <summary>A name's letters and digits in lower case.</summary>
    public static string KeyOf(ReadOnlySpan<char> name)
    {
        Span<char> key = stackalloc char[Math.Min(name.Length, 64)];
        return new string(KeyOf(name, key));
    }

    /// <param name="key">Where it is written; what does not fit is left out.</param>
    public static ReadOnlySpan<char> KeyOf(ReadOnlySpan<char> name, Span<char> key)
    {
        var length = 0;
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterOrDigit(letter) && length < key.Length)
            {
                key[length++] = char.ToLowerInvariant(letter);
            }
        }
        return key[..length];
    }

    /// <summary>One key for all spellings of one data set.</summary>
    public static string Canonical(string key) => SameAs.GetValueOrDefault(key, key);

    /// <summary>The key without the year or version at its end: what two papers must not share to be on different data.</summary>
    public static string Family(string key)
    {
        var bare = Bare(Canonical(key)).ToString();
        return bare.StartsWith("imagenet", StringComparison.Ordinal) ? "imagenet"
            : bare.StartsWith("cifar", StringComparison.Ordinal) ? "cifar"
            : Canonical(bare);
    }

    // "kitti2015" is KITTI, "mmluv2" MMLU.
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> key)
    {
        var end = key.Length;
        while (end > 0 && char.IsAsciiDigit(key[end - 1]))
        {
            end--;
        }
        var digits = key.Length - end;
        return digits == 4 && end > 2 ? key[..end]
            : digits == 1 && end > 3 && key[end - 1] == 'v' ? key[..(end - 1)]
            : key;
    }

    private static FrozenSet<string> Set(string names) =>
        names
            .Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(name => KeyOf(name))
            .ToFrozenSet(StringComparer.Ordinal);
}
