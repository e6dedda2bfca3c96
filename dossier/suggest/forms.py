"""Which of the ways that a name is written is its name, and which belong to it."""

from __future__ import annotations

import re
from collections import Counter

from dossier.languages import is_of_every_sentence
from dossier.model import Kind
from dossier.same_name import key

_CALM = 0.1
"""A form that is not all in capitals is the name if it stands so often, for each time that the commonest does."""
_CUT_OFF = re.compile(r"[\s.][^\W\d_]\.?$")
"""Where a person's name ends so, its last word is missing: `George W.`"""
_NUMBER = re.compile(r"\s\d{1,3}$")
_PARTY_AND_STATE = re.compile(r"[DRI]-[A-Z][\w.]*")
"""What stands behind the name of an American politician: `R-Ky.`"""


def shown_form(form: str, forms: Counter[str]) -> str:
    """The name: the full form as most often written, rather not all in capitals, and no word of every sentence."""
    full = [text for text in forms if key(text) == form] or list(forms)
    named = [text for text in full if not is_of_every_sentence(text)] or full
    common = _commonest(named, forms)
    calm = [text for text in named if not text.isupper() and forms[text] >= _CALM * forms[common]]
    return _commonest(calm, forms) if calm else common


def is_none(text: str, kind: Kind) -> bool:
    """Whether what was taken for a name is none: a word of every sentence, or a politician's party and state."""
    is_a_state = kind in {"person", "place"} and _PARTY_AND_STATE.fullmatch(text) is not None
    return is_of_every_sentence(text) or is_a_state


def belonging(name: str, kind: Kind, forms: Counter[str]) -> tuple[tuple[str, int], ...]:
    """The forms that are names of what a name names, and how often each stands, the most frequent first.

    A word of every sentence is none, nor what has a number behind it that the name has not; nor are, of a person, a
    name that breaks off behind an initial, and a single word all in capitals, as whole families are shouted.
    """
    number = _NUMBER.search(name)
    kept = (
        (text, times)
        for text, times in forms.items()
        if text == name or (_is_one(text, kind) and (number is not None or _NUMBER.search(text) is None))
    )
    return tuple(sorted(kept, key=lambda pair: (-pair[1], pair[0])))


def _is_one(text: str, kind: Kind) -> bool:
    if is_of_every_sentence(text):
        return False
    return kind != "person" or not ((" " not in text and text.isupper()) or _CUT_OFF.search(text))


def _commonest(texts: list[str], forms: Counter[str]) -> str:
    return max(texts, key=lambda text: (forms[text], text))
