namespace PaperBot.Skills.Papers;

/// <summary>The five steps of Porter's algorithm on one word's letters; the comments name the steps as the paper does.</summary>
internal ref struct PorterStemmer(Span<char> letters, int length)
{
    private readonly Span<char> letters = letters;
    private int end = length; // of the word
    private int stem; // where the suffix that was matched begins

    public override readonly string ToString() => new(letters[..end]);

    public void Run()
    {
        Step1Plurals();
        Step1Participles();
        Step1FinalY();
        Step2();
        Step3();
        Step4();
        Step5();
    }

    // 1a
    private void Step1Plurals()
    {
        if (letters[end - 1] != 's')
        {
            return;
        }
        if (Ends("sses") || Ends("ies"))
        {
            end -= 2;
        }
        else if (letters[end - 2] != 's')
        {
            end--;
        }
    }

    // 1b
    private void Step1Participles()
    {
        if (Ends("eed"))
        {
            if (Measure() > 0)
            {
                end--;
            }
            return;
        }
        if (!((Ends("ed") || Ends("ing")) && HasVowel()))
        {
            return;
        }
        end = stem;
        if (Ends("at") || Ends("bl") || Ends("iz"))
        {
            letters[end++] = 'e';
        }
        else if (EndsInDouble() && letters[end - 1] is not ('l' or 's' or 'z'))
        {
            end--;
        }
        else
        {
            stem = end;
            if (Measure() == 1 && IsShort(end))
            {
                letters[end++] = 'e';
            }
        }
    }

    // 1c
    private void Step1FinalY()
    {
        if (Ends("y") && HasVowel())
        {
            letters[end - 1] = 'i';
        }
    }

    private void Step2()
    {
        _ =
            Swap("ational", "ate")
            || Swap("tional", "tion")
            || Swap("enci", "ence")
            || Swap("anci", "ance")
            || Swap("izer", "ize")
            || Swap("bli", "ble")
            || Swap("alli", "al")
            || Swap("entli", "ent")
            || Swap("eli", "e")
            || Swap("ousli", "ous")
            || Swap("ization", "ize")
            || Swap("ation", "ate")
            || Swap("ator", "ate")
            || Swap("alism", "al")
            || Swap("iveness", "ive")
            || Swap("fulness", "ful")
            || Swap("ousness", "ous")
            || Swap("aliti", "al")
            || Swap("iviti", "ive")
            || Swap("biliti", "ble")
            || Swap("logi", "log");
    }

    private void Step3()
    {
        _ =
            Swap("icate", "ic")
            || Swap("ative", "")
            || Swap("alize", "al")
            || Swap("iciti", "ic")
            || Swap("ical", "ic")
            || Swap("ful", "")
            || Swap("ness", "");
    }

    private void Step4()
    {
        var suffix =
            Ends("al")
            || Ends("ance")
            || Ends("ence")
            || Ends("er")
            || Ends("ic")
            || Ends("able")
            || Ends("ible")
            || Ends("ant")
            || Ends("ement")
            || Ends("ment")
            || Ends("ent")
            || (Ends("ion") && stem > 0 && letters[stem - 1] is 's' or 't')
            || Ends("ou")
            || Ends("ism")
            || Ends("ate")
            || Ends("iti")
            || Ends("ous")
            || Ends("ive")
            || Ends("ize");
        if (suffix && Measure() > 1)
        {
            end = stem;
        }
    }

    private void Step5()
    {
        if (Ends("e"))
        {
            var measure = Measure();
            if (measure > 1 || (measure == 1 && !IsShort(stem)))
            {
                end = stem;
            }
        }
        stem = end;
        if (letters[end - 1] == 'l' && EndsInDouble() && Measure() > 1)
        {
            end--;
        }
    }

    private bool Swap(string suffix, string replacement)
    {
        if (!Ends(suffix))
        {
            return false;
        }
        if (Measure() > 0)
        {
            replacement.CopyTo(letters[stem..]);
            end = stem + replacement.Length;
        }
        return true;
    }

    private bool Ends(string suffix)
    {
        if (suffix.Length >= end || !letters[..end].EndsWith(suffix))
        {
            return false;
        }
        stem = end - suffix.Length;
        return true;
    }

    // m: how many times a consonant follows a vowel before the suffix.
    private readonly int Measure()
    {
        var count = 0;
        var vowel = false;
        for (var i = 0; i < stem; i++)
        {
            if (IsVowel(i))
            {
                vowel = true;
            }
            else if (vowel)
            {
                count++;
                vowel = false;
            }
        }
        return count;
    }

    private readonly bool HasVowel()
    {
        for (var i = 0; i < stem; i++)
        {
            if (IsVowel(i))
            {
                return true;
            }
        }
        return false;
    }

    // A y is a vowel after a consonant.
    private readonly bool IsVowel(int index) =>
        letters[index] switch
        {
            'a' or 'e' or 'i' or 'o' or 'u' => true,
            'y' => index > 0 && !IsVowel(index - 1),
            _ => false,
        };

    private readonly bool EndsInDouble() => end > 1 && letters[end - 1] == letters[end - 2] && !IsVowel(end - 1);

    // *o: consonant, vowel, consonant that is not w, x or y.
    private readonly bool IsShort(int length) =>
        length >= 3
        && !IsVowel(length - 1)
        && IsVowel(length - 2)
        && !IsVowel(length - 3)
        && letters[length - 1] is not ('w' or 'x' or 'y');
}
