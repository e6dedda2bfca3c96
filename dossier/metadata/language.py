"""The language of a text: by its script where that decides, else by its letters and its commonest words.

Where these do not decide, py3langid is asked, if it is installed (`pip install mkdocs-dossier[languages]`).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache

from dossier.languages import ALPHABETS, Language
from dossier.scripts import SCRIPTS

_SAMPLE = 8_000
_MAINLY = 0.15
"""A text is in a script that has at least this part of its letters: names and quotations are fewer."""
_ENOUGH = {"Latin": 0.08}
"""A text in a language has at least this part of its words among the commonest of that language, by script."""
_ENOUGH_ELSE = 0.04
"""Likewise where the script leaves few languages."""
_DIFFERENT = 4
"""So many different ones of them it has: a small word alone is one in many languages."""
_FEW = 3
"""So many of its words and letters must speak for a language, and not for the next best."""
_MARKED = 0.04
"""So many of its letters are none of a–z, where letters alone leave one language."""
_TWICE = 2.0
"""So many times more of them than for the next best."""
_ALIEN = 0.02
"""At most this part of the letters may be none of the language: those of foreign names."""
_CERTAIN = 0.9
"""The probability from which py3langid is believed."""
_LETTERS_ASKED = 40
"""A shorter text is not worth asking about."""

_WORD = re.compile(r"[^\s\d!-/:-@\[-`{-~«»“”„‘‹›…–—،؛؟।॥።፣፤¿¡]+")

_STRANGE = re.compile(r"(?=[^\x00-\x7f])[^\W\d_]")

SAME = {"wuu": "zh", "yue": "zh", "arz": "ar", "ary": "ar", "nb": "no", "ckb": "ku", "sdh": "ku", "uzs": "uz"}
"""What a variety that py3langid tells apart is called here: the language that its news is written in."""
_NONE = "zxx"
"""What py3langid calls a text in no language."""


def guess_language(text: str, *, by_model: bool = True) -> tuple[str, str] | None:
    """Guess the language of a text.

    Args:
        text: running text; of a long one its beginning is read.
        by_model: whether to ask py3langid where nothing else decides.

    Returns:
        Its code and the evidence in words; `None` where nothing decides.
    """
    sample = unicodedata.normalize("NFC", text[:_SAMPLE])
    letters = sum(map(str.isalpha, sample))
    if not letters:
        return None
    known = _by_words(sample, letters) or _by_script(sample, letters)
    return known if known is not None or not by_model else _by_model(sample, letters)


def _by_words(sample: str, letters: int) -> tuple[str, str] | None:
    """Among the languages of the script that most letters are of, the one whose words and letters are there."""
    # ASCII is Latin: that need not be counted.
    mainly = (each for each in ALPHABETS if sample.isascii() or 2 * _number_in(each[1], sample) >= letters)
    script, ranges, languages = next(mainly, ("", "", {}))
    if not languages:
        return None
    small = sample.lower()
    words = Counter(_WORD.findall(small))
    written = re.compile(f"[{ranges}]")
    strange = Counter(
        {each: number for each, number in Counter(_STRANGE.findall(small)).items() if written.match(each)}
    )
    times = {
        code: number
        for code, number in _times(script, words).items()
        if not strange or _fits(languages[code], strange, letters)
    }
    if not times:
        return None
    best = max(times, key=lambda each: times[each])
    there = languages[best].words & words.keys()
    if len(times) == 1 and strange.total() >= _MARKED * letters and len(there) > 1:
        return best, "it has the letters of this language, and some of its commonest words"
    share = times[best] / max(1, words.total())
    if share < _ENOUGH.get(script, _ENOUGH_ELSE) or len(there) < _DIFFERENT:
        return None
    apart = strange.total()
    for rival, number in times.items():
        # Most are beaten by far: what they share with the best need not be told apart.
        close = rival != best and times[best] - number < _FEW + _TWICE * (number + apart)
        if close and not _wins(languages[best], languages[rival], words, strange):
            return None
    return best, f"{share:.0%} of its words are among the commonest of this language"


def _number_in(ranges: str, sample: str) -> int:
    """How many letters of a script are in a text."""
    return len(re.findall(f"[{ranges}]", sample))


def _times(script: str, words: Counter[str]) -> dict[str, int]:
    """How often the commonest words of each language of a script are in a text, all together."""
    index, times = _word_index(script)
    found = dict(times)
    for word, number in words.items():
        for code in index.get(word, ()):
            found[code] += number
    return found


@cache
def _word_index(script: str) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, int]]:
    """For each common word of the languages of a script, which of them it belongs to; and for each of these 0."""
    languages = next(languages for name, _, languages in ALPHABETS if name == script)
    index: dict[str, tuple[str, ...]] = {}
    for code, language in languages.items():
        for word in sorted(language.words):
            index[word] = (*index.get(word, ()), code)
    return index, dict.fromkeys(languages, 0)


def _fits(language: Language, strange: Counter[str], letters: int) -> bool:
    """Whether few letters are none of a language; so where its letters are not listed."""
    alien = sum(number for letter, number in strange.items() if letter not in language.letters)
    return not language.letters or alien <= _ALIEN * letters


def _wins(one: Language, other: Language, words: Counter[str], strange: Counter[str]) -> bool:
    """Whether there is enough that only one of two languages has: words, and letters."""
    mine = sum(words[word] for word in one.words - other.words)
    others = sum(words[word] for word in other.words - one.words)
    for letter, number in strange.items():
        mine += number * (letter in one.letters and letter not in other.letters)
        others += number * (letter in other.letters and letter not in one.letters)
    return mine >= _FEW and mine >= _TWICE * others


def _by_script(sample: str, letters: int) -> tuple[str, str] | None:
    for code, script, ranges in SCRIPTS:
        if len(re.findall(f"[{ranges}]", sample)) >= _MAINLY * letters:
            return code, f"it is written in {script}"
    return None


def _by_model(sample: str, letters: int) -> tuple[str, str] | None:
    rank = load_model()
    if rank is None or letters < _LETTERS_ASKED:
        return None
    code, probability = rank(sample)[0]
    if probability < _CERTAIN or code == _NONE:
        return None
    return SAME.get(code, code), f"py3langid takes it for this language, being {min(probability, 0.99):.0%} certain"


@cache
def load_model() -> Callable[[str], list[tuple[str, float]]] | None:
    """What ranks languages with their probabilities; `None` where py3langid is not installed."""
    try:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - an extra, and slow to load
    except ImportError:
        return None
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    ranked: Callable[[str], list[tuple[str, float]]] = identifier.rank
    return ranked
