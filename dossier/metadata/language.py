"""The language of a text: by its script where that decides, else by its commonest words."""

from __future__ import annotations

import re
from collections import Counter

from dossier.scripts import SCRIPTS

_SAMPLE = 20_000
_ENOUGH = 0.15
"""A text in a language has at least this part of its letters in the script, or of its words among its commonest."""

COMMON_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(
        "the of and to in that is was for on with said by at from his has as he it be are its have".split()
    ),
    "de": frozenset(
        "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an".split()
    ),
    "fr": frozenset("le la les des et en du que une un dans est pour par sur qui au plus pas avec ce il sont".split()),
    "es": frozenset("el los las de que y en la del se por con para una su al lo como más pero sus este ha".split()),
    "it": frozenset("il di che la e in un per del non una con sono alla della dei nel gli anche le si da ha".split()),
    "pt": frozenset("o de que e do da em um para com não uma os no se na por mais as dos ao foi das à".split()),
    "nl": frozenset("de het een van en in is dat op te zijn met voor niet aan er om ook als bij door naar".split()),
    "sv": frozenset("och att det som en på är av för med den till inte har de om ett men var jag från vid".split()),
    "pl": frozenset("w i na z się do nie to że jest o jak po co od za ale przez dla są który oraz już".split()),
    "tr": frozenset("ve bir bu da de için ile olarak daha çok olan gibi sonra kadar ancak en o ise var".split()),
    "id": frozenset("yang dan di untuk dengan pada ini dari dalam tidak itu akan ke oleh juga adalah telah".split()),
}
"""About twenty of the commonest words of languages written in Latin letters."""

_WORD = re.compile(r"[^\W\d_]+")


def guess_language(text: str) -> tuple[str, str] | None:
    """Guess the language of a text.

    Returns:
        Its code and the evidence in words; `None` where nothing decides.
    """
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    for code, script, ranges in SCRIPTS:
        if letters and len(re.findall(f"[{ranges}]", sample)) >= _ENOUGH * letters:
            return code, f"it is written in {script}"
    words = _WORD.findall(sample.lower())
    if not words:
        return None
    times = Counter(words)
    shares = {code: sum(times[word] for word in common) / len(words) for code, common in COMMON_WORDS.items()}
    best, second = sorted(shares, key=shares.__getitem__, reverse=True)[:2]
    if shares[best] < _ENOUGH or shares[best] < 1.3 * shares[second]:
        return None
    return best, f"{shares[best]:.0%} of its words are among the commonest of this language"
