namespace PaperBot.Skills.Tests.Language;

/// <summary>
/// Sentences with the numbers that a careful reader takes from them, labelled by hand. Under each sentence stand its facts:
/// number, metric and data set, "-" where the sentence does not say; "Δ" before what is a difference, "~" before what the
/// result is held against. A sentence without facts is a trap.
/// </summary>
internal static class NumberCheckSet
{
    public const string Text = """
        It reaches 97.70 % test accuracy on CIFAR-10.
          97.70 % | test accuracy | CIFAR-10
        The loom runs 1.6-2.1x faster than hands.
          Δ 1.6-2.1x | faster | -
        CPU-GPU traffic falls by 87-95%.
          Δ 87-95% | traffic | -
        We reach an FID of 1.9 on ImageNet 256.
          1.9 | FID | ImageNet
        WeaveNet improves BLEU by 2.3 points.
          Δ 2.3 points | BLEU | -
        Pruning reduces parameters by 10x.
          Δ 10x | parameters | -
        The model has a top-1 accuracy of 84.3 %.
          84.3 % | top-1 accuracy | -
        Detection improves from 71.2 to 75.8 mAP on COCO.
          71.2 to 75.8 | mAP | COCO
        GlassLoom outperforms SteelLoom by 3.2 % on Cityscapes.
          Δ 3.2 % | - | Cityscapes
        It scores 92.1 % and 88.3 % on CIFAR-10 and CIFAR-100, respectively.
          92.1 % | - | CIFAR-10
          88.3 % | - | CIFAR-100
        EfficientLoom attains an ImageNet top-1 accuracy of 84.3%, while being 8.4x smaller and 6.1x faster at inference.
          84.3% | top-1 accuracy | ImageNet
          Δ 8.4x | smaller | -
          Δ 6.1x | faster | -
        On ImageNet-1K, the loom attains 87% accuracy.
          87% | accuracy | ImageNet-1K
        The word error rate on LibriSpeech is 2.1%.
          2.1% | word error rate | LibriSpeech
        We obtain a perplexity of 18.3 on WikiText-103 and 20.1 on Penn Treebank.
          18.3 | perplexity | WikiText-103
          20.1 | perplexity | Penn Treebank
        Our looms achieve 27.4 BLEU on WMT14 and 35.2 BLEU on IWSLT.
          27.4 | BLEU | WMT14
          35.2 | BLEU | IWSLT
        Accuracy on CIFAR-100 increases from 71.2% to 74.4%.
          71.2% to 74.4% | Accuracy | CIFAR-100
        The loom needs 40-65% less memory.
          Δ 40-65% | memory | -
        It uses 4.8x fewer multiply-adds and 5.5x fewer parameters than before.
          Δ 4.8x | multiply-adds | -
          Δ 5.5x | parameters | -
        We see an absolute F1 gain of 7.4% on SQuAD.
          Δ 7.4% | F1 | SQuAD
        Training takes 200 GPU-hours with 14.3M parameters.
          200 GPU-hours | - | -
          14.3M parameters | - | -
        Accuracy drops by only 2.4%.
          Δ 2.4% | Accuracy | -
        The loom achieves a PSNR of 31.2 dB and an SSIM of 0.92 on DIV2K.
          31.2 dB | PSNR | DIV2K
          0.92 | SSIM | DIV2K
        It surpasses the teacher by 1.8 mAP on COCO.
          Δ 1.8 | mAP | COCO
        On MNIST and CIFAR-10, the test errors are 0.3% and 4.1%, respectively.
          0.3% | test errors | MNIST
          4.1% | test errors | CIFAR-10
        We gain 3.1%, 1.6% and 2.5% in rank-1 accuracy on Market-1501, CUHK03 and DukeMTMC-reID, respectively.
          Δ 3.1% | rank-1 accuracy | Market-1501
          Δ 1.6% | rank-1 accuracy | CUHK03
          Δ 2.5% | rank-1 accuracy | DukeMTMC-reID
        The weaver reaches 81.6% accuracy against 80.9% for the Swin loom.
          81.6% | accuracy | -
          ~ 80.9% | accuracy | -
        On GPQA, the swarm attains 85.9%, compared with 68.7% for majority voting.
          85.9% | - | GPQA
          ~ 68.7% | - | GPQA
        The loom has 1.3 billion parameters and was trained on 300 billion tokens.
          1.3 billion parameters | - | -
          300 billion tokens | - | -
        Inference latency falls by 30% at the same accuracy.
          Δ 30% | Inference latency | -
        It runs at 30 FPS on a laptop.
          30 FPS | - | -
        Robots succeed with a success rate of 92% in the kitchen.
          92% | success rate | -
        We report a Dice score of 90.3% on BraTS.
          90.3% | Dice score | BraTS
        Top-1 accuracy on Kinetics-400 is 79.4%.
          79.4% | Top-1 accuracy | Kinetics-400
        Pass@1 on HumanEval rises to 67.0%.
          67.0% | Pass@1 | HumanEval
        The mean IoU on Cityscapes reaches 82.5%.
          82.5% | mean IoU | Cityscapes
        An ensemble reaches 17.3% top-1 and 3.5% top-5 error on ImageNet.
          17.3% | top-1 | ImageNet
          3.5% | top-5 error | ImageNet
        Weaving yields up to 2.5x speedup and 60% energy savings.
          Δ 2.5x | speedup | -
          Δ 60% | energy | -
        The student keeps 97% of the accuracy at a tenth of the cost.
          97% | accuracy | -
        On SQuAD, our loom attains an F1 of 93.2 and an exact match of 87.4.
          93.2 | F1 | SQuAD
          87.4 | exact match | SQuAD
        It lowers the WER by 12.5% relative.
          Δ 12.5% | WER | -
        Transfer accuracy is best on Flowers102 (98.8%) and CIFAR-100 (91.7%).
          98.8% | Transfer accuracy | Flowers102
          91.7% | Transfer accuracy | CIFAR-100
        The large loom (FID 2.05) nearly equals the huge one (FID 1.95).
          2.05 | FID | -
          ~ 1.95 | FID | -
        A speedup of 3.5 times is seen.
          Δ 3.5 times | speedup | -
        The gap shrinks from 10.2% to 3.1%.
          10.2% to 3.1% | - | -
        Gradients are compressed 100-fold.
          Δ 100-fold | - | -
        The threads are woven 3 times faster.
          Δ 3 times | faster | -
        Pretrained on ImageNet, the loom attains 75.8 mAP on COCO.
          75.8 | mAP | COCO
        Pretrained on ImageNet, the loom attains 75.8 mAP.
          75.8 | mAP | -
        The loom attains 93% accuracy on MNIST and CIFAR-10.
          93% | accuracy | -
        Our approach is 4 to 15 points better on unseen pairs.
          Δ 4 to 15 points | - | -
        With only 10% of the labels, the loom works.
          10% | - | -
        In COCO detection it wins +2.1 AP over the baseline.
          Δ +2.1 | AP | COCO
        Error rates fall to 3.4% on SVHN.
          3.4% | Error rates | SVHN
        Compared to Loom, we cut training time by 62.8% and memory usage by up to 58.5%.
          Δ 62.8% | training time | -
          Δ 58.5% | memory usage | -
        The corpus has 120,000 sentences in 12 languages.
          120,000 sentences | - | -
        A latency of 3.8ms on a phone is enough.
          3.8ms | latency | -
        We improve 2.1% mIoU on ADE20K and 1.4% box AP on COCO.
          Δ 2.1% | mIoU | ADE20K
          Δ 1.4% | box AP | COCO
        The attack succeeds 95% of the time, and a defence lowers this to 5%.
          95% | - | -
          5% | - | -
        The NDCG@10 on BEIR is 0.52.
          0.52 | NDCG@10 | BEIR
        T-Loom reaches an average MTEB score of 0.825.
          0.825 | score | MTEB
        The AUC of 0.91 exceeds that of radiologists by 0.04.
          0.91 | AUC | -
        It outperforms the best rival by 1.9% mIoU and 2.9% IoU.
          Δ 1.9% | mIoU | -
          Δ 2.9% | IoU | -
        More than 90% accuracy is retained with 32% of the parameters.
          90% | accuracy | -
          32% | parameters | -
        The loom handles images of 2 megapixels at 44.8 ms each.
          44.8 ms | - | -
        We raise accuracy by 12.7% and 42.1% on the calculation and proving subsets.
          Δ 12.7% | accuracy | -
          Δ 42.1% | accuracy | -
        Recall is 65.07\% (vs. previous 24.68\%).
          65.07\% | Recall | -
          ~ 24.68\% | Recall | -
        Our 7B loom scores 71.4 on MMLU, 62.1 on GSM8K and 45.0 on HumanEval.
          71.4 | - | MMLU
          62.1 | - | GSM8K
          45.0 | - | HumanEval
        We obtain 29.3 BLEU on WMT14, which is 1.1 BLEU higher than the old loom.
          29.3 | BLEU | WMT14
          Δ 1.1 | BLEU | WMT14
        We report a top-1 / top-5 accuracy of 78.3% / 94.1% on ImageNet.
          78.3% | top-1 | ImageNet
          94.1% | top-5 accuracy | ImageNet
        The loom needs 4.8x and 5.5x fewer multiply-adds and parameters than before.
          Δ 4.8x | multiply-adds | -
          Δ 5.5x | parameters | -
        A PSNR and SSIM of 31.2 and 0.92 are reached on DIV2K.
          31.2 | PSNR | DIV2K
          0.92 | SSIM | DIV2K
        The loom has a precision and recall of 90%.
          90% | - | -
        FID scores of 2.10 on CIFAR-10 and 1.79 on CelebA are reached.
          2.10 | FID scores | CIFAR-10
          1.79 | FID scores | CelebA
        FID scores of 3.41 and 7.02 are reached on FFHQ and Weaves2.
          3.41 | FID scores | -
          7.02 | FID scores | -
        A pass@1 of 57.3% on HumanEval (vs. 48.1% for the old loom) shows this.
          57.3% | pass@1 | HumanEval
          ~ 48.1% | pass@1 | HumanEval
        Looms trained on ImageNet reach 94% accuracy on CIFAR-10.
          94% | accuracy | CIFAR-10
        An average accuracy of 84.1% across 12 datasets including CIFAR-10 is seen.
          84.1% | average accuracy | -
        Accuracy rises by 2.3, 1.9 and 0.8 points on SST-2, MNLI and QNLI respectively.
          Δ 2.3 | Accuracy | SST-2
          Δ 1.9 | Accuracy | MNLI
          Δ 0.8 points | Accuracy | QNLI
        It matches the performance of 3x as many threads.
        It moves at 1.3 m/s for 57mm/s.
          1.3 m/s | - | -
        The accuracy of 11 looms was measured for 32 seconds to 13 people.
          32 seconds | - | -
        In 2014 looms became common.
        Section 3 shows the results of Table 2 and Figure 4.
        GPT-4 and ResNet-50 were used on CIFAR-100.
        We use 5-fold cross-validation and three seeds.
        See arXiv:1905.11946 and [12, 13] for more.
        We train on 8 GPUs for 90 epochs with 12 layers.
        The 3D loom turns 2D cloth into 4D shapes.
        The Top-5 looms were shown on May 12, 2023.
        Version 2.0.1 of Python 3.9 is needed.
        For $d = 2$ and x^2 + 3y = 5, the bound is O(n^1.5).
        Quantised to 4-bit and 8-bit weights, it still weaves.
        The 1-shot and 5-way 5-shot settings are hard.
        Images of 1280x720 and kernels of 3x3 are used.
        It has two frames1 and one footnote2.
        We do: (1) weave, (2) cut, and 3) sew.
        A p-value of p < 0.05 and a 95% confidence interval were kept.
        The IEEE 802.11 network and the ISO 9001 norm matter.
        A 7B model beats a 70B one.
        About 1/4 of the threads break in 24/7 use.
        The task has 10 classes and 5 levels.
        The 1st and the 42nd loom are alike.
        Call +49 30 1234 or see page 17.
        The ratio is 3:1 at 12:30.
        """;
}
